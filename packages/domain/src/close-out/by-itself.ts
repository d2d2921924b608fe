import type { Issue } from "../issues/index.ts";
import {
	addWorkingDays,
	type Calendar,
	countedWhenMade,
	dayNumber,
	type IsoDate,
	isAfterWorkingDays,
	type Result,
	type Tier,
} from "../kernel/index.ts";
import { boundParams, type ResolvedRules } from "../rules/index.ts";
import type { Filing } from "./closing-end.ts";
import { closeOutOf, openObjections, runningNotice } from "./state.ts";

/**
 * The day, as a day number, from which the notice that stands is over without anybody's doing: the one after its last
 * (PUB-01). Null where none stands or an objection is open (PUB-03).
 */
export function noticeOverOn(issue: Pick<Issue, "closeOut" | "lifecycle">): number | null {
	if (issue.closeOut === undefined || issue.lifecycle !== "publicNotice") return null;
	const notice = runningNotice(issue.closeOut);
	return notice === undefined || openObjections(notice).length > 0 ? null : dayNumber(notice.end) + 1;
}

const paramsOf = boundParams(["neverSilentTiers", "filingWd"]);

const RANK: Readonly<Record<string, number>> = { county: 0, city: 1, province: 2, central: 3 };

/** Whether silence counts as noted where a filing goes to (CLO-03): never at a tier that the rule set names, or above. */
export function maySilenceCount(to: Tier, rules: ResolvedRules): boolean {
	const never = paramsOf(rules).strings("neverSilentTiers");
	return !never.some((tier) => (RANK[to] ?? 0) >= (RANK[tier] ?? 0));
}

/**
 * The last day on which a filing can still be answered before silence counts, by the calendar of the day on which it was
 * sent; refused where a year has no calendar.
 */
export const answerDueOn = (filing: Pick<Filing, "on">, rules: ResolvedRules, calendar: Calendar) =>
	countedWhenMade(calendar, filing.on, (known) =>
		addWorkingDays(known, filing.on, paramsOf(rules).number("filingWd")),
	);

/** Whether the time in which a filing can be answered is over on a day; refused where a year up to it has no calendar. */
export const isSilent = (
	filing: Pick<Filing, "on">,
	rules: ResolvedRules,
	calendar: Calendar,
	asOf: IsoDate,
): Result<boolean> => {
	const due = answerDueOn(filing, rules, calendar);
	if (due.ok) return { ok: true, value: asOf > due.value };
	return isAfterWorkingDays(calendar, filing.on, paramsOf(rules).number("filingWd"), asOf);
};

/**
 * The day, as a day number, from which the silence about a filing counts as noted (CLO-03). Null where nothing is on its
 * way, at tiers where silence never counts, and where a year has no calendar.
 */
export function silenceCountsFrom(
	issue: Pick<Issue, "closeOut" | "lifecycle">,
	rules: ResolvedRules,
	calendar: Calendar,
): number | null {
	if (issue.closeOut === undefined || issue.lifecycle !== "filing") return null;
	const filing = closeOutOf(issue).filings.find(({ receipt }) => receipt === null);
	if (filing === undefined || !maySilenceCount(filing.to, rules)) return null;
	const due = answerDueOn(filing, rules, calendar);
	return due.ok ? dayNumber(due.value) + 1 : null;
}
