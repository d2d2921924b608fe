import type { Issue } from "../issues/index.ts";
import type { IsoDate } from "../kernel/index.ts";
import { isLive, type Milestone } from "./elements.ts";
import { type Baseline, NO_PLAN, type PlanContent, type PlanState } from "./schema.ts";

/** The plan of an issue, empty until somebody has worked on it. */
export const planOf = (issue: Pick<Issue, "plan">): PlanState => issue.plan ?? NO_PLAN;

/** What a milestone is known by: its id, or for those from before they had one, its day and wording. */
export const milestoneKey = (milestone: Milestone): string =>
	milestone.id ?? `${milestone.due}|${milestone.text}`;

/** The plan that holds: the latest approved version, null before the first approval. */
export const currentBaseline = (issue: Pick<Issue, "plan">): Baseline | null =>
	issue.plan?.baselines.at(-1) ?? null;

/** What the plan promises as it stands now. */
export const planContentOf = (
	issue: Pick<Issue, "goal" | "deadline" | "constraints" | "measures" | "plan">,
): PlanContent => ({
	goal: issue.goal,
	goals: planOf(issue).goals,
	deadline: issue.deadline,
	constraints: issue.constraints,
	measures: issue.measures,
});

/** Whether a milestone is promised by a day: its own day counts (domain.md §3.1). */
export const isPlanned = ({ due }: Pick<Milestone, "due">, asOf: IsoDate): boolean => due <= asOf;

/**
 * Planned progress on a day: the weight of the milestones due by then over the weight of all, in percent (domain.md
 * §3.1). Null for a plan without milestones, which promises nothing in between.
 */
export function plannedPercent(issue: Pick<Issue, "measures">, asOf: IsoDate): number | null {
	let all = 0;
	let due = 0;
	for (const measure of issue.measures) {
		if (!isLive(measure)) continue;
		for (const milestone of measure.milestones) {
			all += milestone.weight;
			if (isPlanned(milestone, asOf)) due += milestone.weight;
		}
	}
	return all === 0 ? null : (due / all) * 100;
}
