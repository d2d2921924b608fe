import { createEffect, createSignal, onCleanup } from "solid-js";
import { createStore, reconcile, type SetStoreFunction } from "solid-js/store";
import { dropLastingDraft, keepLastingDraft, keptLastingDraft } from "../drafts.ts";
import { jsonCopy } from "../json-copy.ts";
import { useMe } from "../shell/me.tsx";

/** Written this long after the last key, so that typing is not slowed. */
const WRITE_AFTER_MS = 300;

/** What a form holds while it is filled in, kept on this device until it is sent or thrown away. */
export type KeptDraft<T extends object> = {
	readonly value: T;
	readonly set: SetStoreFunction<T>;
	/** The moment (ISO 8601) at which what was brought back had been written; null where the form begins afresh. */
	readonly since: () => string | null;
	/** Throws away what was brought back and begins as the form would have begun. */
	readonly restart: () => void;
	/** Forgets it: it has been sent. */
	readonly drop: () => void;
};

/** Whether stored data has every field of the form, each of its kind: another version of the form wrote it if not. */
function hasShapeOf<T extends object>(start: T, kept: unknown): kept is T {
	if (typeof kept !== "object" || kept === null) return false;
	const fields = new Map<string, unknown>(Object.entries(kept));
	return Object.entries(start).every(([field, value]) => {
		const other = fields.get(field);
		if (value === null || other === null) return fields.has(field);
		return typeof other === typeof value && Array.isArray(other) === Array.isArray(value);
	});
}

/**
 * The draft of a form under `key` (verb, issue, part): brought back when the form is opened again, after a reload, a
 * closed window or a session that ran out, for the same person on the same device only. `start` is what the form
 * begins with and names every field. Not for identities of complainants: those stay in the tab (`drafts.ts`).
 */
export function createKeptDraft<T extends object>(key: string, start: () => T): KeptDraft<T> {
	const { role, region, unit, name } = useMe()();
	const whole = [role, region, unit?.id ?? "", name, key].join(".");
	const beginning = start();
	const kept = keptLastingDraft(whole, (value) => (hasShapeOf(beginning, value) ? value : null));
	const [since, setSince] = createSignal(kept?.at ?? null);
	const [value, set] = createStore<T>(jsonCopy(kept?.draft ?? beginning));
	const untouched = JSON.stringify(beginning);
	let isOver = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const write = (text: string) => {
		if (isOver) return;
		if (text === untouched) dropLastingDraft(whole);
		else keepLastingDraft(whole, text);
	};
	createEffect((before: string | undefined) => {
		const text = JSON.stringify(value);
		if (before !== undefined && before !== text) {
			clearTimeout(timer);
			timer = setTimeout(() => write(text), WRITE_AFTER_MS);
		}
		return text;
	});
	onCleanup(() => {
		if (timer === undefined) return;
		clearTimeout(timer);
		write(JSON.stringify(value));
	});
	return {
		value,
		set,
		since,
		restart: () => {
			set(reconcile(jsonCopy(beginning)));
			setSince(null);
			dropLastingDraft(whole);
		},
		drop: () => {
			isOver = true;
			dropLastingDraft(whole);
		},
	};
}
