import { setImmediate as turn } from "node:timers/promises";
import { type Inspection, type Issue, NO_SURROUNDINGS } from "@zhenggai/domain/issues";
import {
	type Actor,
	type ActorStamp,
	type InspectionId,
	type Instant,
	type IsoDate,
	shanghaiDate,
} from "@zhenggai/domain/kernel";
import type { Tx } from "@zhenggai/storage";
import { holdsSame, loadCoverageGround } from "@zhenggai/storage/in-tray";
import { loadInspections } from "@zhenggai/storage/issues";
import { holdsSamePoints, loadHeldPoints, type PointsOfIssue } from "@zhenggai/storage/supervision";
import type { SweepFailure, WatchedIssue } from "@zhenggai/storage/sweep";
import {
	type AskedOfIssue,
	askedOf,
	judgeChanges,
	lookBackOf,
	pointsOfIssue,
	wasLit,
} from "../issues/index.ts";
import { stampOf } from "../kit/authorise.ts";
import { sha256Of } from "../kit/json.ts";
import { lawOf } from "../kit/rules-for.ts";
import { type Swept, sweepIssue } from "./evaluate.ts";

/** Who acts in the night. */
export const SWEEPER: Actor = { kind: "system", name: "夜间巡检" };

/** What a day makes of an issue, and what is to be written of that. */
export type JudgedIssue = {
	readonly watched: WatchedIssue;
	readonly swept: Swept;
	/** What it asks of whom where the trays hold something else; null where they hold just that. */
	readonly asked: AskedOfIssue | null;
	/** When it is to be looked back at, where another day stands; undefined where that one does. */
	readonly lookBackOn: IsoDate | null | undefined;
	/** What it costs whom where the ledger holds something else; null where it holds just that. */
	readonly scored: PointsOfIssue | null;
};

export type JudgedBatch = {
	readonly judged: readonly JudgedIssue[];
	/** Those that could not be judged. */
	readonly failures: readonly SweepFailure[];
	readonly now: Instant;
	readonly stamp: ActorStamp;
};

/** So many issues are judged before whoever else has work in this thread gets a turn. */
const STRETCH = 50;

const firstInspections = (batch: readonly WatchedIssue[]): InspectionId[] => [
	...new Set(
		batch.flatMap(({ issue }) =>
			// A damaged state is found out about when the issue is judged.
			Array.isArray(issue.mandates) ? issue.mandates.slice(0, 1).map(({ inspectionId }) => inspectionId) : [],
		),
	),
];

const inspectionOf = ({ mandates: [first] }: Issue, known: ReadonlyMap<InspectionId, Inspection>) =>
	first === undefined ? undefined : known.get(first.inspectionId);

const isDatabaseTrouble = (thrown: unknown): boolean => thrown instanceof Error && "code" in thrown;

/** What is told of an issue that could not be judged. */
export const wordsOf = (thrown: unknown): string =>
	(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)).slice(0, 500);

/** Judges one issue, by the rules of the day; its trays and what lists show are those of today, whatever is made up for. */
async function judgerOf(
	tx: Tx,
	batch: readonly WatchedIssue[],
	{ day, now, stamp }: { readonly day: IsoDate; readonly now: Instant; readonly stamp: ActorStamp },
) {
	// A damaged state is found out about when the issue is judged.
	const lit = batch.filter(({ issue }) => Array.isArray(issue.supervision?.changes) && wasLit(issue));
	// Asked together they are waited for once.
	const [law, inspections, grounds, points] = await Promise.all([
		lawOf(tx),
		loadInspections(tx, firstInspections(batch)),
		loadCoverageGround(
			tx,
			batch.map(({ issue }) => issue),
		),
		loadHeldPoints(
			tx,
			lit.map(({ id }) => id),
		),
	]);
	const today = shanghaiDate(now);
	const asking = {
		...{ actor: SWEEPER, stamp, now, sha256: sha256Of },
		...{ calendar: law.calendar(day), surroundings: NO_SURROUNDINGS },
	};
	return async (watched: WatchedIssue): Promise<JudgedIssue> => {
		const { issue, instruments, tray } = watched;
		const inspection = inspectionOf(issue, inspections);
		const rules = law.rules(inspection, issue.region, day);
		const swept = await sweepIssue(
			issue,
			instruments,
			{ ...asking, rules },
			day,
			async (verb, change) => (await judgeChanges(tx, [change], undefined, day, verb)).blocking.length === 0,
		);
		const ground = grounds.get(issue.id);
		const asked = askedOf(law, { issue: swept.issue, inspection, instruments, ground }, today);
		const lookBackOn = lookBackOf(law, swept.issue, inspection, today);
		const scored = pointsOfIssue(law, swept.issue, inspection, today);
		return {
			watched,
			swept,
			asked: holdsSame(tray, asked.items) ? null : asked,
			lookBackOn: lookBackOn === watched.lookBackOn ? undefined : lookBackOn,
			scored: holdsSamePoints(points, scored) ? null : scored,
		};
	};
}

/**
 * Judges each issue by itself, and says what of it is to be written: of a night that judges everything anew that is next
 * to nothing. One that cannot be judged is told, and holds up nobody. Writes nothing and locks nothing.
 */
export async function judgeBatch(
	tx: Tx,
	batch: readonly WatchedIssue[],
	{ day, now }: { readonly day: IsoDate; readonly now: Instant },
): Promise<JudgedBatch> {
	const stamp = stampOf(SWEEPER);
	const judge = await judgerOf(tx, batch, { day, now, stamp });
	const [judged, failures]: [JudgedIssue[], SweepFailure[]] = [[], []];
	for (const [at, watched] of batch.entries()) {
		if (at % STRETCH === STRETCH - 1) await turn();
		try {
			judged.push(await judge(watched));
		} catch (thrown) {
			// The database's own trouble is not the issue's.
			if (isDatabaseTrouble(thrown)) throw thrown;
			failures.push({ issueId: watched.id, message: wordsOf(thrown) });
		}
	}
	return { judged, failures, now, stamp };
}
