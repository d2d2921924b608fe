import type { Issue } from "../issues/index.ts";
import {
	addWorkingDays,
	type Bilingual,
	type Calendar,
	dateOfDay,
	dayNumber,
	daysBetween,
	type InstrumentId,
	type IsoDate,
	say,
	shanghaiDate,
	type UnitId,
} from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import type { ResolvedRules, RuleId } from "../rules/index.ts";
import { caseVocab } from "../vocabulary/index.ts";
import { assessments, periodOf } from "./assessments.ts";
import { type BoundSupervision, boundTo } from "./bound-rules.ts";
import { type Instrument, type InstrumentKind, isOpenInstrument, isReplyOverdue } from "./instrument.ts";
import { skippedRungs } from "./instrument-guards.ts";
import { type LightReading, lightFrom } from "./light.ts";
import { finalDay, type Pace, paceOf } from "./pace.ts";
import { hasLeft, scheduleFrom } from "./schedule.ts";
import type { LightReason, ScheduleStatus } from "./schema.ts";

/** What the ladder needs to know of the instruments on an issue. */
export type LadderInstrument = Pick<
	Instrument,
	"id" | "kind" | "state" | "issued" | "draftedAt" | "replyDueOn" | "replies"
>;

/**
 * An instrument that the rules propose. Only a proposal: somebody drafts it, somebody named issues it, and neither
 * happens by itself (RSP-03).
 */
export type InstrumentProposal = {
	readonly kind: InstrumentKind;
	/** Its place on the rule set's ladder. */
	readonly rung: number;
	readonly reasons: readonly LightReason[];
	/** Who signs it. */
	readonly signer: Bilingual;
	/** By when a reply would be due, dispatched on the day asked about; null where none is asked for, or no calendar is known. */
	readonly replyDueOn: IsoDate | null;
	/** Rungs below it that were never used: leaving them out needs a reason (SUP-07). */
	readonly skips: readonly InstrumentKind[];
	/** What a repeat raises (SUP-08); empty the first time. */
	readonly raises: readonly string[];
	readonly addresseeUnitIds: readonly UnitId[];
	/** The lower instrument that it would follow. */
	readonly follows: InstrumentId | null;
};

type Trigger = { readonly kind: InstrumentKind; readonly reasons: LightReason[] };
type Facts = {
	readonly issue: Issue;
	readonly instruments: readonly LadderInstrument[];
	readonly bound: BoundSupervision;
	readonly asOf: IsoDate;
	readonly today: number;
	readonly pace: Pace;
	readonly schedule: ScheduleStatus;
	readonly light: LightReading;
};

const NONE: readonly InstrumentProposal[] = [];
const reason = (rule: RuleId, zh: string, en: string): LightReason => ({ rule, message: say(zh, en) });
const lightReasons = ({ light }: Facts): LightReason[] =>
	light.reasons.map(({ rule, message }) => ({ rule, message }));

/** How many cycles showed a light, the present one counted. */
function times(wanted: "yellow" | "red", { issue, bound, asOf, light }: Facts): number {
	const now = periodOf(asOf, bound.colourCadence);
	const before = assessments(issue, bound, asOf).filter(
		(assessment) => assessment.light === wanted && assessment.period !== now,
	);
	return before.length + (light.light === wanted ? 1 : 0);
}

const late = (facts: Facts, kind: InstrumentKind): LadderInstrument | undefined =>
	facts.instruments.find((instrument) => instrument.kind === kind && isReplyOverdue(instrument, facts.asOf));

const wasRejected = ({ replies, state }: LadderInstrument): boolean =>
	state === "acknowledged" && replies.at(-1)?.verification?.verdict === "rejected";

/** Rung 1: the first yellow, or the deadline is near and the work lags. */
function reminder(facts: Facts): LightReason[] {
	const { issue, bound, today, light, schedule } = facts;
	if (light.light === "yellow") return lightReasons(facts);
	const last = finalDay(issue);
	const left = last === null ? null : last - today;
	if (schedule !== "lagging" || left === null || left < 0 || left > bound.ladderLeadDays) return [];
	return [reason("SUP-01", `距到期${left}天，进度滞后`, `${left} days left, and behind schedule`)];
}

/** Rung 2: yellow for the second time on one task, or the reminder was not answered. */
function letter(facts: Facts): LightReason[] {
	const found: LightReason[] = [];
	if (facts.light.light === "yellow") {
		const yellows = times("yellow", facts);
		if (yellows >= facts.bound.yellowToLetter) {
			found.push(
				reason("SUP-02", `同一任务第${yellows}次黄牌`, `Yellow for the ${yellows}. time on one task`),
			);
		}
	}
	if (late(facts, "reminderLetter") !== undefined) {
		found.push(reason("SUP-09", "提醒函逾期未回复", "The reminder was not answered in time"));
	}
	return found;
}

