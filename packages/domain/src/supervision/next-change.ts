import type { Issue } from "../issues/index.ts";
import { dayNumber, type IsoDate, NEVER, shanghaiDate, shanghaiDay, sooner } from "../kernel/index.ts";
import { currentBaseline, isLive } from "../plans/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import { fortnightBegins, fortnightOf } from "./assessments.ts";
import { type BoundSupervision, boundTo } from "./bound-rules.ts";
import { isReplyOverdue } from "./instrument.ts";
import { falsehoodFoundOn, type LadderInstrument } from "./ladder.ts";
import { fixedUntil } from "./light.ts";
import { finalDay } from "./pace.ts";
import { hasLeft } from "./schedule.ts";

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

/** The first day of the cycle of lights after the one that a day lies in; see `periodOf`. */
export function nextColourCycle(asOf: IsoDate, cadence: string): number {
	if (cadence === "fortnight") return fortnightBegins(fortnightOf(dayNumber(asOf)) + 1);
	const span = MONTHS[cadence] ?? 1;
	const month = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 1;
	const next = (Math.floor(month / span) + 1) * span;
	return Math.round(Date.UTC(Math.floor(next / 12), next % 12, 1) / 86_400_000);
}

/** When milestones are planned by, when they are missed, and when the plan stalls. */
function nextOfPlan(issue: Issue, bound: BoundSupervision, today: number): number {
	let first = NEVER;
	for (const measure of issue.measures) {
		if (!isLive(measure)) continue;
		for (const { due } of measure.milestones) {
			const day = dayNumber(due);
			// Planned from its day on, and late from the next, for a day is over at its end.
			first = sooner(first, day > today ? day : day + 1, today);
		}
	}
	const last = finalDay(issue);
	if (last === null) {
		if (issue.deadline?.category === "immediate") {
			first = sooner(first, shanghaiDay(issue.registeredAt) + bound.immediateDays + 1, today);
		}
	} else {
		first = sooner(first, last + 1, today);
		first = sooner(first, last - bound.ladderLeadDays, today);
	}
	const baseline = currentBaseline(issue);
	return baseline === null
		? first
		: sooner(first, shanghaiDay(baseline.approvedAt) + bound.stallDays + 1, today);
}

/** When lights count again: a cycle begins, an upheld objection ends, something recorded for later comes. */
function nextOfLights(issue: Issue, bound: BoundSupervision, asOf: IsoDate, today: number): number {
	let first = NEVER;
	const { supervision } = issue;
	if (supervision === undefined) return first;
	if (supervision.changes.length > 0) first = nextColourCycle(asOf, bound.colourCadence);
	for (const { on } of supervision.changes) first = sooner(first, dayNumber(on), today);
	for (const { on } of supervision.exposures) first = sooner(first, dayNumber(on), today);
	for (const { decision } of supervision.contests) {
		if (decision?.verdict !== "upheld") continue;
		const on = shanghaiDay(decision.at);
		first = sooner(first, on, today);
	}
	const { decision } = supervision.contests.findLast((held) => held.decision?.verdict === "upheld") ?? {};
	return decision === undefined || decision === null
		? first
		: sooner(first, fixedUntil(issue, shanghaiDate(decision.at), bound) + 1, today);
}

/** When a reply is late, and when an instrument has had its time to take effect. */
function nextOfInstruments(
	instruments: readonly LadderInstrument[],
	bound: BoundSupervision,
	asOf: IsoDate,
	today: number,
): number {
	let first = NEVER;
	for (const instrument of instruments) {
		if (instrument.state === "discarded") continue;
		const { issued, draftedAt, replyDueOn } = instrument;
		const since = issued === null ? shanghaiDay(draftedAt) : dayNumber(issued.on);
		first = sooner(first, since + bound.coolingDays, today);
		if (replyDueOn !== null && !isReplyOverdue(instrument, asOf)) {
			first = sooner(first, dayNumber(replyDueOn) + 1, today);
		}
	}
	return first;
}

/**
 * The next day, as a day number, on which schedule, light or proposals of an issue can be other than on `asOf` though
 * nobody does anything; `NEVER` where there is none. On every day before it `superviseIssue` says the same, but for how
 * many days something is late and by when a letter of the day would be answered. It may come too early, never too late.
 */
export function nextSupervisionChange(
	issue: Issue,
	instruments: readonly LadderInstrument[],
	rules: ResolvedRules,
	asOf: IsoDate,
): number {
	if (issue.lifecycle === "closed" || hasLeft(issue)) return NEVER;
	const bound = boundTo(rules);
	const today = dayNumber(asOf);
	const found = falsehoodFoundOn(issue);
	return Math.min(
		nextOfPlan(issue, bound, today),
		nextOfLights(issue, bound, asOf, today),
		nextOfInstruments(instruments, bound, asOf, today),
		found === null ? NEVER : sooner(NEVER, dayNumber(found), today),
	);
}
