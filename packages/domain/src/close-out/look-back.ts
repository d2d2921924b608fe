import type { Issue } from "../issues/index.ts";
import { addMonths, type IsoDate, shanghaiDate } from "../kernel/index.ts";
import { boundParams, type ResolvedRules } from "../rules/index.ts";
import type { LookBack } from "./closing-after.ts";
import { closeOutOf } from "./state.ts";

/** A day after the close-out on which somebody looks again (LB-01). */
export type WatchPoint = {
	/** Months after the close-out. */
	readonly months: number;
	readonly on: IsoDate;
	/** The look-back that answers it: the first one from that day on and before the next point. */
	readonly lookBack: LookBack | null;
};

const paramsOf = boundParams(["watchMonths", "recurrenceCount", "recurrenceMonths"]);

/** Whether an issue came back often enough in the last months to count as recurrent (LB-08). */
export function isRecurrent(issue: Pick<Issue, "closeOut">, rules: ResolvedRules, asOf: IsoDate): boolean {
	const rebounds = issue.closeOut?.rebounds ?? [];
	const params = paramsOf(rules);
	if (rebounds.length < params.number("recurrenceCount")) return false;
	const since = addMonths(asOf, -params.number("recurrenceMonths"));
	const lately = rebounds.filter(({ at }) => {
		const on = shanghaiDate(at);
		return on > since && on <= asOf;
	});
	return lately.length >= params.number("recurrenceCount");
}

/** Whether the last rebound made it recurrent: that does not lapse while its close-out is watched (LB-08). */
function wasRecurrent(issue: Pick<Issue, "closeOut">, rules: ResolvedRules): boolean {
	const last = issue.closeOut?.rebounds.at(-1);
	return last !== undefined && isRecurrent(issue, rules, shanghaiDate(last.at));
}

/** The watch points after the close-out; a recurrent issue is watched for twice as long (LB-08). */
export function watchPoints(
	issue: Pick<Issue, "lifecycle" | "closeOut">,
	rules: ResolvedRules,
): readonly WatchPoint[] {
	const { closedOn, lookBacks } = closeOutOf(issue);
	if (issue.lifecycle !== "closed" || closedOn === null) return [];
	const months = paramsOf(rules)
		.numbers("watchMonths")
		.toSorted((a, b) => a - b);
	const last = months.at(-1) ?? 0;
	const all = wasRecurrent(issue, rules) ? [...months, ...months.map((month) => last + month)] : months;
	const days = all.map((month) => addMonths(closedOn, month));
	return all.map((month, at) => {
		const on = days[at] ?? closedOn;
		const before = days[at + 1];
		const lookBack =
			lookBacks.find((held) => held.on >= on && (before === undefined || held.on < before)) ?? null;
		return { months: month, on, lookBack };
	});
}

/** Watch points that have come and that nobody has looked at (LB-01). */
export const watchPointsDue = (
	issue: Pick<Issue, "lifecycle" | "closeOut">,
	rules: ResolvedRules,
	asOf: IsoDate,
): readonly WatchPoint[] =>
	issue.lifecycle === "closed"
		? watchPoints(issue, rules).filter(({ on, lookBack }) => on <= asOf && lookBack === null)
		: [];

/** Whether a result says that the issue is not put right any more, or never was (LB-04). */
export const isRebound = ({ result }: Pick<LookBack, "result">): boolean =>
	result === "rebounded" || result === "neverDone";
