import { type Inspection, type Issue, inTrayOf } from "@zhenggai/domain/issues";
import { type InspectionId, type IsoDate, type IssueId, officialCalendar } from "@zhenggai/domain/kernel";
import type { Tx } from "@zhenggai/storage";
import {
	changedInTrays,
	type InTrayBefore,
	loadInTrayItems,
	loadInTrayOf,
	writeInTray,
} from "@zhenggai/storage/in-tray";
import { loadInspections, loadIssues } from "@zhenggai/storage/issues";
import { lawOf } from "../kit/rules-for.ts";

/** A new state of an issue, with what was looked up for it already. */
export type Trayed = {
	readonly issue: Issue;
	/** Null for an issue that was not on the ledger: nothing waits for it yet. */
	readonly before: Issue | null;
	readonly inspections?: ReadonlyMap<InspectionId, Inspection>;
};

const NOTHING: InTrayBefore = { items: [], instruments: new Map() };

const firstOf = ({ mandates }: Issue): InspectionId | undefined => mandates[0]?.inspectionId;

/** The inspections of the issues' first mandates: those that were looked up, and the others in one question. */
async function inspectionsOf(
	tx: Tx,
	changes: readonly Trayed[],
): Promise<ReadonlyMap<InspectionId, Inspection>> {
	const known = new Map<InspectionId, Inspection>();
	const missing = new Set<InspectionId>();
	for (const { issue, inspections } of changes) {
		const id = firstOf(issue);
		const found = id === undefined ? undefined : inspections?.get(id);
		if (found !== undefined) known.set(found.id, found);
		else if (id !== undefined) missing.add(id);
	}
	const loaded = await loadInspections(
		tx,
		[...missing].filter((id) => !known.has(id)),
	);
	return new Map([...known, ...loaded]);
}

/** What issues ask of whom, in their order. */
async function askedBy(
	tx: Tx,
	changes: readonly Trayed[],
	instruments: InTrayBefore["instruments"],
	today: IsoDate,
) {
	const law = await lawOf(tx);
	const inspections = await inspectionsOf(tx, changes);
	return changes.map(({ issue }) => {
		const first = firstOf(issue);
		const inspection = first === undefined ? undefined : inspections.get(first);
		const at = {
			rules: law.rules(inspection, issue.region, today),
			calendar: officialCalendar(),
			asOf: today,
			feedbackDate: inspection?.feedback?.feedbackDate ?? null,
		};
		return {
			issueId: issue.id,
			region: issue.region,
			items: inTrayOf(issue, instruments.get(issue.id) ?? [], at),
		};
	});
}

/**
 * Makes the in-trays say what these states ask of whom, in the transaction that wrote the states. Only what differs is
 * written: a command touches a handful of rows, and none where it changed nothing that anybody waits for. Whoever writes
 * an issue has its row locked by then, and {@link refreshInTray} locks it: the last of two who write an issue and an
 * instrument on it at the same time sees what both did. Answers how many rows it wrote.
 */
export async function writeInTrays(tx: Tx, changes: readonly Trayed[], today: IsoDate): Promise<number> {
	if (changes.length === 0) return 0;
	const old = changes.flatMap(({ before }) => before?.id ?? []);
	const { items, instruments } = old.length === 0 ? NOTHING : await loadInTrayOf(tx, old);
	const after = await askedBy(tx, changes, instruments, today);
	return writeInTray(tx, items, after);
}

/**
 * The same for many issues of which most ask what they asked before, and whose instruments are known: as they are until
 * the transaction ends. What the trays hold is read only of those that differ.
 */
export async function reviewInTrays(
	tx: Tx,
	changes: readonly Trayed[],
	instruments: InTrayBefore["instruments"],
	today: IsoDate,
): Promise<number> {
	if (changes.length === 0) return 0;
	const asked = await askedBy(tx, changes, instruments, today);
	const after = await changedInTrays(tx, asked);
	if (after.length === 0) return 0;
	const ids = after.map(({ issueId }) => issueId);
	return writeInTray(tx, await loadInTrayItems(tx, ids), after);
}

/** Issues of one step. */
const STEP = 250;

/**
 * Makes the in-trays of issues anew, their states unchanged: a day has passed, an instrument on them was written, or the
 * date of a feedback. Locks the issues in the order of their ids until the transaction ends. Writes only what differs and
 * answers how many rows that were. `today` is the day in Asia/Shanghai whose tray it is.
 */
export async function refreshInTray(tx: Tx, issueIds: readonly IssueId[], today: IsoDate): Promise<number> {
	const ordered = [...new Set(issueIds)].sort();
	let written = 0;
	for (let at = 0; at < ordered.length; at += STEP) {
		const issues = await loadIssues(tx, ordered.slice(at, at + STEP), "update");
		const changes = [...issues.values()].map((issue) => ({ issue, before: issue }));
		written += await writeInTrays(tx, changes, today);
	}
	return written;
}