/** Rung 3: red, or what the supervision letter asked for was found not to be done. */
function circular(facts: Facts): LightReason[] {
	const found = facts.light.light === "red" ? lightReasons(facts) : [];
	const rejected = facts.instruments.some(
		(instrument) => instrument.kind === "supervisionLetter" && wasRejected(instrument),
	);
	if (rejected)
		found.push(reason("SUP-01", "督办函回复经核实未落实", "What the letter asked for was found not done"));
	if (late(facts, "supervisionLetter") !== undefined) {
		found.push(reason("SUP-09", "督办函逾期未回复", "The supervision letter was not answered in time"));
	}
	return found;
}

const FALSE_EVIDENCE: ReadonlySet<string> = new Set(["EV-03", "EV-04", "EV-07", "ANTI-02"]);

/** The day on which false or surface rectification was last found; null where it never was. */
export function falsehoodFoundOn(issue: Pick<Issue, "progress" | "closeOut">): IsoDate | null {
	let last: IsoDate | null = null;
	for (const { rule, resolved } of issue.progress?.doubts ?? []) {
		if (resolved?.outcome !== "upheld" || (rule !== null && !FALSE_EVIDENCE.has(rule))) continue;
		const on = shanghaiDate(resolved.at);
		if (last === null || on > last) last = on;
	}
	if (issue.closeOut === undefined) return last;
	// A failed acceptance begins the next attempt: what was found in the one before is found all the same.
	for (const { siteChecks } of [...issue.closeOut.earlier, issue.closeOut]) {
		for (const { finding, on } of siteChecks) {
			if (finding === "notDone" && (last === null || on > last)) last = on;
		}
	}
	return last;
}

/** The last day on which one of these kinds was dispatched. */
function dispatchedOn(instruments: readonly LadderInstrument[], kind: InstrumentKind): IsoDate | null {
	let last: IsoDate | null = null;
	for (const { kind: of, issued } of instruments) {
		if (of === kind && issued !== null && (last === null || issued.on > last)) last = issued.on;
	}
	return last;
}

/** Rung 4: red (SUP-03), or false or surface rectification was found since the last talk. */
function talk(facts: Facts): LightReason[] {
	const found =
		facts.light.light === "red"
			? [reason("SUP-03", "红灯，由领导小组负责人约谈", "Red: a head of the leading group talks to the unit")]
			: [];
	const since = falsehoodFoundOn(facts.issue);
	if (since === null || since > facts.asOf) return found;
	const before = dispatchedOn(facts.instruments, "admonitoryTalk");
	if (before === null || before < since) {
		found.push(reason("ANTI-02", "查实虚假或表面整改", "False or surface rectification was found"));
	}
	return found;
}

/** Rung 5: overdue and serious, or it keeps coming back. */
function listing(facts: Facts): LightReason[] {
	const { issue, bound, schedule, asOf } = facts;
	const found: LightReason[] = [];
	if (schedule === "overdue") {
		const reds = times("red", facts);
		const exposed = (issue.supervision?.exposures ?? []).some(
			({ settled, on, level }) =>
				settled === null && on <= asOf && (level === "central" || level === "province"),
		);
		if (reds > 1)
			found.push(reason("SUP-01", `逾期且第${reds}次红灯`, `Overdue, and red for the ${reds}. time`));
		if (exposed)
			found.push(reason("SUP-01", "逾期且被省级以上通报或曝光", "Overdue, and exposed at province level"));
		if (late(facts, "admonitoryTalk") !== undefined) {
			found.push(reason("SUP-09", "逾期且约谈后未按期报告", "Overdue, and no report came after the talk"));
		}
	}
	const rebounds = issue.closeOut?.rebounds.length ?? 0;
	if (rebounds >= bound.recurrenceCount) {
		found.push(reason("LB-08", `反弹${rebounds}次`, `It came back ${rebounds} times`));
	}
	return found;
}

const TRIGGERS: readonly (readonly [InstrumentKind, (facts: Facts) => LightReason[]])[] = [
	["reminderLetter", reminder],
	["supervisionLetter", letter],
	["circular", circular],
	["admonitoryTalk", talk],
	["listedSupervision", listing],
];

/**
 * Whether the same or a higher rung is being used, or was used so lately that it has to take effect first (the cooling
 * time). A lower rung in use never holds a higher one up.
 */
function isCooling(kind: InstrumentKind, { instruments, bound, asOf }: Facts): boolean {
	const own = bound.rungs.get(kind) ?? 0;
	return instruments.some((instrument) => {
		if (instrument.state === "discarded" || (bound.rungs.get(instrument.kind) ?? 0) < own) return false;
		if (isOpenInstrument(instrument)) return true;
		const since = instrument.issued?.on ?? shanghaiDate(instrument.draftedAt);
		return daysBetween(since, asOf) < bound.coolingDays;
	});
}

type LetterDue = { readonly asOf: IsoDate; readonly calendar: Calendar; readonly due: IsoDate | null };
const letterDues = new WeakMap<BoundSupervision, LetterDue>();

