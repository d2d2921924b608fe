import type { Issue } from "../issues/index.ts";
import {
	type Bilingual,
	dateOf,
	dateOfDay,
	dayNumber,
	type IsoDate,
	lastDayOfMonth,
	type Role,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import type { ResolvedRules, RuleId } from "../rules/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import { fortnightBegins, fortnightOf, isJudged, LIGHT_RANK } from "./assessments.ts";
import { type BoundSupervision, boundTo } from "./bound-rules.ts";
import { finalDay, lagOf, type Pace, paceOf } from "./pace.ts";
import { hasLeft, scheduleFrom, staysOpen } from "./schedule.ts";
import type { Exposure, Light, LightContest, ScheduleStatus } from "./schema.ts";

/** What lit a light: the rule, a sentence, what puts it out, and who can. */
export type LightCause = {
	readonly rule: RuleId;
	readonly message: Bilingual;
	readonly clears: Bilingual;
	readonly who: readonly Role[];
};
export type LightReading = { readonly light: Light; readonly reasons: readonly LightCause[] };

const WORKERS: readonly Role[] = ["leadUnit", "respUnit"];
const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
const DARK: LightReading = { light: "none", reasons: [] };
const GOOD: LightReading = {
	light: "good",
	reasons: [
		{
			rule: "WRN-04",
			message: say("节点均已达到，预计如期完成", "Every milestone is met and it is forecast on time"),
			clears: say("无需办理", "Nothing is to be done"),
			who: [],
		},
	],
};

/** The day number of the last day of a `dispatchDay` that lies after a day, for a cadence in whole months. */
function nextDispatch(after: IsoDate, { colourCadence, dispatchDay }: BoundSupervision): number {
	// A fortnight is reported on by its last working day.
	if (colourCadence === "fortnight") return fortnightBegins(fortnightOf(dayNumber(after) + 1) + 1) - 1;
	const span = { quarter: 3, halfYear: 6, year: 12 }[colourCadence] ?? 1;
	const [year, month] = [Number(after.slice(0, 4)), Number(after.slice(5, 7)) - 1];
	for (let at = year * 12 + Math.floor(month / span) * span + span - 1; ; at += span) {
		const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
		const day = dateOf(y, m, dispatchDay) ?? lastDayOfMonth(y, m);
		if (day > after) return dayNumber(day);
	}
}

/**
 * The last day on which a light that was fixed on `decidedOn` holds: the next dispatch, when lights are judged anew
 * (WRN-05). Cycles that were opened say when that is; without them the rule set's cadence and day do.
 */
export function fixedUntil(issue: Issue, decidedOn: IsoDate, bound: BoundSupervision): number {
	let next: IsoDate | null = null;
	for (const { dueOn } of issue.progress?.cycles ?? []) {
		if (dueOn > decidedOn && (next === null || dueOn < next)) next = dueOn;
	}
	return next === null ? nextDispatch(decidedOn, bound) : dayNumber(next);
}

/**
 * Whether an upheld contest speaks of a light: not of a worse one than it objected to, nor of a circular or an exposure
 * that was recorded after it was decided. Nobody objected to those.
 */
function isContested(
	issue: Issue,
	{ against, decision }: LightContest,
	{ light }: LightReading,
	asOf: IsoDate,
): boolean {
	if (LIGHT_RANK[light] > LIGHT_RANK[against]) return false;
	const exposures = issue.supervision?.exposures ?? [];
	return !exposures.some((exposure) => exposes(exposure, asOf) && exposure.at > (decision?.at ?? ""));
}

/** The light that an upheld contest fixed, as long as it holds, in the place of the one that it is about. */
function fixedLight(
	issue: Issue,
	contests: readonly LightContest[],
	bound: BoundSupervision,
	{ asOf, reading }: { readonly asOf: IsoDate; readonly reading: LightReading },
): LightReading | null {
	const contest = contests.findLast(({ decision }) => decision?.verdict === "upheld");
	const decision = contest?.decision ?? null;
	if (contest === undefined || decision === null || decision.light === null) return null;
	if (!isContested(issue, contest, reading, asOf)) return null;
	const decidedOn = shanghaiDate(decision.at);
	const until = fixedUntil(issue, decidedOn, bound);
	if (asOf < decidedOn || dayNumber(asOf) > until) return null;
	const [zh, en] = [formatDate(dateOfDay(until), "zh-CN"), formatDate(dateOfDay(until), "en")];
	const shown = caseVocab.light[decision.light];
	const message = say(
		`申诉成立，至${zh}调度前按“${shown.zh}”显示`,
		`The objection was upheld: shown as “${shown.en}” until the dispatch of ${en}`,
	);
	return {
		light: decision.light,
		reasons: [
			{
				rule: "WRN-05",
				message,
				clears: say("下次调度重新评定", "Judged anew at the next dispatch"),
				who: [],
			},
		],
	};
}

/** A circular or an exposure at province level or above that is not put right yet (S30). */
const exposes = ({ level, on, settled }: Exposure, asOf: IsoDate): boolean =>
	settled === null && on <= asOf && (level === "central" || level === "province");

const REBOUND_STATES: ReadonlySet<Issue["lifecycle"]> = new Set(["reopened", "planning", "planSubmitted"]);

/** Came back after its close-out, and no plan for it is approved yet (LB-04). */
const isRebound = (issue: Issue): boolean =>
	issue.lifecycle === "reopened" ||
	(issue.closeOut !== undefined && issue.closeOut.rebounds.length > 0 && REBOUND_STATES.has(issue.lifecycle));

const cause = (rule: RuleId, message: Bilingual, clears: Bilingual, who: readonly Role[]): LightCause => ({
	rule,
	message,
	clears,
	who,
});

/** What of the plan is behind, in words. */
function behind(rule: RuleId, issue: Issue, pace: Pace, lag: number, today: number): LightCause[] {
	const { missed, missedCount } = pace;
	const clears = say(
		"完成滞后节点并附佐证材料，由核实人核实",
		"Reach what is late, attach the evidence and have it verified",
	);
	if (missed !== null) {
		const late = today - dayNumber(missed.due);
		const more =
			missedCount > 1 ? say(`等${missedCount}个节点`, ` and ${missedCount - 1} more`) : say("", "");
		const message = say(
			`节点“${missed.text}”${more.zh}未达到，最长逾期${late}天`,
			`Milestone “${missed.text}”${more.en} not reached, up to ${late} days late`,
		);
		return [cause(rule, message, clears, WORKERS)];
	}
	if (lag > 0) {
		const points = Math.round(lag);
		const message = say(
			`实际进度落后序时进度${points}个百分点`,
			`${points} percentage points behind the plan`,
		);
		return [cause(rule, message, clears, WORKERS)];
	}
	if (issue.deadline?.category === "immediate") {
		const message = say("立行立改事项仍未完成", "It should have been put right at once and is still open");
		return [cause("DL-03", message, clears, WORKERS)];
	}
	return [];
}

const overdueCause = (issue: Issue, today: number): LightCause => {
	const late = today - (finalDay(issue) ?? today);
	return cause(
		"WRN-03",
		say(`整改时限已逾期${late}天`, `${late} days past the deadline`),
		say("完成整改并通过验收", "Finish the work and pass acceptance"),
		WORKERS,
	);
};

const exposureCause = ({ kind, document }: Exposure): LightCause => {
	const label = caseVocab.exposureKind[kind];
	return cause(
		"WRN-03",
		say(`被省级以上${label.zh}：${document}`, `${label.en} at province level or above: ${document}`),
		say("所指问题整改到位后由整改办核销", "Put right what it names; the office then settles it"),
		OFFICES,
	);
};

const REBOUND: LightCause = cause(
	"LB-04",
	say("销号后反弹，重新挂账", "It came back after its close-out"),
	say("重新编制方案并获批准", "Write a new plan and have it approved"),
	WORKERS,
);

const UNLIKELY: LightCause = cause(
	"WRN-03",
	say("研判难以按期完成", "It is forecast as unlikely to be finished"),
	say("加大力度后重新研判", "Step up the work and judge it anew"),
	[...WORKERS, ...OFFICES],
);

const NOT_ON_TIME: LightCause = cause(
	"WRN-02",
	say("研判不能如期完成", "It is not forecast on time"),
	say("加大力度后重新研判", "Step up the work and judge it anew"),
	[...WORKERS, ...OFFICES],
);

const WEAKENED: LightCause = cause(
	"DL-04",
	say(
		"最近一次长期坚持回顾认为效果减弱",
		"The last review of this long-term issue found the effect weakened",
	),
	say("恢复效果后再次回顾", "Restore the effect and review it again"),
	WORKERS,
);

/** What lights red. Nothing is made where nothing does. */
function redCauses(
	issue: Issue,
	bound: BoundSupervision,
	at: { asOf: IsoDate; today: number; pace: Pace; lag: number; schedule: ScheduleStatus },
): LightCause[] | null {
	const { asOf, today, pace, lag, schedule } = at;
	let found: LightCause[] | null = null;
	for (const exposure of issue.supervision?.exposures ?? []) {
		if (exposes(exposure, asOf)) found = [...(found ?? []), exposureCause(exposure)];
	}
	if (schedule === "completed") return found;
	if (schedule === "overdue") found = [...(found ?? []), overdueCause(issue, today)];
	if (isRebound(issue)) found = [...(found ?? []), REBOUND];
	const unlikely = issue.progress?.forecast?.value === "unlikely";
	if (unlikely && (pace.missed !== null || lag > bound.redLagPp)) {
		found = [...(found ?? []), ...behind("WRN-03", issue, pace, lag, today), UNLIKELY];
	}
	return found;
}

/** What lights yellow, where nothing lights red. */
function yellowCauses(
	issue: Issue,
	bound: BoundSupervision,
	at: { today: number; pace: Pace; lag: number; schedule: ScheduleStatus },
): LightCause[] | null {
	const { today, pace, lag, schedule } = at;
	if (schedule === "completed") return null;
	if (schedule === "longTerm") {
		return issue.closeOut?.longTerm?.reviews.at(-1)?.result === "weakened" ? [WEAKENED] : null;
	}
	const forecast = issue.progress?.forecast?.value;
	const late = pace.missed !== null || lag > bound.yellowLagPp || staysOpen(issue, bound, today);
	const doubtful = forecast === "likely" || forecast === "unlikely";
	if (!late && !doubtful) return null;
	return [
		...(late ? behind("WRN-02", issue, pace, lag, today) : []),
		...(doubtful && !late ? [NOT_ON_TIME] : []),
	];
}

/** The light from what was counted. */
export function lightFrom(
	issue: Issue,
	bound: BoundSupervision,
	at: { asOf: IsoDate; today: number; pace: Pace; schedule: ScheduleStatus },
): LightReading {
	if (issue.lifecycle === "closed" || hasLeft(issue)) return DARK;
	const reading = judgedFrom(issue, bound, at);
	const contests = issue.supervision?.contests;
	if (contests === undefined || contests.length === 0) return reading;
	return fixedLight(issue, contests, bound, { asOf: at.asOf, reading }) ?? reading;
}

/** The light as the facts have it, whatever anybody objected to. */
function judgedFrom(
	issue: Issue,
	bound: BoundSupervision,
	at: { asOf: IsoDate; today: number; pace: Pace; schedule: ScheduleStatus },
): LightReading {
	const facts = { ...at, lag: lagOf(at.pace) };
	const red = redCauses(issue, bound, facts);
	if (red !== null) return { light: "red", reasons: red };
	const yellow = yellowCauses(issue, bound, facts);
	if (yellow !== null) return { light: "yellow", reasons: yellow };
	const judged = issue.progress?.forecast?.value === "onTime";
	return judged || at.schedule === "completed" || at.schedule === "longTerm" ? GOOD : DARK;
}

/**
 * 预警 of an issue on a day, with what lit it and what puts it out (domain.md §2.3, WRN-02…05). The forecast is an
 * input: with every milestone met the light is good only where somebody expects it on time, and dark where nobody said
 * anything; a late milestone gives yellow whatever is expected, and red with a forecast of `unlikely`. Overdue, a
 * circular or exposure at province level and a rebound are red. An upheld contest fixes the light until the next
 * dispatch, but for what nobody objected to: a worse light, or an exposure that was recorded since.
 */
export function lightOf(issue: Issue, rules: ResolvedRules, asOf: IsoDate): LightReading {
	const bound = boundTo(rules);
	const today = dayNumber(asOf);
	const pace = paceOf(issue, asOf);
	const schedule = scheduleFrom(issue, bound, asOf, today, pace);
	return lightFrom(issue, bound, { asOf, today, pace, schedule });
}

/** Whether the light of an issue was journalled in the cycle of lights that a day lies in (`colourCadence`). */
export const isLightJudged = (issue: Issue, rules: ResolvedRules, on: IsoDate): boolean =>
	isJudged(issue.supervision?.changes ?? [], on, boundTo(rules));

/** Colours as rule sets name them. */
export type Colour = "blue" | "green" | "yellow" | "red";

/** The colours in which a rule set shows lights: blue or green for good (S30). */
export function paletteOf(rules: ResolvedRules): Readonly<Record<Exclude<Light, "none">, Colour>> {
	const good = boundTo(rules).palette.includes("green") ? "green" : "blue";
	return { good, yellow: "yellow", red: "red" };
}

/** The light of an issue as a page shows it. */
export function lightView(
	reading: LightReading,
	rules: ResolvedRules,
	recorded: Light,
): {
	light: Light;
	colour: Colour | null;
	reasons: { rule: RuleId; message: Bilingual; clears: Bilingual; who: Role[] }[];
	recorded: Light;
} {
	const { light, reasons } = reading;
	return {
		light,
		colour: light === "none" ? null : paletteOf(rules)[light],
		reasons: reasons.map((reason) => ({ ...reason, who: [...reason.who] })),
		recorded,
	};
}
