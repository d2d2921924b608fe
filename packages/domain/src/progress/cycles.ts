import type { Issue } from "../issues/index.ts";
import type { Calendar, IsoDate } from "../kernel/index.ts";
import { type ResolvedRules, RuleParams, RuleSetError } from "../rules/index.ts";
import { PROGRESS_TRANSITIONS } from "./lifecycle.ts";
import { type Period, periodOf } from "./period.ts";
import { Cadence, type ProgressReport, type ReportingCycle } from "./schema.ts";

/** Whether somebody has to report about an issue in this state. */
export const isReported = ({ lifecycle }: Pick<Issue, "lifecycle">): boolean =>
	PROGRESS_TRANSITIONS.reportingCycleOpened[lifecycle] === "stay";

type Counted = { readonly calendar: Calendar; readonly asOf: IsoDate; readonly period: Period };
const counted = new WeakMap<ResolvedRules, Counted>();

/** A parameter that names a cadence. Throws `RuleSetError` where it names none. */
export function cadenceOf(rules: ResolvedRules, name: "cadence" | "checkCadence"): Cadence {
	const cadence = Cadence.safeParse(new RuleParams(rules, [name]).string(name));
	if (!cadence.success) throw new RuleSetError(rules.id, name, "a cadence");
	return cadence.data;
}

/** The period of the rule set's cadence that a day lies in. Counted once a day: the sweep asks for every issue. */
export function currentPeriod(rules: ResolvedRules, calendar: Calendar, asOf: IsoDate): Period {
	const known = counted.get(rules);
	if (known?.asOf === asOf && known.calendar === calendar) return known.period;
	const dispatchDay = new RuleParams(rules, ["dispatchDay"]).number("dispatchDay");
	const period = periodOf(cadenceOf(rules, "cadence"), asOf, dispatchDay, calendar);
	counted.set(rules, { calendar, asOf, period });
	return period;
}

const NONE: readonly never[] = [];

/**
 * The cycles that should be open on a day and are not: the one of the period that the day lies in, once (DATA-06), while
 * its entry can still come in time: who is given an issue after the due day reports from the next period on. A sweep that
 * was down asks for every day that it missed. Empty for issues about which nobody reports.
 */
export function dueCycles(
	issue: Pick<Issue, "lifecycle" | "progress">,
	rules: ResolvedRules,
	calendar: Calendar,
	asOf: IsoDate,
): readonly Period[] {
	if (!isReported(issue)) return NONE;
	const period = currentPeriod(rules, calendar, asOf);
	if (period.dueOn < asOf) return NONE;
	const cycles = issue.progress?.cycles;
	if (cycles !== undefined) {
		for (let at = cycles.length - 1; at >= 0; at--) if (cycles[at]?.key === period.key) return NONE;
	}
	return [period];
}

/** The entry that answers a cycle: the last one that was not returned. */
export function answerOf(reports: readonly ProgressReport[], key: string): ProgressReport | undefined {
	for (let at = reports.length - 1; at >= 0; at--) {
		const report = reports[at];
		if (report?.cycle === key && report.returned === null) return report;
	}
	return undefined;
}

/**
 * Cycles that have begun by a day and have no entry that stands, whether their due day is over or not (compare
 * `dueOn`). A returned entry answers nothing, and the due day is what it was.
 */
export function unansweredCycles(
	issue: Pick<Issue, "lifecycle" | "progress">,
	asOf: IsoDate,
): readonly ReportingCycle[] {
	const { progress } = issue;
	if (progress === undefined || progress.cycles.length === 0 || !isReported(issue)) return NONE;
	let open: ReportingCycle[] | null = null;
	for (const cycle of progress.cycles) {
		if (cycle.from > asOf || answerOf(progress.reports, cycle.key) !== undefined) continue;
		open ??= [];
		open.push(cycle);
	}
	return open ?? NONE;
}
