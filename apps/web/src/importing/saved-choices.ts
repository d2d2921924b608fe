import { createSignal, onCleanup } from "solid-js";
import { forgetKept, keepForReload, takeKept } from "./kept-for-reload.ts";

const SAVE_AFTER_MS = 500;

export type SaveState = "saved" | "saving" | "unsaved" | "failed";

/**
 * What the clerk has decided about one import, kept with the draft: `preview` sends it, and the server keeps it and
 * answers what it would do. Every change is sent a moment later. One request is under way at a time, so that an older
 * state never overwrites a newer one; leaving the page sends what is not sent yet. With a name for `reload` what the
 * server had not confirmed when the page was reloaded is there again, whatever became of that last request.
 */
export function createSavedChoices<C, P>(start: C, preview: (choices: C) => Promise<P>, reload?: string) {
	const kept = reload === undefined ? null : takeKept(reload, start);
	const [choices, setChoices] = createSignal<C>(kept ?? start);
	const [answer, setAnswer] = createSignal<P | null>(null);
	const [saveState, setSaveState] = createSignal<SaveState>("saved");
	const [failure, setFailure] = createSignal<unknown>(null);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let underWay: Promise<void> | null = null;
	let sent: C | null = null;

	async function send(): Promise<void> {
		while (sent !== choices()) {
			const mine = choices();
			sent = mine;
			setSaveState("saving");
			try {
				const next = await preview(mine);
				setAnswer(() => next);
				setFailure(null);
				if (mine === choices()) {
					setSaveState("saved");
					// A page that was kept while it was left goes on, and leaves nothing stale behind.
					if (reload !== undefined) forgetKept(reload);
				}
			} catch (error) {
				sent = null;
				setFailure(() => error);
				setSaveState("failed");
				return;
			}
		}
	}
	/** Sends what was chosen last; resolves when the server has it or has failed. */
	function save(): Promise<void> {
		clearTimeout(timer);
		underWay ??= send().finally(() => {
			underWay = null;
		});
		return underWay;
	}
	function change(next: (old: C) => C): void {
		setChoices((old) => next(old));
		setSaveState("unsaved");
		clearTimeout(timer);
		timer = setTimeout(() => void save(), SAVE_AFTER_MS);
	}
	const leave = () => {
		if (saveState() === "saved") return;
		if (reload !== undefined) keepForReload(reload, choices());
		void save();
	};
	window.addEventListener("pagehide", leave);
	onCleanup(() => {
		window.removeEventListener("pagehide", leave);
		clearTimeout(timer);
		if (saveState() === "unsaved") void save();
	});
	if (kept !== null) change(() => kept);
	return { choices, preview: answer, saveState, failure, save, change };
}
