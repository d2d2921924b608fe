import {
	type CoverageGround,
	type Inspection,
	type Issue,
	inTrayOf,
	movesCoverage,
	uncoveredOn,
} from "@zhenggai/domain/issues";
import type { InspectionId, IsoDate, IssueId } from "@zhenggai/domain/kernel";
import type { Instrument } from "@zhenggai/domain/supervision";
import type { Tx } from "@zhenggai/storage";
import {
	type InTrayBefore,
	type InTrayOfIssue,
	loadCoverageGround,
	loadInTrayItems,
	loadInTrayOf,
	writeInTray,
} from "@zhenggai/storage/in-tray";
import { loadInspections, loadIssues } from "@zhenggai/storage/issues";
import { markWatched } from "@zhenggai/storage/sweep";
import { type Law, lawOf } from "../kit/rules-for.ts";

/** A new state of an issue, with what was looked up for it already. */
export type Trayed = {
	readonly issue: Issue;
	/** Null for an issue that was not on the ledger: nothing waits for it yet. */
	readonly before: Issue | null;
	readonly inspections?: ReadonlyMap<InspectionId, Inspection>;
};

/** What one issue asks of whom. */
export type AskedOfIssue = InTrayOfIssue & { readonly issueId: IssueId };

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

/** What an issue asks of whom, with what that is derived from. */
type Asking = {
	readonly issue: Issue;
	/** The inspection of its first mandate. */
	readonly inspection: Inspection | undefined;
	readonly instruments: readonly Instrument[];
	/** What its coverage is judged by; left out only where it cannot be handed down. */
	readonly ground: CoverageGround | undefined;
};

/** What an issue asks of whom on a day, by the rules of the day. */
export function askedOf(law: Law, asking: Asking, today: IsoDate): AskedOfIssue {
	const { issue, inspection, instruments, ground } = asking;
	const at = {
		rules: law.rules(inspection, issue.region, today),
		calendar: law.calendar(today),
		asOf: today,
		feedbackDate: inspection?.feedback?.feedbackDate ?? null,
		uncovered: ground === undefined ? [] : uncoveredOn(issue, ground),
	};
	return { issueId: issue.id, region: issue.region, items: inTrayOf(issue, instruments, at) };
}

/** What issues ask of whom, in their order. */
async function askedBy(
	tx: Tx,
	changes: readonly Trayed[],
	instruments: InTrayBefore["instruments"],
	today: IsoDate,
): Promise<AskedOfIssue[]> {
	const law = await lawOf(tx);
	const inspections = await inspectionsOf(tx, changes);
	const grounds = await loadCoverageGround(
		tx,
		changes.map(({ issue }) => issue),
	);
	return changes.map(({ issue }) => {
		const first = firstOf(issue);
		const inspection = first === undefined ? undefined : inspections.get(first);
		const ground = grounds.get(issue.id);
		return askedOf(law, { issue, inspection, instruments: instruments.get(issue.id) ?? [], ground }, today);
	});
}

/**
 * The issues above these that are handed down further, or less far, by what was written (PLAN-05), as they are now. Whoever
 * writes an issue holds its mark as well, so nobody else's word on it is missed.
 */
async function parentsMoved(tx: Tx, changes: readonly Trayed[]): Promise<readonly Trayed[]> {
	const written = new Set(changes.map(({ issue }) => issue.id));
	const moved = changes.flatMap(({ before, issue }) =>
		issue.parentId !== null && !written.has(issue.parentId) && movesCoverage(before, issue)
			? [issue.parentId]
			: [],
	);
	if (moved.length === 0) return [];
	const ids = [...new Set(moved)].sort();
	await markWatched(tx, ids);
	return [...(await loadIssues(tx, ids)).values()].map((issue) => ({ issue, before: issue }));
}

/**
 * Makes the in-trays say what these states ask of whom, in the transaction that wrote the states, and what the issues above
 * them ask where they are handed down further or less far by it. Only what differs is written: a command touches a handful
 * of rows, and none where it changed nothing that anybody waits for. Whoever writes an issue, or an instrument on it, holds
 * its mark for the sweep by then, and {@link refreshInTray} takes hold of it: of two who write an issue, an instrument on it
 * or an issue below it at the same time the last sees what both did. Answers how many rows it wrote.
 */
export async function writeInTrays(tx: Tx, changes: readonly Trayed[], today: IsoDate): Promise<number> {
	const parents = await parentsMoved(tx, changes);
	return writeAsked(tx, [...changes, ...parents], today);
}

async function writeAsked(tx: Tx, changes: readonly Trayed[], today: IsoDate): Promise<number> {
	if (changes.length === 0) return 0;
	const old = changes.flatMap(({ before }) => before?.id ?? []);
	const { items, instruments } = old.length === 0 ? NOTHING : await loadInTrayOf(tx, old);
	const after = await askedBy(tx, changes, instruments, today);
	return writeInTray(tx, items, after);
}

/**
 * The same for issues of which it is known what they ask now and that the trays hold something else, and that nobody
 * writes until the transaction ends.
 */
export async function mendInTrays(tx: Tx, asked: readonly AskedOfIssue[]): Promise<number> {
	if (asked.length === 0) return 0;
	const ids = asked.map(({ issueId }) => issueId);
	return writeInTray(tx, await loadInTrayItems(tx, ids), asked);
}

/** Issues of one step. */
const STEP = 250;

/**
 * Makes the in-trays of issues anew, their states unchanged: a day has passed, an instrument on them was written, the date
 * of a feedback, the place of a unit, or a region was named. Locks the issues in the order of their ids and marks them for
 * the sweep, until the transaction ends. Writes only what differs and answers how many rows that were. `today` is the day
 * in Asia/Shanghai whose tray it is.
 */
export async function refreshInTray(tx: Tx, issueIds: readonly IssueId[], today: IsoDate): Promise<number> {
	const ordered = [...new Set(issueIds)].sort();
	let written = 0;
	for (let at = 0; at < ordered.length; at += STEP) {
		const ids = ordered.slice(at, at + STEP);
		const issues = await loadIssues(tx, ids, "update");
		await markWatched(tx, ids);
		const changes = [...issues.values()].map((issue) => ({ issue, before: issue }));
		written += await writeAsked(tx, changes, today);
	}
	return written;
}
