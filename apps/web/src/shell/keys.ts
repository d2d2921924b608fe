import { onCleanup, onMount } from "solid-js";
import { type Binding, chordOf, isTyping, type KeyCommand, matchKey } from "./keymap.ts";

const PENDING_MS = 1200;

/** Whether a dialog is open: it has the keys to itself. */
const inDialog = () => document.querySelector('[role="dialog"][data-expanded]') !== null;

/**
 * Runs `handle` for the key commands of `where` while the component lives. `handle` says whether it took the key;
 * what it leaves, the browser does.
 */
export function useKeys(where: Binding["where"], handle: (command: KeyCommand) => boolean): void {
	let pending: string | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.defaultPrevented || event.isComposing || event.key === "Shift") return;
		const chord = chordOf(event);
		if (chord === null || (isTyping(event.target) && chord !== "Mod+k") || inDialog()) return;
		const match = matchKey(chord, pending, where);
		clearTimeout(timer);
		pending = match.pending;
		if (pending !== null) timer = setTimeout(() => (pending = null), PENDING_MS);
		if (match.command !== null && handle(match.command)) event.preventDefault();
	};
	onMount(() => document.addEventListener("keydown", onKeyDown));
	onCleanup(() => {
		clearTimeout(timer);
		document.removeEventListener("keydown", onKeyDown);
	});
}
