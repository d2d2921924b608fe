const NUMERAL_WIDTH = 8;

/** Sorts behind every issue that has a number as an integer. */
const NO_SEQ = "~";

/**
 * Text whose order by code point is the natural order of printed numbers: by the integer first, where there is
 * one, then by the text with its digits compared as numbers (`38-2` before `38-10`).
 */
export function numberKey(number: string, seq: number | null): string {
	const text = number.normalize("NFKC").replace(/\d+/g, (digits) => digits.padStart(NUMERAL_WIDTH, "0"));
	const lead = seq === null ? NO_SEQ : String(seq).padStart(NUMERAL_WIDTH, "0");
	// A control character would end the text for the database.
	return `${lead} ${text}`.replace(/\p{Cc}/gu, "").slice(0, 80);
}

/** In place of a due date where an issue has none: later than every day. */
export const NO_DUE = "infinity";
