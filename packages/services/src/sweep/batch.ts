import { type Inspection, type Issue, missingElements, NO_SURROUNDINGS } from "@zhenggai/domain/issues";
import {
	type Actor,
	addDays,
	type InspectionId,
	type IsoDate,
	type IssueId,
	officialCalendar,
	shanghaiDate,
} from "@zhenggai/domain/kernel";
import { appendBatches, type EventBatch, type Tx } from "@zhenggai/storage";
import { loadInspections, saveIssues } from "@zhenggai/storage/issues";
import {
	instrumentsOn,
	type NextLook,
	type SweepFailure,
	saveFailures,
	type WatchedIssue,
	watchUntil,
} from "@zhenggai/storage/sweep";
import { judgeChanges, noteWatchDays, reviewInTrays } from "../issues/index.ts";
import { stampOf } from "../kit/authorise.ts";
import { causeOf } from "../kit/command.ts";
import { eventIds } from "../kit/context.ts";
import { drafts, sha256Of } from "../kit/json.ts";
import { lawOf } from "../kit/rules-for.ts";
import type { SweepContext } from "./context.ts";
import { type Swept, sweepIssue } from "./evaluate.ts";

/** Who acts in the night. */
export const SWEEPER: Actor = { kind: "system", name: "夜间巡检" };

/** How a batch of issues came out. */
export type BatchOutcome = {
	readonly evaluated: number;
	readonly changed: number;
	readonly failed: number;
	/** Issues that somebody changed meanwhile: they are still due. */
	readonly overtaken: number;
};

type Looked = WatchedIssue & { readonly swept: Swept };

const firstInspections = (batch: readonly WatchedIssue[]): InspectionId[] => [
	...new Set(
		batch.flatMap(({ issue }) =>
			// A damaged state is found out about when the issue is evaluated.
			Array.isArray(issue.mandates) ? issue.mandates.slice(0, 1).map(({ inspectionId }) => inspectionId) : [],
		),
	),
];

const inspectionOf = ({ mandates: [first] }: Issue, known: ReadonlyMap<InspectionId, Inspection>) =>
	first === undefined ? undefined : known.get(first.inspectionId);

/** Evaluates each issue by itself: one that cannot be is told, and holds up nobody. */
async function lookAt(tx: Tx, context: SweepContext, day: IsoDate, batch: readonly WatchedIssue[]) {
	const law = await lawOf(tx);
	const inspections = await loadInspections(tx, firstInspections(batch));
	const instruments = await instrumentsOn(
		tx,
		batch.map(({ id }) => id),
	);
	const [looked, failures]: [Looked[], SweepFailure[]] = [[], []];
	const asking = {
		...{ actor: SWEEPER, stamp: stampOf(SWEEPER), now: context.now(), sha256: sha256Of },
		...{ calendar: officialCalendar(), surroundings: NO_SURROUNDINGS },
	};
	for (const watched of batch) {
		const { id, issue } = watched;
		try {
			const rules = law.rules(inspectionOf(issue, inspections), issue.region, day);
			const swept = await sweepIssue(
				issue,
				instruments.get(id) ?? [],
				{ ...asking, rules },
				day,
				async (verb, change) =>
					(await judgeChanges(tx, [change], undefined, day, verb)).blocking.length === 0,
			);
			looked.push({ ...watched, swept });
		} catch (thrown) {
			// The database's own trouble is not the issue's.
			if (isDatabaseTrouble(thrown)) throw thrown;
			failures.push({ issueId: id, message: messageOf(thrown) });
		}
	}
	return { looked, failures, asking, inspections, instruments };
}

const isDatabaseTrouble = (thrown: unknown): boolean => thrown instanceof Error && "code" in thrown;
const messageOf = (thrown: unknown): string =>
	(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)).slice(0, 500);

/** Journals what changed. Streams that moved on in the meantime are left out: their issues are looked at again. */
async function journal(
	tx: Tx,
	context: SweepContext,
	changed: readonly Looked[],
	asking: Pick<EventBatch, "at" | "actor">,
): Promise<ReadonlySet<IssueId>> {
	const ids = eventIds(context);
	const overtaken = new Set<IssueId>();
	for (let left = changed; left.length > 0; ) {
		const appended = await appendBatches(
			tx,
			left.map(({ id, issue, swept }) => ({
				...{ ...asking, streamKind: "issue" as const, streamId: id, expectedVersion: issue.version },
				...{ events: drafts(swept.events), region: issue.region, ids },
				cause: causeOf(swept.verbs[0] ?? "recordLight", {}),
			})),
		);
		if (appended.ok) break;
		const late = new Set(appended.conflicts.map(({ streamId }) => streamId));
		for (const { id } of left) if (late.has(id)) overtaken.add(id);
		left = left.filter(({ id }) => !late.has(id));
	}
	return overtaken;
}

/**
 * Sweeps a batch of issues for a day, in the transaction that holds their part of the country: journals and saves what
 * changed by itself, says of each when it has to be looked at next, and puts into the in-trays what the day asks for.
 */
export async function sweepBatch(
	tx: Tx,
	context: SweepContext,
	{
		city,
		day,
		batch,
	}: { readonly city: number; readonly day: IsoDate; readonly batch: readonly WatchedIssue[] },
): Promise<BatchOutcome> {
	const { looked, failures, asking, inspections, instruments } = await lookAt(tx, context, day, batch);
	const moved = looked.filter(({ swept }) => swept.events.length > 0);
	const overtaken = await journal(tx, context, moved, { at: asking.now, actor: asking.stamp });
	const saved = moved.filter(({ id }) => !overtaken.has(id));
	// Lists show today, whatever day is made up for.
	const today = shanghaiDate(asking.now);
	if (saved.length > 0) {
		await saveIssues(
			tx,
			saved.map(({ issue: before, swept: { issue } }) => ({
				before,
				issue,
				missing: missingElements(issue, today),
			})),
			today,
		);
	}
	const written = new Set(saved.map(({ id }) => id));
	const settled = looked.filter(({ id }) => !overtaken.has(id));
	const looks: NextLook[] = [
		...settled.map(({ id, touched, swept: { dueOn } }) => ({
			...{ issueId: id, dueOn },
			touched: touched + (written.has(id) ? 1 : 0),
		})),
		// Tomorrow it is tried again.
		...batch
			.filter(({ id }) => failures.some(({ issueId }) => issueId === id))
			.map(({ id, touched }) => ({ issueId: id, dueOn: addDays(day, 1), touched })),
	];
	const held = await watchUntil(tx, city, looks);
	// Nobody has written an instrument on what is held since the instruments were read.
	const reviewed = settled
		.filter(({ id }) => held.has(id))
		.map(({ issue: before, swept: { issue } }) => ({ issue, before, inspections }));
	await reviewInTrays(tx, reviewed, instruments, today);
	await noteWatchDays(tx, reviewed, today);
	await saveFailures(tx, city, day, { evaluated: settled.map(({ id }) => id), failures });
	return {
		evaluated: settled.length,
		changed: saved.length,
		failed: failures.length,
		overtaken: overtaken.size,
	};
}
