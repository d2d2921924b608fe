import type { Issue } from "../issues/index.ts";
import { shanghaiDate } from "../kernel/index.ts";
import type { Goal } from "../plans/index.ts";
import { evidenceIn, progressOf } from "./content.ts";
import type { Evidence, GoalReading } from "./schema.ts";

type Metric = Extract<Goal, { kind: "metric" }>;
type Measured = Pick<Issue, "progress" | "closeOut">;
type Aimed = Pick<Issue, "plan" | "progress" | "closeOut">;
export type GoalStanding = "met" | "unmet" | "unknown";

/** A goal's figures in the order of the days that they speak of; of one day, the later entry is the later figure. */
export const readingsOf = (issue: Pick<Issue, "progress">, goalId: Goal["id"]): readonly GoalReading[] =>
	progressOf(issue)
		.readings.filter((reading) => reading.goalId === goalId)
		.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** Whether a figure reaches a target. */
export const reaches = (goal: Metric, value: number): boolean =>
	goal.direction === "atMost" ? value <= goal.target : value >= goal.target;

/** Whether a figure is farther from the target than another. */
export const isWorse = (goal: Metric, value: number, than: number): boolean =>
	goal.direction === "atMost" ? value > than : value < than;

/** EV-07: what makes a monitoring report one that counts. */
export const isWholeReport = ({ laboratory, effectiveOn, meetsStandard }: Evidence): boolean =>
	laboratory !== null && effectiveOn !== null && meetsStandard !== null;

/** Whether a piece of evidence can show a figure: a monitoring report only as a whole one that says the standard is met. */
const showsFigure = (held: Evidence): boolean =>
	held.kind !== "monitoring" || (isWholeReport(held) && held.meetsStandard === true);

/** The latest figure of a goal that counts: one of before a rebound says nothing of what came back (LB-04). */
function latestReading(issue: Measured, goal: Goal): GoalReading | undefined {
	const last = readingsOf(issue, goal.id).at(-1);
	const rebound = issue.closeOut?.rebounds.at(-1);
	return last !== undefined && rebound !== undefined && last.on < shanghaiDate(rebound.at) ? undefined : last;
}

/**
 * How one goal stands: a figure by its latest reading, which counts as met only with evidence that stands (ACC-02), of
 * monitoring reports those with laboratory, day and a result that meets the standard (EV-07, which blocks there); a
 * deliverable is met once it is there with its evidence. What came back is measured anew.
 */
export function goalStanding(issue: Measured, goal: Goal): GoalStanding {
	const { deliveries } = progressOf(issue);
	if (goal.kind === "deliverable") {
		const there = deliveries.some(
			({ goalId, evidenceIds }) => goalId === goal.id && evidenceIn(issue, evidenceIds).length > 0,
		);
		return there ? "met" : "unknown";
	}
	const last = latestReading(issue, goal);
	if (last === undefined) return "unknown";
	if (!reaches(goal, last.value)) return "unmet";
	return evidenceIn(issue, last.evidenceIds).some(showsFigure) ? "met" : "unknown";
}

/**
 * How the goals of the plan stand together: unmet as soon as one figure misses its target, unknown while one is not
 * shown. Met where no goal was set that could be measured: nothing is left to be shown.
 */
export function goalsMet(issue: Aimed): GoalStanding {
	const goals = issue.plan?.goals;
	if (goals === undefined) return "met";
	let all: GoalStanding = "met";
	for (const goal of goals) {
		const standing = goalStanding(issue, goal);
		if (standing === "unmet") return "unmet";
		if (standing === "unknown") all = "unknown";
	}
	return all;
}
