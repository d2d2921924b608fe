import { createEffect, on } from "solid-js";
import { createStore, type SetStoreFunction, unwrap } from "solid-js/store";
import { dropDraft, keepDraft, keptDraft } from "../../drafts.ts";
import { newId } from "../../ids.ts";

/** An objection while it is written. Its id goes with it: sent twice, it is one. */
export type ObjectionDraft = { objectionId: string; text: string; reach: string; name: string };

/** What its author got back. */
export type Receipt = { readonly objectionId: string; readonly answerDueOn: string };

const fresh = (): ObjectionDraft => ({ objectionId: newId(), text: "", reach: "", name: "" });

/** The texts of these names, where every one of them is there. */
function textsOf<K extends string>(value: unknown, names: readonly K[]): Record<K, string> | null {
	if (typeof value !== "object" || value === null) return null;
	const found: Partial<Record<K, string>> = {};
	for (const name of names) {
		const text: unknown = Reflect.get(value, name);
		if (typeof text !== "string") return null;
		found[name] = text;
	}
	const whole = (texts: Partial<Record<K, string>>): texts is Record<K, string> =>
		names.every((name) => texts[name] !== undefined);
	return whole(found) ? found : null;
}

const FIELDS = ["objectionId", "text", "reach", "name"] as const;

/**
 * What somebody writes about a notice: kept in the tab until it is sent, and never on the device, which may be anybody's.
 */
export function createObjectionDraft(noticeId: string): {
	readonly draft: ObjectionDraft;
	readonly set: SetStoreFunction<ObjectionDraft>;
	readonly restart: () => void;
	/** Makes it an objection of its own: what is here under its number is another one. */
	readonly renumber: () => void;
} {
	const key = `objectPublicly.${noticeId}`;
	const [draft, set] = createStore(keptDraft(key, (value) => textsOf(value, FIELDS)) ?? fresh());
	createEffect(
		on(
			() => [draft.text, draft.reach, draft.name].join(""),
			(written) => (written === "" ? dropDraft(key) : keepDraft(key, unwrap(draft))),
		),
	);
	const renumber = () => {
		set("objectionId", newId());
		keepDraft(key, unwrap(draft));
	};
	return { draft, set, restart: () => set(fresh()), renumber };
}

const receiptKey = (noticeId: string): string => `objectedPublicly.${noticeId}`;

/** The receipt of what was sent about a notice from this tab, over a reload. */
export const keptReceipt = (noticeId: string): Receipt | null =>
	keptDraft(receiptKey(noticeId), (value) => textsOf(value, ["objectionId", "answerDueOn"]));

export const keepReceipt = (noticeId: string, receipt: Receipt | null): void =>
	receipt === null ? dropDraft(receiptKey(noticeId)) : keepDraft(receiptKey(noticeId), receipt);
