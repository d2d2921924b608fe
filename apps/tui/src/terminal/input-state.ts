/** A line being typed: its characters as people see them, and where the next one goes. */
export type InputState = { readonly glyphs: readonly string[]; readonly cursor: number };

export type InputAction =
	| { type: "insert"; text: string }
	| { type: "backspace" }
	| { type: "delete" }
	| { type: "left" }
	| { type: "right" }
	| { type: "home" }
	| { type: "end" }
	| { type: "deleteWord" }
	| { type: "deleteToStart" }
	| { type: "set"; text: string };

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });
const glyphsOf = (text: string): string[] => [...segmenter.segment(text)].map((part) => part.segment);

export const EMPTY_INPUT: InputState = { glyphs: [], cursor: 0 };

export const inputText = (state: InputState): string => state.glyphs.join("");
export const inputBeforeCursor = (state: InputState): string => state.glyphs.slice(0, state.cursor).join("");

/** An input that holds `text`, with the cursor behind it. */
export function inputOf(text: string): InputState {
	const glyphs = glyphsOf(text);
	return { glyphs, cursor: glyphs.length };
}

function remove(state: InputState, from: number, to: number): InputState {
	if (from >= to) return state;
	return { glyphs: [...state.glyphs.slice(0, from), ...state.glyphs.slice(to)], cursor: from };
}

/** Where the word before the cursor begins; spaces between are part of it. */
function wordStart(state: InputState): number {
	let at = state.cursor;
	while (at > 0 && state.glyphs[at - 1] === " ") at -= 1;
	while (at > 0 && state.glyphs[at - 1] !== " ") at -= 1;
	return at;
}

/** Editing one line. The cursor moves by whole glyphs, so that no character is ever cut. */
export function reduceInput(state: InputState, action: InputAction): InputState {
	const { glyphs, cursor } = state;
	switch (action.type) {
		case "insert": {
			// Joined again before counting: a combining mark belongs to the glyph before it.
			const before = glyphsOf(glyphs.slice(0, cursor).join("") + action.text);
			return { glyphs: [...before, ...glyphs.slice(cursor)], cursor: before.length };
		}
		case "backspace":
			return remove(state, Math.max(0, cursor - 1), cursor);
		case "delete":
			return { ...remove(state, cursor, Math.min(glyphs.length, cursor + 1)), cursor };
		case "left":
			return { glyphs, cursor: Math.max(0, cursor - 1) };
		case "right":
			return { glyphs, cursor: Math.min(glyphs.length, cursor + 1) };
		case "home":
			return { glyphs, cursor: 0 };
		case "end":
			return { glyphs, cursor: glyphs.length };
		case "deleteWord":
			return remove(state, wordStart(state), cursor);
		case "deleteToStart":
			return remove(state, 0, cursor);
		case "set":
			return inputOf(action.text);
	}
}
