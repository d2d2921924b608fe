import type { Issue } from "../issues/index.ts";
import { type IsoDate, lastDayNumber } from "../kernel/index.ts";
import { isLive, type Milestone, milestoneKey } from "../plans/index.ts";
import type { Attainment } from "../progress/index.ts";

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

/** What is said of a milestone: verified, said to be reached, or nothing that counts. */
function attainment(
	attainments: readonly Attainment[],
	measureId: string,
	milestone: Milestone,
): "verified" | "claimed" | "open" {
	const key = milestoneKey(milestone);
	let found: "verified" | "claimed" | "open" = "open";
	for (const { measureId: of, key: named, verified } of attainments) {
		if (of !== measureId || named !== key) continue;
		if (verified === null) found = "claimed";
		else if (verified.verdict === "verified") return "verified";
		else found = "open";
	}
	return found;
}

/**
 * Counts the milestones of the live measures in one pass. A day is over at its end, so what is due on `asOf` itself is
 * not late yet.
 */
export function paceOf(issue: Pick<Issue, "measures" | "progress">, asOf: IsoDate): Pace {
	const pace: Pace = { all: 0, due: 0, attained: 0, missed: null, missedCount: 0, first: null };
	const attainments = issue.progress?.attainments;
	for (const measure of issue.measures) {
		if (!isLive(measure)) continue;
		for (const milestone of measure.milestones) {
			const { due, weight } = milestone;
			pace.all += weight;
			if (pace.first === null || due < pace.first) pace.first = due;
			const state =
				attainments === undefined || attainments.length === 0
					? "open"
					: attainment(attainments, measure.id, milestone);
			if (state === "verified") pace.attained += weight;
			if (due >= asOf) continue;
			pace.due += weight;
			if (state !== "open") continue;
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
