import { missingElements } from "@zhenggai/domain/issues";
import { addDays, type IsoDate, type IssueId, shanghaiDate } from "@zhenggai/domain/kernel";
import { appendBatches, type Tx } from "@zhenggai/storage";
import { writeWatchDays } from "@zhenggai/storage/close-out";
import { saveIssues } from "@zhenggai/storage/issues";
import { writeScorePoints } from "@zhenggai/storage/supervision";
import { type NextLook, saveFailures, type WatchedIssue, watchUntil } from "@zhenggai/storage/sweep";
import { mendInTrays } from "../issues/index.ts";
import { causeOf } from "../kit/command.ts";
import { eventIds } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";
import type { SweepContext } from "./context.ts";
import { type JudgedBatch, type JudgedIssue, judgeBatch } from "./judge-batch.ts";

/** How a batch of issues came out. */
export type BatchOutcome = {
	readonly evaluated: number;
	readonly changed: number;
	readonly failed: number;
	/** Issues that somebody changed meanwhile: they are still due. */
	readonly overtaken: number;
};

/** Journals what changed. Streams that moved on in the meantime are left out: their issues are looked at again. */
async function journal(
	tx: Tx,
	context: SweepContext,
	changed: readonly JudgedIssue[],
	{ now, stamp }: JudgedBatch,
): Promise<ReadonlySet<IssueId>> {
	const ids = eventIds(context);
	const overtaken = new Set<IssueId>();
	for (let left = changed; left.length > 0; ) {
		const appended = await appendBatches(
			tx,
			left.map(({ watched: { id, issue }, swept }) => ({
				...{ streamKind: "issue" as const, streamId: id, expectedVersion: issue.version },
				...{ actor: stamp, at: now, events: drafts(swept.events), region: issue.region, ids },
				cause: causeOf(swept.verbs[0] ?? "recordLight", {}),
			})),
		);
		if (appended.ok) break;
		const late = new Set(appended.conflicts.map(({ streamId }) => streamId));
		for (const { watched } of left) if (late.has(watched.id)) overtaken.add(watched.id);
		left = left.filter(({ watched }) => !late.has(watched.id));
	}
	return overtaken;
}

/** Whether anything of an issue is to be written: also its next day, its trays, its points, the day of its look-back. */
const moves = ({ watched, swept, asked, lookBackOn, scored }: JudgedIssue): boolean =>
	swept.events.length > 0 ||
	asked !== null ||
	scored !== null ||
	lookBackOn !== undefined ||
	(swept.dueOn ?? "infinity") !== watched.dueOn;

/** When issues are to be looked at next: those of which something is written, and those that have to be tried again. */
const nextLooks = (
	settled: readonly JudgedIssue[],
	tried: readonly WatchedIssue[],
	day: IsoDate,
): NextLook[] => [
	...settled.filter(moves).map(({ watched: { id, touched }, swept: { dueOn, events } }) => ({
		...{ issueId: id, dueOn },
		touched: touched + (events.length > 0 ? 1 : 0),
	})),
	...tried.map(({ id, touched }) => ({ issueId: id, dueOn: addDays(day, 1), touched })),
];

export type BatchToSweep = {
	readonly city: number;
	readonly day: IsoDate;
	readonly batch: readonly WatchedIssue[];
	/** Whether issues of the part are noted as failed: one that can be judged again is taken off. */
	readonly hasFailures: boolean;
};

/**
 * Sweeps a batch of issues for a day, in the transaction that holds their part of the country: journals and saves what
 * changed by itself, says of each when it has to be looked at next, and puts into the in-trays what the day asks for.
 * Everything is judged before the first row is locked, and of an issue that is as it was no row is locked or written.
 */
export async function sweepBatch(
	tx: Tx,
	context: SweepContext,
	{ city, day, batch, hasFailures }: BatchToSweep,
): Promise<BatchOutcome> {
	const result = await judgeBatch(tx, batch, { day, now: context.now() });
	const { judged, failures } = result;
	const changed = judged.filter(({ swept }) => swept.events.length > 0);
	const overtaken = await journal(tx, context, changed, result);
	const settled = judged.filter(({ watched }) => !overtaken.has(watched.id));
	const saved = settled.filter(({ swept }) => swept.events.length > 0);
	// Lists show today, whatever day is made up for.
	const today = shanghaiDate(result.now);
	if (saved.length > 0) {
		await saveIssues(
			tx,
			saved.map(({ watched: { issue: before }, swept: { issue } }) => ({
				...{ before, issue },
				missing: missingElements(issue, today),
			})),
			today,
		);
	}
	const failed = new Set(failures.map(({ issueId }) => issueId));
	const tried = batch.filter(({ id }) => failed.has(id));
	const held = await watchUntil(tx, city, nextLooks(settled, tried, day));
	// Nobody has written an instrument on what is held since it was read.
	const ours = settled.filter(({ watched }) => held.has(watched.id));
	await mendInTrays(
		tx,
		ours.flatMap(({ asked }) => (asked === null ? [] : [asked])),
	);
	await writeScorePoints(
		tx,
		ours.flatMap(({ scored }) => (scored === null ? [] : [scored])),
	);
	await writeWatchDays(
		tx,
		ours.flatMap(({ watched: { id }, lookBackOn }) =>
			lookBackOn === undefined ? [] : [{ issueId: id, on: lookBackOn }],
		),
	);
	const evaluated = hasFailures ? settled.map(({ watched: { id } }) => id) : [];
	await saveFailures(tx, city, day, { evaluated, failures });
	return {
		evaluated: settled.length,
		changed: saved.length,
		failed: failures.length,
		overtaken: overtaken.size,
	};
}
