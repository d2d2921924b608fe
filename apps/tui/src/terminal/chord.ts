import type { Key } from "ink";

/** A key press as the keymap writes it: `j`, `G`, `ctrl+d`, `enter`, `shift+tab`, `space`. */
export type Chord = string;

/** What came from the keyboard: a named key, or text that was typed or composed by an input method. */
export type KeyPress = { readonly chord: Chord; readonly text: string | null };

const NAMED: readonly (readonly [keyof Key, Chord])[] = [
	["upArrow", "up"],
	["downArrow", "down"],
	["leftArrow", "left"],
	["rightArrow", "right"],
	["pageDown", "pagedown"],
	["pageUp", "pageup"],
	["home", "home"],
	["end", "end"],
	["return", "enter"],
	["escape", "esc"],
	["tab", "tab"],
	["backspace", "backspace"],
	["delete", "delete"],
];

const CONTROL_CODES: Record<string, Chord> = {
	"\r": "enter",
	"\n": "enter",
	"\t": "tab",
	"\u001b": "esc",
	"\u007f": "backspace",
	"\b": "backspace",
};

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });

function ofGlyph(glyph: string): KeyPress {
	const named = CONTROL_CODES[glyph];
	if (named !== undefined) return { chord: named, text: null };
	const code = glyph.codePointAt(0) ?? 0;
	if (code > 0 && code < 27) return { chord: `ctrl+${String.fromCodePoint(code + 96)}`, text: null };
	return { chord: glyph === " " ? "space" : glyph, text: glyph };
}

/**
 * The key presses in one report of the terminal. Fast typing and input methods send several characters at once:
 * each counts as a press of its own, so that none is lost.
 */
export function keyPresses(input: string, key: Key): KeyPress[] {
	const named = NAMED.find(([flag]) => key[flag] === true)?.[1];
	if (named !== undefined) {
		const prefix = key.shift && named === "tab" ? "shift+" : key.ctrl ? "ctrl+" : "";
		return [{ chord: prefix + named, text: null }];
	}
	if (key.ctrl && input !== "") return [{ chord: `ctrl+${input.toLowerCase()}`, text: null }];
	return [...segmenter.segment(input)].map((part) => ofGlyph(part.segment));
}

/** How a chord is shown to people: `^d`, `Enter`, `gg`. */
export function chordLabel(chord: Chord): string {
	const control = /^ctrl\+(.+)$/.exec(chord);
	if (control !== null) return `^${control[1]}`;
	if (/^[a-z]{2,}$/.test(chord) || chord.includes("+"))
		return chord.replace(/(^|\+)([a-z])/g, (_, head: string, first: string) => head + first.toUpperCase());
	return chord.replaceAll(" ", "");
}
