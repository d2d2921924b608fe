import { setImmediate as turn } from "node:timers/promises";
import { addDays, type IsoDate, IssueId } from "@zhenggai/domain/kernel";
import { type Tx, withTransaction } from "@zhenggai/storage";
import {
	dueIssues,
	finishSweep,
	holdRegion,
	issuesAfter,
	type SweepProgress,
	type SweepRegion,
	saveFailures,
	saveSweepProgress,
	type WatchedIssue,
	watchUntil,
} from "@zhenggai/storage/sweep";
import { basisOf } from "./basis.ts";
import { type BatchOutcome, sweepBatch } from "./batch.ts";
import { BatchSize } from "./batch-size.ts";
import type { SweepContext } from "./context.ts";
import { wordsOf } from "./judge-batch.ts";

/** The end of the walk through all issues: no id is greater. */
const LAST = IssueId.parse("ffffffff-ffff-7fff-bfff-ffffffffffff");

/** How often the same issues may be overtaken by their people before the rest of the day goes on without them. */
const PATIENCE = 20;

/** What one transaction did. */
type Step =
	/** Somebody else has the region. */
	| { readonly kind: "busy" }
	/** The day is finished: now, or by somebody else before. */
	| { readonly kind: "finished"; readonly now: boolean }
	| { readonly kind: "batch"; readonly moved: boolean; readonly done: BatchOutcome };

/** Takes a part, and says what its issues are judged by: asked together, waited for once. */
const heldAndJudgedBy = (tx: Tx, context: SweepContext, city: number, day: IsoDate) =>
	Promise.all([holdRegion(tx, city, addDays(day, -1)), basisOf(tx, context, city, day)]);

/** Where the day stands: begun now, gone on with, or begun anew because the rules were changed in the middle of it. */
function planOf(context: SweepContext, region: SweepRegion, basis: string, day: IsoDate): SweepProgress {
	const same = basis === region.basis;
	if (region.progress !== null && region.progress.day === day) {
		const { progress } = region;
		return same ? progress : { ...progress, full: true, after: null };
	}
	const begun = { day, startedAt: context.now(), after: null, evaluated: 0, changed: 0, failed: 0 };
	return { ...begun, full: !same };
}

/** The next issues of a day: all of them one after the other where what judges them is new, and those that are due. */
async function nextBatch(
	tx: Tx,
	city: number,
	{ day, full, after }: SweepProgress,
	limit: number,
): Promise<{ batch: readonly WatchedIssue[]; after: IssueId | null }> {
	if (full && after !== LAST) {
		const batch = await issuesAfter(tx, city, after, limit);
		const last = batch.at(-1)?.id;
		if (last !== undefined) return { batch, after: last };
	}
	return { batch: await dueIssues(tx, city, day, limit), after };
}

type StepOptions = {
	readonly city: number;
	readonly day: IsoDate;
	readonly limit: number;
	/** Whether what is still due is left to the next day. */
	readonly leave: boolean;
	/** Told what the transaction is about, also where it fails. */
	readonly see: (batch: readonly WatchedIssue[]) => void;
};

/** Carries the sweep of a day one batch further, or finishes it; all in one transaction. */
const step = (context: SweepContext, { city, day, limit, leave, see }: StepOptions): Promise<Step> =>
	withTransaction(context.database, async (tx): Promise<Step> => {
		const [region, basis] = await heldAndJudgedBy(tx, context, city, day);
		if (region === null) return { kind: "busy" };
		if (region.sweptThrough >= day) return { kind: "finished", now: false };
		const progress = planOf(context, region, basis, day);
		const { batch, after } = await nextBatch(tx, city, progress, limit);
		see(batch);
		if (batch.length === 0 || leave) {
			await saveSweepProgress(tx, city, basis, progress);
			await finishSweep(tx, city, progress, context.now());
			return { kind: "finished", now: true };
		}
		const { hasFailures } = region;
		const done = await sweepBatch(tx, context, { city, day, batch, hasFailures });
		const further = {
			...{ ...progress, after },
			evaluated: progress.evaluated + done.evaluated,
			changed: progress.changed + done.changed,
			failed: progress.failed + done.failed,
		};
		await saveSweepProgress(tx, city, basis, further);
		return { kind: "batch", moved: done.overtaken < batch.length, done };
	});

/** Puts an issue that not even alone could be swept off until tomorrow, and says why. */
const setAside = (
	context: SweepContext,
	{ city, day }: Pick<StepOptions, "city" | "day">,
	{ id, touched }: WatchedIssue,
	message: string,
): Promise<void> =>
	withTransaction(context.database, async (tx) => {
		const [region, basis] = await heldAndJudgedBy(tx, context, city, day);
		if (region === null || region.sweptThrough >= day) return;
		const progress = planOf(context, region, basis, day);
		await watchUntil(tx, city, [{ issueId: id, dueOn: addDays(day, 1), touched }]);
		await saveFailures(tx, city, day, { evaluated: [], failures: [{ issueId: id, message }] });
		const walks = progress.full && progress.after !== LAST;
		await saveSweepProgress(tx, city, basis, {
			...progress,
			after: walks ? id : progress.after,
			failed: progress.failed + 1,
		});
	});

/** How the sweep of a day of one part of the country came out. */
export type RegionDay = {
	/** `finished`: now, by this call. `over`: somebody else had finished it. */
	readonly kind: "finished" | "over" | "busy" | "stopped";
	/** What this call did of it. */
	readonly evaluated: number;
	readonly changed: number;
	readonly failed: number;
};

export type RegionOptions = {
	readonly signal: AbortSignal;
	/** Issues of one transaction; as many as take a moment when not given. */
	readonly batch: number | undefined;
};

/**
 * Sweeps a city's part for one day, batch by batch, from wherever it was left. Each batch is a transaction of its own, so
 * whoever is stopped or killed loses at most one. A batch that fails is tried again issue by issue; one that fails alone
 * is put off until tomorrow and named. Stops between batches when the signal says so.
 */
export async function sweepRegionDay(
	context: SweepContext,
	city: number,
	day: IsoDate,
	{ signal, batch }: RegionOptions,
): Promise<RegionDay> {
	let [alone, patience] = [0, PATIENCE];
	const size = new BatchSize(batch);
	const did = { evaluated: 0, changed: 0, failed: 0 };
	while (!signal.aborted) {
		let seen: readonly WatchedIssue[] = [];
		const limit = alone > 0 ? 1 : size.next;
		const began = performance.now();
		const see = (read: readonly WatchedIssue[]) => {
			seen = read;
		};
		try {
			const taken = await step(context, { city, day, limit, leave: patience === 0, see });
			if (taken.kind === "busy") return { kind: "busy", ...did };
			if (taken.kind === "finished") return { kind: taken.now ? "finished" : "over", ...did };
			patience = taken.moved ? PATIENCE : patience - 1;
			did.evaluated += taken.done.evaluated;
			did.changed += taken.done.changed;
			did.failed += taken.done.failed;
			if (alone === 0 && batch === undefined) size.took(seen.length, performance.now() - began);
			alone = Math.max(0, alone - 1);
		} catch (thrown) {
			const [first] = seen;
			if (first === undefined) throw thrown;
			if (alone > 0) {
				await setAside(context, { city, day }, first, wordsOf(thrown));
				did.failed += 1;
			}
			alone = alone > 0 ? alone - 1 : seen.length;
		}
		// Requests come first.
		await turn();
	}
	return { kind: "stopped", ...did };
}