/** By when a letter of the day has to be answered: counted once a day and rule set. */
function letterDue({ asOf, bound }: Facts, calendar: Calendar): IsoDate | null {
	const known = letterDues.get(bound);
	if (known?.asOf === asOf && known.calendar === calendar) return known.due;
	const counted = addWorkingDays(calendar, asOf, bound.letterReplyWd);
	const due = counted.ok ? counted.value : null;
	letterDues.set(bound, { asOf, calendar, due });
	return due;
}

/** By when a reply would be due, dispatched on the day. */
function dueOf(kind: InstrumentKind, facts: Facts, calendar: Calendar): IsoDate | null {
	if (kind === "listedSupervision") return null;
	if (kind === "admonitoryTalk") return dateOfDay(facts.today + facts.bound.talkReplyDays);
	return letterDue(facts, calendar);
}

const ADDRESSED: ReadonlySet<string> = new Set(["lead", "responsible"]);

/** The units that lead or are responsible on the day, each once. */
function addressees({ assignments }: Issue, asOf: IsoDate): UnitId[] {
	const units: UnitId[] = [];
	for (const held of assignments) {
		const { unitId } = held;
		if (unitId === null || !ADDRESSED.has(held.role) || !isActive(held, asOf)) continue;
		if (!units.includes(unitId)) units.push(unitId);
	}
	return units;
}

function proposal(
	{ kind, reasons }: Trigger,
	facts: Facts,
	rules: ResolvedRules,
	calendar: Calendar,
): InstrumentProposal {
	const { bound, instruments, issue, asOf } = facts;
	const rung = bound.rungs.get(kind) ?? 0;
	const again = instruments.some(
		({ kind: used, issued, state }) => used === kind && issued !== null && state !== "discarded",
	);
	const raised = again
		? [...reasons, reason("SUP-08", "同一问题再次督办，提级办理", "Again on the same issue: raised a level")]
		: reasons;
	const follows = instruments.findLast(
		(instrument) => (bound.rungs.get(instrument.kind) ?? 0) < rung && isReplyOverdue(instrument, asOf),
	);
	return {
		kind,
		rung,
		reasons: raised,
		signer: caseVocab.instrumentSigner[kind],
		replyDueOn: dueOf(kind, facts, calendar),
		skips: skippedRungs(kind, instruments, rules),
		raises: again ? bound.upgradeRaises : [],
		addresseeUnitIds: addressees(issue, asOf),
		follows: follows?.id ?? null,
	};
}

/** What the ladder proposes from what was counted. */
function proposalsFrom(
	facts: Facts,
	rules: ResolvedRules,
	calendar: Calendar,
): readonly InstrumentProposal[] {
	const { issue, light, schedule, instruments, bound } = facts;
	const quiet =
		(light.light === "good" || light.light === "none") &&
		schedule !== "lagging" &&
		instruments.length === 0 &&
		(issue.progress === undefined || issue.progress.doubts.length === 0) &&
		issue.closeOut === undefined;
	if (quiet || issue.lifecycle === "closed" || hasLeft(issue)) return NONE;
	let found: InstrumentProposal[] | null = null;
	for (const [kind, trigger] of TRIGGERS) {
		if (!bound.rungs.has(kind)) continue;
		const reasons = trigger(facts);
		if (reasons.length === 0 || isCooling(kind, facts)) continue;
		found ??= [];
		found.push(proposal({ kind, reasons }, facts, rules, calendar));
	}
	return found ?? NONE;
}

/** Everything that supervision says of an issue on a day. */
export type SupervisionReading = {
	readonly schedule: ScheduleStatus;
	readonly light: LightReading;
	readonly proposals: readonly InstrumentProposal[];
};

/**
 * Schedule status, light and proposals of an issue on any day, counted once. The same as `scheduleStatus`, `lightOf` and
 * `ladderProposals` give one by one.
 */
export function superviseIssue(
	issue: Issue,
	instruments: readonly LadderInstrument[],
	rules: ResolvedRules,
	calendar: Calendar,
	asOf: IsoDate,
): SupervisionReading {
	const bound = boundTo(rules);
	const today = dayNumber(asOf);
	const pace = paceOf(issue, asOf);
	const schedule = scheduleFrom(issue, bound, asOf, today, pace);
	const light = lightFrom(issue, bound, { asOf, today, pace, schedule });
	const facts: Facts = { issue, instruments, bound, asOf, today, pace, schedule, light };
	return { schedule, light, proposals: proposalsFrom(facts, rules, calendar) };
}

/**
 * What the ladder of a rule set proposes on an issue (SUP-01…03, SUP-07…09): rung by rung with its reasons, signer,
 * addressees and reply limit. A rung that is in use, or was within the cooling time, is not proposed again, nor is one
 * below it. Referral for accountability is never proposed (RSP-03).
 */
export const ladderProposals = (
	issue: Issue,
	instruments: readonly LadderInstrument[],
	rules: ResolvedRules,
	calendar: Calendar,
	asOf: IsoDate,
): readonly InstrumentProposal[] => superviseIssue(issue, instruments, rules, calendar, asOf).proposals;
