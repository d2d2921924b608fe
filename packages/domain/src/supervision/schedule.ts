import type { Issue } from "../issues/index.ts";
import { dayNumber, type IsoDate, shanghaiDay } from "../kernel/index.ts";
import { currentBaseline } from "../plans/index.ts";
import { lastActivityDay } from "../progress/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import { type BoundSupervision, boundTo } from "./bound-rules.ts";
import { finalDay, lagOf, type Pace, paceOf } from "./pace.ts";
import type { ScheduleStatus } from "./schema.ts";

/** Whether an issue has left the ledger other than by being closed out. */
export const hasLeft = ({ lifecycle }: Pick<Issue, "lifecycle">): boolean =>
	lifecycle === "merged" || lifecycle === "carriedOver" || lifecycle === "withdrawn";

/** DL-03: to be put right at once, without a date, and still open after so many days. */
export const staysOpen = (issue: Issue, bound: BoundSupervision, today: number): boolean =>
	issue.deadline?.category === "immediate" &&
	finalDay(issue) === null &&
	today - shanghaiDay(issue.registeredAt) > bound.immediateDays;

/** The schedule status from what was counted. */
export function scheduleFrom(
	issue: Issue,
	bound: BoundSupervision,
	asOf: IsoDate,
	today: number,
	pace: Pace,
): ScheduleStatus {
	if (bound.completed.has(issue.lifecycle)) return "completed";
	// Kept up for good only as long as its category says so: a date that the plan was given since counts.
	if (
		issue.closeOut !== undefined &&
		issue.closeOut.longTerm !== null &&
		issue.deadline?.category === "longTerm"
	) {
		return "longTerm";
	}
	if (hasLeft(issue)) return "notDue";
	const last = finalDay(issue);
	if (last !== null && today > last) return "overdue";
	if (pace.missed !== null || lagOf(pace) > bound.tolerancePp || staysOpen(issue, bound, today)) {
		return "lagging";
	}
	if (lastActivityDay(issue.progress) !== Number.NEGATIVE_INFINITY) return "onSchedule";
	if (pace.first === null || pace.first < asOf) return "notStarted";
	const baseline = currentBaseline(issue);
	const stalled = baseline !== null && today - shanghaiDay(baseline.approvedAt) > bound.stallDays;
	return stalled ? "notStarted" : "notDue";
}

/**
 * 进度状态 of an issue on a day (domain.md §3.1): derived, for any day, past or future. Of two that hold the later in
 * this order is not said: completed, long-term, overdue, lagging, on schedule; without any activity not started, or not
 * due where the first milestone lies ahead and the approved plan has not stalled. An issue that left the ledger has
 * nothing due.
 */
export const scheduleStatus = (issue: Issue, rules: ResolvedRules, asOf: IsoDate): ScheduleStatus =>
	scheduleFrom(issue, boundTo(rules), asOf, dayNumber(asOf), paceOf(issue, asOf));
