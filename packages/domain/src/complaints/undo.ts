import { can, rolesFor } from "../access/index.ts";
import {
	asObstacle,
	doneSince,
	type ImportStretch,
	stretchOf,
	type UndoEntry,
	type UndoObstacle,
	undoReasonMissing,
} from "../journal/index.ts";
import {
	type Actor,
	accept,
	type Bilingual,
	type ComplaintId,
	type Decision,
	type ImportId,
	type Instant,
	reject,
	sameJson,
	say,
	withoutEach,
} from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import { complaintResource } from "./context.ts";
import { ELEMENT_KEYS } from "./elements.ts";
import type { ComplaintEvent } from "./events.ts";
import { evolveComplaint } from "./evolve.ts";
import { standingRegion } from "./places.ts";
import { receiptKey } from "./receipt.ts";
import { receiptTaken } from "./refusals.ts";
import { relationKey } from "./relations.ts";
import type { Complaint } from "./schema.ts";

export type ComplaintEntry = UndoEntry<ComplaintEvent>;

/** Who undoes an import, when and why, and the facts outside of the complaint, looked up in the same transaction. */
export type ComplaintUndoContext = {
	readonly actor: Actor;
	readonly now: Instant;
	readonly reason: string;
	/** Who stands under the receipt that would come back, without those that are undone in the same act. */
	readonly receipts: ReadonlyMap<string, ComplaintId>;
	readonly importName: (id: ImportId) => string | undefined;
};

/** What undoing an import means for one complaint. */
export type ComplaintUndo = {
	readonly act: "void" | "restore" | "nothing";
	/** The complaint as it is now; null where the import did nothing to it, or was undone there already. */
	readonly complaint: Complaint | null;
	readonly events: readonly ComplaintEvent[];
	/** Everything in the way; while there is anything, nothing may be undone. */
	readonly obstacles: readonly UndoObstacle[];
};

type Stretch = ImportStretch<ComplaintEvent, Complaint>;
type Restored = Extract<ComplaintEvent, { type: "complaintRestored" }>;

/** The import that an event undoes. */
function undoes(event: ComplaintEvent): ImportId | null {
	if (event.type === "complaintRestored") return event.importId;
	return event.type === "complaintWithdrawn" ? (event.importId ?? null) : null;
}

const WITHDRAW = say(
	"先撤销这件信访件，再撤销导入；只有部分有误的，用更正后的表重新导入",
	"Withdraw this complaint first; where only part is wrong, import a corrected table instead",
);
const PUT_BACK = say(
	"先更正为导入时或导入前的内容，再撤销导入",
	"Amend it back to what the import wrote, or to what stood before it",
);

/** The registration was the import's: it is void, as long as nobody has worked on it. Off the ledger already: nothing. */
function voidRegistration(
	stretch: Stretch,
	importId: ImportId,
	context: ComplaintUndoContext,
): ComplaintUndo {
	const complaint = stretch.now;
	if (complaint.state === "withdrawn") return { act: "nothing", complaint, events: [], obstacles: [] };
	const imports = new Set<ImportId>();
	const obstacles = stretch.since.flatMap(({ entry }) => {
		if (entry.importId !== null && imports.has(entry.importId)) return [];
		if (entry.importId !== null) imports.add(entry.importId);
		const what = vocab.complaintEvent[entry.event.type];
		const who = rolesFor("withdrawComplaint");
		const { importName } = context;
		return [doneSince(entry, { what, to: null, clears: WITHDRAW, who, field: null, importName })];
	});
	const reason = context.reason.trim();
	const event: ComplaintEvent = {
		type: "complaintWithdrawn",
		at: context.now,
		reason,
		document: null,
		importId,
	};
	return { act: "void", complaint, events: [event], obstacles };
}

type Moved = { readonly label: Bilingual; readonly field: string; readonly of: (one: Complaint) => unknown };

/** What has to change for a complaint to be as before, and the parts that somebody moved on since. */
function diffUndone(
	before: Complaint,
	{ after, now }: Stretch,
): { changes: Restored["changes"]; takenBack: Restored["takenBack"]; moved: Moved[] } {
	const changes: Restored["changes"] = { from: {}, to: {} };
	const moved: Moved[] = [];
	for (const key of ELEMENT_KEYS) {
		if (sameJson(before[key], after[key]) || sameJson(now[key], before[key])) continue;
		if (sameJson(now[key], after[key])) {
			Object.assign(changes.from, { [key]: now[key] });
			Object.assign(changes.to, { [key]: before[key] });
		} else moved.push({ label: vocab.complaintField[key], field: key, of: (one) => one[key] });
	}
	const known = new Set(before.relations.map(relationKey));
	const brought = new Set(after.relations.map(relationKey).filter((key) => !known.has(key)));
	const sources = withoutEach(after.sources, before.sources);
	// Those of them that are still there.
	const there = withoutEach(now.sources, withoutEach(now.sources, sources));
	return {
		changes,
		takenBack: {
			sources: there,
			relations: now.relations.filter((relation) => brought.has(relationKey(relation))),
		},
		moved,
	};
}

