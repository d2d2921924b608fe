import type { KeyPress } from "../terminal/chord.ts";
import { cleanLine } from "../terminal/clean.ts";
import { type InputAction, inputText } from "../terminal/input-state.ts";
import { completions } from "./command-line.ts";
import type { Mode } from "./mode.ts";
import type { Services } from "./services.ts";

/** What the typed line does when it changes, is accepted or is given up. */
export type TypingEffects = {
	changed(mode: Mode): void;
	accepted(mode: Mode): void;
	cancelled(mode: Mode): void;
};

/** What a key does to a line that is being typed. */
export const EDITS: Readonly<Record<string, InputAction>> = {
	backspace: { type: "backspace" },
	"ctrl+h": { type: "backspace" },
	delete: { type: "delete" },
	left: { type: "left" },
	right: { type: "right" },
	home: { type: "home" },
	end: { type: "end" },
	"ctrl+a": { type: "home" },
	"ctrl+e": { type: "end" },
	"ctrl+w": { type: "deleteWord" },
	"ctrl+u": { type: "deleteToStart" },
};

/** Keys while a line is being typed. Pasted text comes as one press and loses its line breaks. */
export function makeTyping({ store }: Services, effects: TypingEffects) {
	const edit = (input: InputAction) => {
		store.dispatch({ type: "mode", action: { type: "typed", input } });
		effects.changed(store.get().mode);
	};

	const complete = () => {
		const { mode } = store.get();
		if (mode.kind !== "command") return;
		const found = completions(inputText(mode.input));
		const [first] = found;
		if (first !== undefined) edit({ type: "set", text: found.length === 1 ? `${first} ` : first });
	};

	return {
		key(press: KeyPress) {
			const { mode } = store.get();
			if (press.chord === "enter") return effects.accepted(mode);
			if (press.chord === "esc") return effects.cancelled(mode);
			if (press.chord === "tab") return complete();
			if (mode.kind === "menu" && (press.chord === "up" || press.chord === "down")) {
				const by = press.chord === "up" ? -1 : 1;
				return store.dispatch({ type: "mode", action: { type: "scrolled", by, limit: 0 } });
			}
			const action = EDITS[press.chord];
			if (action !== undefined) return edit(action);
			if (press.text !== null) edit({ type: "insert", text: press.text });
		},
		paste: (text: string) => edit({ type: "insert", text: cleanLine(text) }),
	};
}
