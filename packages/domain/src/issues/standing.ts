import { addDays, daysBetween, type IsoDate, lastDay } from "../kernel/index.ts";
import { isEnded } from "./lifecycle.ts";
import type { Issue } from "./schema.ts";
import type { DeadlineStanding } from "./view.ts";

/** The last days of the classes of {@link DeadlineStanding}: their names carry the numbers, so they are no parameters. */
const CLASSES = [
	["due7", 7],
	["due30", 30],
	["due90", 90],
] as const;

/** The last day of the period that an issue's working deadline names; null without a date or a single last day. */
export const issueDue = (issue: Pick<Issue, "deadline">): IsoDate | null =>
	issue.deadline === null ? null : lastDay(issue.deadline.point);

/** Days from `asOf` to `due`: 0 on the last day, negative once it is over. */
export const daysLeft = (due: IsoDate | null, asOf: IsoDate): number | null =>
	due === null ? null : daysBetween(asOf, due);

/** Where a deadline stands on a day. A due date ends at 24:00 in Asia/Shanghai, so its own day is not overdue. */
export function deadlineStanding(due: IsoDate | null, asOf: IsoDate, ended: boolean): DeadlineStanding {
	if (ended) return "over";
	const left = daysLeft(due, asOf);
	if (left === null) return "none";
	if (left < 0) return "overdue";
	return CLASSES.find(([, days]) => left <= days)?.[0] ?? "later";
}

/** Where an issue's deadline stands on a day. */
export const issueStanding = (
	issue: Pick<Issue, "deadline" | "lifecycle">,
	asOf: IsoDate,
): DeadlineStanding => deadlineStanding(issueDue(issue), asOf, isEnded(issue.lifecycle));

/** First and last due date, both inclusive, null for unbounded. */
export type DueRange = { readonly from: IsoDate | null; readonly to: IsoDate | null };

/**
 * The due dates of a standing on a day, for a filter in SQL: an issue has the standing exactly when it has not ended
 * and its due date lies in the range. Null for `none` and `over`, which are not about dates.
 */
export function dueRangeOf(standing: DeadlineStanding, asOf: IsoDate): DueRange | null {
	switch (standing) {
		case "overdue":
			return { from: null, to: addDays(asOf, -1) };
		case "due7":
			return { from: asOf, to: addDays(asOf, 7) };
		case "due30":
			return { from: addDays(asOf, 8), to: addDays(asOf, 30) };
		case "due90":
			return { from: addDays(asOf, 31), to: addDays(asOf, 90) };
		case "later":
			return { from: addDays(asOf, 91), to: null };
		case "none":
		case "over":
			return null;
	}
}