function movedBy({ label, field, of }: Moved, { since }: Stretch, context: ComplaintUndoContext) {
	const step = since.findLast(({ from, to }) => !sameJson(of(from), of(to)));
	if (step === undefined) return [];
	return [
		doneSince(step.entry, {
			what: vocab.complaintEvent[step.entry.event.type],
			to: label,
			clears: PUT_BACK,
			who: rolesFor("amendComplaint"),
			field,
			importName: context.importName,
		}),
	];
}

/** The receipt number that would come back, where the import had changed it. */
const receiptBack = (changes: Restored["changes"]): string | null => changes.to.receiptNumber ?? null;

function restore(
	before: Complaint,
	stretch: Stretch,
	importId: ImportId,
	context: ComplaintUndoContext,
): ComplaintUndo {
	const complaint = stretch.now;
	const { changes, takenBack, moved } = diffUndone(before, stretch);
	const empty = Object.keys(changes.to).length + takenBack.sources.length + takenBack.relations.length === 0;
	// Off the ledger since: it may not change any more, and nothing of it counts.
	const over = complaint.state === "withdrawn";
	if (over || (empty && moved.length === 0)) return { act: "nothing", complaint, events: [], obstacles: [] };
	const receipt = receiptBack(changes);
	const holder = receipt === null ? undefined : context.receipts.get(receiptKey(receipt));
	const taken =
		receipt === null || holder === undefined || holder === complaint.id ? [] : [receiptTaken(receipt)];
	const event: ComplaintEvent = {
		type: "complaintRestored",
		at: context.now,
		importId,
		reason: context.reason.trim(),
		changes,
		takenBack,
	};
	return {
		act: empty ? "nothing" : "restore",
		complaint,
		events: empty ? [] : [event],
		obstacles: [...moved.flatMap((part) => movedBy(part, stretch, context)), ...taken.map(asObstacle)],
	};
}

/**
 * What undoing an import means for one complaint, given the complaint's whole journal: a registration that it made is
 * void, and everything else that it brought or changed is as before, field by field, where nobody has touched it since.
 * Names everything in the way, or that the actor may not, where the complaint is or where it comes back to. Pure.
 */
export function planComplaintUndo(
	entries: readonly ComplaintEntry[],
	importId: ImportId,
	context: ComplaintUndoContext,
): ComplaintUndo {
	const stretch = stretchOf(entries, importId, { evolve: evolveComplaint, undoes });
	if (stretch === null) return { act: "nothing", complaint: null, events: [], obstacles: [] };
	const plan =
		stretch.before === null
			? voidRegistration(stretch, importId, context)
			: restore(stretch.before, stretch, importId, context);
	const regions = [stretch.now.region, ...plan.events.map((event) => regionAfter(stretch.now, event))];
	const [denied] = regions.flatMap(
		(region) => can(context.actor, "undoImport", complaintResource({ region }, true)) ?? [],
	);
	if (denied === undefined) return plan;
	return { act: "nothing", complaint: stretch.now, events: [], obstacles: [asObstacle(denied)] };
}

/**
 * Undoes what an import did to one complaint, or says everything that is in the way. Asks the policy table, for where
 * the complaint is and for where it comes back to. No event where there is nothing left to undo.
 */
export function undoComplaintImport(
	entries: readonly ComplaintEntry[],
	importId: ImportId,
	context: ComplaintUndoContext,
): Decision<ComplaintEvent> {
	const { events, obstacles } = planComplaintUndo(entries, importId, context);
	const refusals = [...(context.reason.trim().length < 2 ? [undoReasonMissing()] : []), ...obstacles];
	return refusals.length > 0 ? reject(...refusals) : accept(...events);
}

const regionAfter = (complaint: Complaint, event: ComplaintEvent): Complaint["region"] =>
	event.type === "complaintRestored"
		? standingRegion(event.changes.to.places ?? complaint.places, complaint.listRegion)
		: complaint.region;

/** The receipt keys that undoing would give back, to be looked up: who stands under them by now. */
export const receiptsBack = ({ events }: ComplaintUndo): string[] =>
	events.flatMap((event) => {
		const receipt = event.type === "complaintRestored" ? receiptBack(event.changes) : null;
		return receipt === null ? [] : [receiptKey(receipt)];
	});
