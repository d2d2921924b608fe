import type { Issue, IssueSubject } from "../issues/index.ts";
import { type Calendar, dateOfDay, dayNumber, type IsoDate, say, shanghaiDay } from "../kernel/index.ts";
import { currentBaseline } from "../plans/index.ts";
import { defineRule, type ResolvedRules } from "../rules/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import { lastActivityDay } from "./content.ts";
import { cadenceOf, unansweredCycles } from "./cycles.ts";
import { type Period, periodOf } from "./period.ts";

const rule = defineRule<IssueSubject>();
const REPORTERS = ["leadUnit", "respUnit", "countyOffice"] as const;
const CHECKERS = ["supUnit", "provOffice", "cityOffice", "countyOffice"] as const;

export const prg01 = rule({
	id: "PRG-01",
	group: "PRG",
	severity: "warn",
	gate: "report",
	title: say("按期调度填报", "Reports in every cycle"),
	statement: say(
		"在账问题每个调度周期填报一次，截止日前报送；退回的填报不算，截止日不变",
		"Every open issue is reported in every cycle by its due day; a returned entry does not count and moves no due day",
	),
	params: ["cadence", "dispatchDay"],
	src: ["seed0", "S10", "D"],
	who: REPORTERS,
	check: ({ issue }, _params, { asOf }) => {
		const late = unansweredCycles(issue, asOf).filter(({ dueOn }) => dueOn < asOf);
		const [first] = late;
		if (first === undefined) return null;
		const more = late.length > 1 ? say(`等${late.length}期`, ` and ${late.length - 1} more`) : say("", "");
		return {
			message: say(
				`${first.key}期${more.zh}调度未填报，应于${formatDate(first.dueOn, "zh-CN")}前报送`,
				`The entry of ${first.key}${more.en} is missing; it was due on ${formatDate(first.dueOn, "en")}`,
			),
			clears: say("补报该期进展", "Report the progress of that period"),
		};
	},
});

type Counted = { readonly asOf: IsoDate; readonly calendar: Calendar; readonly last: Period };
const counted = new WeakMap<ResolvedRules, Counted>();

/** The last whole period in which a supervision check was due before a day. Counted once a day. */
function lastCheckPeriod(rules: ResolvedRules, calendar: Calendar, asOf: IsoDate): Period {
	const known = counted.get(rules);
	if (known?.asOf === asOf && known.calendar === calendar) return known.last;
	const cadence = cadenceOf(rules, "checkCadence");
	const present = periodOf(cadence, asOf, 1, calendar);
	const last = periodOf(cadence, dateOfDay(dayNumber(present.from) - 1), 1, calendar);
	counted.set(rules, { asOf, calendar, last });
	return last;
}

/** Whether somebody from outside of the work looked at it from a day on. */
function isCheckedSince(issue: Issue, from: IsoDate): boolean {
	if (issue.progress?.work.some(({ kind, on }) => kind === "visit" && on >= from) === true) return true;
	const { closeOut } = issue;
	if (closeOut === undefined) return false;
	// A check of an attempt that came to nothing was a check all the same.
	return (
		closeOut.siteChecks.some(({ on }) => on >= from) ||
		closeOut.earlier.some(({ siteChecks }) => siteChecks.some(({ on }) => on >= from))
	);
}

export const prg02 = rule({
	id: "PRG-02",
	group: "PRG",
	severity: "warn",
	gate: "report",
	title: say("定期督查", "Regular supervision checks"),
	statement: say(
		"方案批准后，每个督查周期至少有一次督导走访或现场核查",
		"Once the plan is approved, every check period sees a supervision visit or a site check",
	),
	params: ["checkCadence"],
	src: ["seed0", "S06", "S39"],
	who: CHECKERS,
	check: ({ issue }, _params, { rules, calendar, asOf }) => {
		const first = issue.plan?.baselines[0];
		if (issue.lifecycle !== "inProgress" || first === undefined) return null;
		const period = lastCheckPeriod(rules, calendar, asOf);
		// Work that began in the middle of a period is looked at from the next one on.
		if (shanghaiDay(first.approvedAt) > dayNumber(period.from)) return null;
		if (isCheckedSince(issue, period.from)) return null;
		const name = caseVocab.cadence[period.cadence];
		return {
			message: say(
				`${formatDate(period.from, "zh-CN")}以来没有督导走访或现场核查，督查周期为${name.zh}`,
				`No visit or site check since ${formatDate(period.from, "en")}; the check period is: ${name.en.toLowerCase()}`,
			),
			clears: say("开展督导走访或现场核查并记录", "Visit or check the site, and write it down"),
		};
	},
});

export const prg04 = rule({
	id: "PRG-04",
	group: "PRG",
	severity: "warn",
	gate: "report",
	title: say("批准后不停滞", "No stall after approval"),
	statement: say(
		"方案批准后，连续若干天没有任何工作、填报或佐证的，视为停滞",
		"After the approval, a number of days without work, report or evidence is a stall",
	),
	params: ["stallDays"],
	src: ["seed0", "D"],
	who: REPORTERS,
	check: ({ issue }, params, { asOf }) => {
		if (issue.lifecycle !== "inProgress") return null;
		// What is kept up for good is reviewed, not pushed.
		if (issue.deadline?.category === "longTerm" && (issue.closeOut?.longTerm ?? null) !== null) return null;
		const baseline = currentBaseline(issue);
		if (baseline === null) return null;
		const last = Math.max(shanghaiDay(baseline.approvedAt), lastActivityDay(issue.progress));
		const days = dayNumber(asOf) - last;
		if (days <= params.number("stallDays")) return null;
		const since = dateOfDay(last);
		return {
			message: say(
				`${formatDate(since, "zh-CN")}以来已${days}天没有任何活动`,
				`Nothing has happened since ${formatDate(since, "en")}: ${days} days`,
			),
			clears: say("开展工作并如实填报", "Do the work, and report it as it is"),
		};
	},
});

/** Rules on how work is reported and watched. */
export const progressRules = [prg01, prg02, prg04];
