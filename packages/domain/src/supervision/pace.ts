import type { Issue } from "../issues/index.ts";
import { type IsoDate, lastDayNumber } from "../kernel/index.ts";
import { isLive, type Milestone } from "../plans/index.ts";
import { reachOf } from "../progress/index.ts";

/** What the milestones of an issue say on a day. */
export type Pace = {
	/** Weight of all, of those whose day is over, and of those that are verified. */
	all: number;
	due: number;
	attained: number;
	/** The first one that is missed: its day is over and nobody says that it is reached, or that was sent back. */
	missed: Milestone | null;
	missedCount: number;
	/** The earliest day of all. */
	first: IsoDate | null;
};

/**
 * Counts the milestones of the live measures in one pass. A day is over at its end, so what is due on `asOf` itself is
 * not late yet.
 */
export function paceOf(issue: Pick<Issue, "measures" | "progress">, asOf: IsoDate): Pace {
	const pace: Pace = { all: 0, due: 0, attained: 0, missed: null, missedCount: 0, first: null };
	for (const measure of issue.measures) {
		if (!isLive(measure)) continue;
		for (const milestone of measure.milestones) {
			const { due, weight } = milestone;
			pace.all += weight;
			if (pace.first === null || due < pace.first) pace.first = due;
			const reach = reachOf(issue.progress, measure, milestone);
			if (reach === "verified") pace.attained += weight;
			if (due >= asOf) continue;
			pace.due += weight;
			if (reach === "verified" || reach === "claimed") continue;
			pace.missedCount += 1;
			if (pace.missed === null || due < pace.missed.due) pace.missed = milestone;
		}
	}
	return pace;
}

/** How far behind the plan, in percentage points; 0 or less where it is not, and without milestones. */
export const lagOf = ({ all, due, attained }: Pace): number =>
	all === 0 ? 0 : ((due - attained) / all) * 100;

/** The last day of the working deadline as a day number; null without a date. */
export const finalDay = ({ deadline }: Pick<Issue, "deadline">): number | null =>
	deadline === null ? null : lastDayNumber(deadline.point);
