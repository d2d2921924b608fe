import { createEffect, createSignal, onCleanup } from "solid-js";
import { createStore, reconcile, type SetStoreFunction } from "solid-js/store";
import {
	dropDraft,
	dropLastingDraft,
	keepDraft,
	keepLastingDraft,
	keptDraft,
	keptLastingDraft,
} from "../drafts.ts";
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
	/** Why a warning is passed, where one was met: kept with the rest. */
	readonly justification: () => string;
	readonly justify: (text: string) => void;
};

/** What is kept on the device. */
type Kept<T> = { readonly draft: T; readonly justification: string };

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

function readKept<T extends object>(start: T, kept: unknown): Kept<T> | null {
	if (typeof kept !== "object" || kept === null) return null;
	const draft: unknown = Reflect.get(kept, "draft");
	const justification: unknown = Reflect.get(kept, "justification");
	if (!hasShapeOf(start, draft)) return null;
	return { draft, justification: typeof justification === "string" ? justification : "" };
}

/** Where drafts are kept, as JSON with the moment of writing. */
type Place = {
	readonly keep: (key: string, json: string) => void;
	readonly kept: <K>(key: string, read: (value: unknown) => K | null) => { at: string; draft: K } | null;
	readonly drop: (key: string) => void;
};

const DEVICE: Place = { keep: keepLastingDraft, kept: keptLastingDraft, drop: dropLastingDraft };

const TAB: Place = {
	keep: (key, json) => keepDraft(key, { at: new Date().toISOString(), json }),
	kept: (key, read) =>
		keptDraft(key, (value) => {
			if (typeof value !== "object" || value === null) return null;
			const [at, json]: unknown[] = [Reflect.get(value, "at"), Reflect.get(value, "json")];
			if (typeof at !== "string" || typeof json !== "string") return null;
			const draft = read(JSON.parse(json));
			return draft === null ? null : { at, draft };
		}),
	drop: dropDraft,
};

/**
 * The draft of a form under `key` (verb, issue, part): brought back when the form is opened again, after a reload, a
 * closed window or a session that ran out, for the same person on the same device only, for thirty days. `start` is
 * what the form begins with and names every field. Not for identities of complainants: see `createTabDraft`.
 */
export const createKeptDraft = <T extends object>(key: string, start: () => T): KeptDraft<T> =>
	createDraftIn(DEVICE, key, start);

/** The same for what is to be on no device once the tab is closed: the forms of complaints. */
export const createTabDraft = <T extends object>(key: string, start: () => T): KeptDraft<T> =>
	createDraftIn(TAB, key, start);

function createDraftIn<T extends object>(place: Place, key: string, start: () => T): KeptDraft<T> {
	const { role, region, unit, name } = useMe()();
	const whole = [role, region, unit?.id ?? "", name, key].join(".");
	const beginning = start();
	const kept = place.kept(whole, (value) => readKept(beginning, value));
	const [since, setSince] = createSignal(kept?.at ?? null);
	const [value, set] = createStore<T>(jsonCopy(kept?.draft.draft ?? beginning));
	const [justification, justify] = createSignal(kept?.draft.justification ?? "");
	const textOf = (draft: T, why: string) => JSON.stringify({ draft, justification: why } satisfies Kept<T>);
	const untouched = textOf(beginning, "");
	const now = () => textOf(value, justification());
	const { later, flush } = createWriting((text) => {
		if (text === untouched) place.drop(whole);
		else place.keep(whole, text);
	});
	let isOver = false;
	createEffect((before: string | undefined) => {
		const text = now();
		if (before !== undefined && before !== text && !isOver) later(text);
		return text;
	});
	onCleanup(flush);
	return {
		value,
		set,
		since,
		restart: () => {
			flush();
			set(reconcile(jsonCopy(beginning)));
			justify("");
			setSince(null);
			place.drop(whole);
		},
		drop: () => {
			isOver = true;
			flush();
			place.drop(whole);
		},
		justification,
		justify,
	};
}

/** Writes a little after the last change, and at once where the page goes away before. */
function createWriting(write: (text: string) => void): { later: (text: string) => void; flush: () => void } {
	let pending: { text: string; timer: ReturnType<typeof setTimeout> } | null = null;
	const flush = () => {
		if (pending === null) return;
		clearTimeout(pending.timer);
		write(pending.text);
		pending = null;
	};
	window.addEventListener("pagehide", flush);
	onCleanup(() => window.removeEventListener("pagehide", flush));
	return {
		later: (text) => {
			if (pending !== null) clearTimeout(pending.timer);
			pending = { text, timer: setTimeout(flush, WRITE_AFTER_MS) };
		},
		flush,
	};
}
