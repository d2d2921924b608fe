import { noticeOverOn, silenceCountsFrom } from "../close-out/index.ts";
import { type Calendar, dayNumber, type IsoDate, NEVER, sooner } from "../kernel/index.ts";
import { currentPeriod, dueCycles, isReported } from "../progress/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import {
	isLightJudged,
	type LadderInstrument,
	lightOf,
	nextSupervisionChange,
	supervisionOf,
} from "../supervision/index.ts";
import type { IssueCommand } from "./commands.ts";
import { nextInTrayChange } from "./in-tray-days.ts";
import { transitionOf } from "./lifecycle.ts";
import type { Issue } from "./schema.ts";

/** What the ledger does by itself, in this order. Nothing else of an issue happens without a person. */
export const SWEEP_VERBS = ["openReportingCycle", "recordLight", "endNotice", "receiveFiling"] as const;
export type SweepVerb = (typeof SWEEP_VERBS)[number];

type Law = { readonly rules: ResolvedRules; readonly calendar: Calendar };

/** Opens the cycle of the day's period, once. */
function cycleOf(issue: Issue, { rules, calendar }: Law, asOf: IsoDate): IssueCommand | null {
	const [cycle] = dueCycles(issue, rules, calendar, asOf);
	return cycle === undefined ? null : { type: "openReportingCycle", cycle };
}

/**
 * Journals the light of the day where it has changed, and a lit one once in the reporting cycle and once in the cycle of
 * lights that the day lies in: the rule set may judge more often than it asks for entries (WRN-05, WRN-06).
 */
function lightOn(issue: Issue, { rules }: Law, asOf: IsoDate): IssueCommand | null {
	if (transitionOf(issue.lifecycle, "lightChanged") === "refused") return null;
	const { light } = lightOf(issue, rules, asOf);
	const { light: recorded, changes } = supervisionOf(issue);
	const cycle = issue.progress?.cycles.findLast(({ from, to }) => from <= asOf && asOf <= to)?.key ?? null;
	const isNew =
		light !== "none" &&
		cycle !== null &&
		!(changes.some((change) => change.cycle === cycle) && isLightJudged(issue, rules, asOf));
	return light === recorded && !isNew ? null : { type: "recordLight", cycle, on: asOf };
}

/** Ends a notice whose term is over and that nobody objects to (PUB-01, PUB-03). */
function noticeOn(issue: Issue, _: Law, asOf: IsoDate): IssueCommand | null {
	const over = noticeOverOn(issue);
	return over !== null && over <= dayNumber(asOf) ? { type: "endNotice" } : null;
}

/** Notes a filing that was not answered in time, where silence counts (CLO-03). */
function filingOn(issue: Issue, { rules, calendar }: Law, asOf: IsoDate): IssueCommand | null {
	const from = silenceCountsFrom(issue, rules, calendar);
	return from !== null && from <= dayNumber(asOf)
		? { type: "receiveFiling", verdict: "noted", reason: null }
		: null;
}

const STEPS: Readonly<Record<SweepVerb, typeof cycleOf>> = {
	openReportingCycle: cycleOf,
	recordLight: lightOn,
	endNotice: noticeOn,
	receiveFiling: filingOn,
};

/** What the ledger would do by itself on a day with one of its verbs; null where there is nothing to do. */
export const sweepCommand = (issue: Issue, verb: SweepVerb, law: Law, asOf: IsoDate): IssueCommand | null =>
	STEPS[verb](issue, law, asOf);

/** When an assignment begins or ends without an event. */
function nextOfAssignments({ assignments }: Issue, today: number): number {
	let first = NEVER;
	for (const { from, until } of assignments) {
		first = sooner(first, dayNumber(from), today);
		if (until !== null) first = sooner(first, dayNumber(until), today);
	}
	return first;
}

/** When a cycle that was opened begins, is due, is late and ends. */
function nextOfCycles({ progress }: Issue, today: number): number {
	let first = NEVER;
	if (progress === undefined) return first;
	for (const { from, to, dueOn } of progress.cycles) {
		first = sooner(first, dayNumber(from), today);
		first = sooner(first, dayNumber(dueOn), today);
		first = sooner(first, dayNumber(dueOn) + 1, today);
		first = sooner(first, dayNumber(to) + 1, today);
	}
	return first;
}

/**
 * The next day, as a day number, on which anything of an issue can change though nobody does anything: its schedule,
 * light and proposals, its reporting cycle, the end of its notice, the silence about its filing, who is assigned, what is
 * in the in-trays.
 * `NEVER` where nothing can. On every day before it the evaluation is that of `asOf` (rules and instruments the same):
 * it may come too early, never too late.
 */
export function nextChangeOn(
	issue: Issue,
	instruments: readonly LadderInstrument[],
	rules: ResolvedRules,
	calendar: Calendar,
	asOf: IsoDate,
): number {
	const today = dayNumber(asOf);
	const [missing] = dueCycles(issue, rules, calendar, asOf);
	const days = [
		isReported(issue) ? dayNumber(currentPeriod(rules, calendar, asOf).to) + 1 : NEVER,
		// One that nobody has opened by its due day is not opened any more.
		missing === undefined ? NEVER : dayNumber(missing.dueOn) + 1,
		noticeOverOn(issue),
		silenceCountsFrom(issue, rules, calendar),
	];
	const first = Math.min(
		nextSupervisionChange(issue, instruments, rules, asOf),
		nextOfAssignments(issue, today),
		nextOfCycles(issue, today),
		nextInTrayChange(issue, rules, asOf),
	);
	return days.reduce<number>((soonest, day) => (day === null ? soonest : sooner(soonest, day, today)), first);
}
