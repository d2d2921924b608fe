import { z } from "zod";
import { type Bilingual, ImportId, Instant, Refusal, type Role, refusal, say } from "../kernel/index.ts";
import { formatInstant } from "../vocabulary/index.ts";

/** An event of a stream as the undoing of an import looks at it. */
export type UndoEntry<E> = {
	readonly event: E;
	/** The import that it belongs to: what the journal names as its cause. */
	readonly importId: ImportId | null;
	readonly by: string;
	readonly at: Instant;
};

/** What keeps an import from being undone, with who did it and when where somebody did. */
export const UndoObstacle = Refusal.extend({
	by: z.string().nullable(),
	at: Instant.nullable(),
	/** The later import that stands in the way. */
	importId: ImportId.nullable(),
});
export type UndoObstacle = z.infer<typeof UndoObstacle>;

/** Something that happened after the import: the states on both sides of it. */
export type LaterStep<E, S> = { readonly entry: UndoEntry<E>; readonly from: S; readonly to: S };

/** What an import did to one stream, and what happened to it since. */
export type ImportStretch<E, S> = {
	/** The state before the import; null where the import registered it. */
	readonly before: S | null;
	readonly after: S;
	readonly now: S;
	/** What happened since and still holds: neither what undid an import nor what was undone by it. */
	readonly since: readonly LaterStep<E, S>[];
};

/** How a room's streams are replayed, and which of its events undo an import. */
export type Replay<E, S> = {
	readonly evolve: (state: S | null, event: E) => S;
	/** The import that an event undoes; null for every other event. */
	readonly undoes: (event: E) => ImportId | null;
};

/**
 * The part of a stream that an import made, found by replaying it. Null where the import did nothing to the stream, or
 * where it has been undone there already. An import's events stand side by side: it is written in one transaction.
 */
export function stretchOf<E, S>(
	entries: readonly UndoEntry<E>[],
	importId: ImportId,
	{ evolve, undoes }: Replay<E, S>,
): ImportStretch<E, S> | null {
	const undone = new Set(entries.map(({ event }) => undoes(event)).filter((id) => id !== null));
	if (undone.has(importId)) return null;
	let now: S | null = null;
	let before: S | null = null;
	let after: S | null = null;
	const since: LaterStep<E, S>[] = [];
	for (const entry of entries) {
		const from: S | null = now;
		now = evolve(from, entry.event);
		if (entry.importId === importId) {
			if (after === null) before = from;
			after = now;
		} else if (after !== null && from !== null) {
			const settled = undoes(entry.event) !== null || (entry.importId !== null && undone.has(entry.importId));
			if (!settled) since.push({ entry, from, to: now });
		}
	}
	return after === null || now === null ? null : { before, after, now, since };
}

/** How an obstacle of later work is told. */
type Telling = {
	/** What was done: the event's label. */
	readonly what: Bilingual;
	/** What it was done to; null for the whole. */
	readonly to: Bilingual | null;
	readonly clears: Bilingual;
	readonly who: readonly Role[];
	readonly field: string | null;
	readonly importName: (id: ImportId) => string | undefined;
};

/** Later work as an obstacle. A later import is cleared by undoing that one first, whatever it did. */
export function doneSince(entry: Omit<UndoEntry<unknown>, "event">, telling: Telling): UndoObstacle {
	const { by, at, importId } = entry;
	const { what, to, field } = telling;
	const [zh, en] = [formatInstant(at, "zh-CN"), formatInstant(at, "en")];
	const about = to === null ? say("", "") : say(`（${to.zh}）`, ` (${to.en})`);
	if (importId === null) {
		const message = say(`${zh} ${by}“${what.zh}”${about.zh}`, `${by}: “${what.en}”${about.en}, ${en}`);
		const refused = refusal("TOUCHED_SINCE", message, telling.clears, { field, who: telling.who });
		return { ...refused, by, at, importId };
	}
	const name = telling.importName(importId) ?? importId;
	const later = refusal(
		"LATER_IMPORT",
		say(
			`${zh} ${by}的导入“${name}”又作了“${what.zh}”${about.zh}`,
			`The later import “${name}” by ${by} of ${en} did “${what.en}”${about.en}`,
		),
		say(`先撤销导入“${name}”`, `Undo the import “${name}” first`),
		{ field, who: OFFICES },
	);
	return { ...later, by, at, importId };
}

const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];

/** A refusal as an obstacle that nobody in particular put there. */
export const asObstacle = (refused: Refusal): UndoObstacle => ({
	...refused,
	by: null,
	at: null,
	importId: null,
});

/** Undoing needs a written reason (DATA-03). */
export const undoReasonMissing = (): Refusal =>
	refusal(
		"REASON_MISSING",
		say("须写明撤销导入的原因", "A reason for undoing the import is needed"),
		say("填写原因（不少于两个字）", "Write the reason (at least two characters)"),
		{ field: "reason", who: OFFICES, basis: "DATA-03" },
	);
