import type { Issue } from "../issues/index.ts";
import { type IsoDate, lastDayNumber } from "../kernel/index.ts";
import { isLive, isPlanned, type Milestone } from "../plans/index.ts";
import { isMissed, reachOf } from "../progress/index.ts";

/** What the milestones of an issue say on a day. */
export type Pace = {
	/** Weight of all, of those that the plan promises by that day, and of those that are verified. */
	all: number;
	planned: number;
	attained: number;
	/** The first one that is missed: see `isMissed`. */
	missed: Milestone | null;
	missedCount: number;
	/** The earliest day of all. */
	first: IsoDate | null;
};

/**
 * Counts the milestones of the live measures in one pass, for a million issues: the weights that `plannedPercent` and
 * `actualPercent` divide, and what `overdueMilestones` lists.
 */
export function paceOf(issue: Pick<Issue, "measures" | "progress">, asOf: IsoDate): Pace {
	const pace: Pace = { all: 0, planned: 0, attained: 0, missed: null, missedCount: 0, first: null };
	for (const measure of issue.measures) {
		if (!isLive(measure)) continue;
		for (const milestone of measure.milestones) {
			const { due, weight } = milestone;
			pace.all += weight;
			if (pace.first === null || due < pace.first) pace.first = due;
			if (isPlanned(milestone, asOf)) pace.planned += weight;
			const reach = reachOf(issue.progress, measure, milestone);
			if (reach === "verified") pace.attained += weight;
			if (!isMissed(milestone, reach, asOf)) continue;
			pace.missedCount += 1;
			if (pace.missed === null || due < pace.missed.due) pace.missed = milestone;
		}
	}
	return pace;
}

/**
 * How far behind the plan: planned% less actual% in percentage points (domain.md §3.1); 0 or less where it is not, and
 * without milestones. What is due on the day itself is planned by then and so part of the lag, though late only tomorrow.
 */
export const lagOf = ({ all, planned, attained }: Pace): number =>
	all === 0 ? 0 : ((planned - attained) / all) * 100;

/** The last day of the working deadline as a day number; null without a date. */
export const finalDay = ({ deadline }: Pick<Issue, "deadline">): number | null =>
	deadline === null ? null : lastDayNumber(deadline.point);
