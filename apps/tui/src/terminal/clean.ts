/** Escape sequences (CSI, OSC, and two-character ones) that a text from outside may carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes.
const ESCAPES = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-_]?/g;

/** Marks that turn the direction of writing or hide text, and other characters without a cell of their own. */
const INVISIBLE =
	/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

const SPACES = /[\t\r\n\u2028\u2029]+/g;

/**
 * Text of the ledger made safe for one line of a terminal: no escape sequences, no control characters, no marks
 * that reorder what is read. Line breaks and tabs become one space.
 */
export const cleanLine = (text: string): string => cleanText(text).replace(SPACES, " ");

/** The same for text of several lines: line breaks stay, tabs become a space. */
export const cleanText = (text: string): string =>
	text
		.replace(ESCAPES, "")
		.replace(/\r\n?|[\u2028\u2029]/g, "\n")
		.replace(CONTROLS, "")
		.replace(/\t/g, " ")
		.replace(INVISIBLE, "")
		.toWellFormed();
