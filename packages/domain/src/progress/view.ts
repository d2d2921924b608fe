import { z } from "zod";
import type { Issue } from "../issues/index.ts";
import { GoalId, IsoDate, MeasureId } from "../kernel/index.ts";
import { isLive, milestoneKey, plannedPercent } from "../plans/index.ts";
import { actualPercent, lastActivityOn, overdueMilestones, progressOf, reachOf } from "./content.ts";
import { unansweredCycles } from "./cycles.ts";
import { goalStanding, goalsMet } from "./goals.ts";
import { MilestoneReach, ProgressState } from "./schema.ts";

const GoalStanding = z.enum(["met", "unmet", "unknown"]);

/** The progress of an issue as its page shows it: what was written down, and what follows from it on a day. */
export const ProgressView = ProgressState.extend({
	plannedPercent: z.number().nullable(),
	actualPercent: z.number().nullable(),
	lastActivityOn: IsoDate.nullable(),
	/** Keys of the cycles without an entry that stands. */
	unanswered: z.array(z.string()),
	milestones: z.array(
		z.object({ measureId: MeasureId, key: z.string(), reach: MilestoneReach, late: z.boolean() }),
	),
	goals: z.array(z.object({ goalId: GoalId, standing: GoalStanding })),
	goalsMet: GoalStanding,
});
export type ProgressView = z.infer<typeof ProgressView>;

/** Makes the view of a day. */
export function progressView(issue: Issue, asOf: IsoDate): ProgressView {
	const late = new Set(overdueMilestones(issue, asOf).map(({ milestone }) => milestone));
	return {
		...progressOf(issue),
		plannedPercent: plannedPercent(issue, asOf),
		actualPercent: actualPercent(issue),
		lastActivityOn: lastActivityOn(issue),
		unanswered: unansweredCycles(issue, asOf).map(({ key }) => key),
		milestones: issue.measures.filter(isLive).flatMap((measure) =>
			measure.milestones.map((milestone) => ({
				measureId: measure.id,
				key: milestoneKey(milestone),
				reach: reachOf(issue.progress, measure, milestone),
				late: late.has(milestone),
			})),
		),
		goals: (issue.plan?.goals ?? []).map((goal) => ({
			goalId: goal.id,
			standing: goalStanding(issue, goal),
		})),
		goalsMet: goalsMet(issue),
	};
}
