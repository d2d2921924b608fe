import type { Inspection, Issue } from "@zhenggai/domain/issues";
import type { InspectionId, IsoDate } from "@zhenggai/domain/kernel";
import { pointsOfUnits } from "@zhenggai/domain/supervision";
import type { Tx } from "@zhenggai/storage";
import { loadInspections } from "@zhenggai/storage/issues";
import { type PointsOfIssue, writeScorePoints } from "@zhenggai/storage/supervision";
import { type Law, lawOf } from "../kit/rules-for.ts";

type Scored = {
	readonly issue: Issue;
	/** Null for an issue that was not on the ledger. */
	readonly before: Issue | null;
	readonly inspections?: ReadonlyMap<InspectionId, Inspection>;
};

/** Whether an issue ever was lit: no other costs anybody a point. */
export const wasLit = ({ supervision }: Issue): boolean =>
	supervision?.changes.some(({ to }) => to === "yellow" || to === "red") === true;

/** What an issue costs whom up to a day, each point by the rules of its own day (RSP-05). */
export const pointsOfIssue = (
	law: Law,
	issue: Issue,
	inspection: Inspection | undefined,
	until: IsoDate,
): PointsOfIssue => ({
	...{ issueId: issue.id, region: issue.region },
	points: pointsOfUnits(issue, (day) => law.rules(inspection, issue.region, day), until),
});

/** Whether a write can have changed the points. What evolve did not touch is the same object. */
const mayMove = ({ before, issue }: Scored): boolean =>
	wasLit(issue) &&
	(before === null ||
		before.supervision !== issue.supervision ||
		before.assignments !== issue.assignments ||
		before.ending !== issue.ending);

/**
 * Says what the issues of a write cost which units, in the transaction that writes them. Other rules for days that are over
 * come with the sweep that looks at everything anew.
 */
export async function writeScores(tx: Tx, changes: readonly Scored[], today: IsoDate): Promise<void> {
	const moved = changes.filter(mayMove);
	if (moved.length === 0) return;
	const law = await lawOf(tx);
	const known = new Map(moved.flatMap(({ inspections }) => [...(inspections ?? [])]));
	const missing = moved.flatMap(({ issue: { mandates } }) =>
		mandates.slice(0, 1).flatMap(({ inspectionId }) => (known.has(inspectionId) ? [] : [inspectionId])),
	);
	const loaded = await loadInspections(tx, [...new Set(missing)]);
	await writeScorePoints(
		tx,
		moved.map(({ issue }) => {
			const id = issue.mandates[0]?.inspectionId;
			const inspection = id === undefined ? undefined : (known.get(id) ?? loaded.get(id));
			return pointsOfIssue(law, issue, inspection, today);
		}),
	);
}
