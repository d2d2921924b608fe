import { addWorkingDays, type Calendar, type IsoDate, type Result, say } from "../kernel/index.ts";
import { type Goal, NO_PLAN, workingDayAfter } from "../plans/index.ts";
import { keptPhrases } from "../rules/index.ts";
import { formatDate, formatNames, label, vocab } from "../vocabulary/index.ts";
import { bitsOf, elementBits, elementsOf, isLive } from "./rules-elements.ts";
import { type IssueSubject, issueRule, OFFICES, PHASE, PLANNERS } from "./rules-subject.ts";
import type { Measure } from "./schema.ts";

const FIELD_OF = {
	goal: "goal",
	deadline: "deadline",
	responsibleUnit: "assignments",
	responsibleLeader: "assignments",
	responsiblePersons: "assignments",
	supervisingUnit: "assignments",
	measures: "measures",
} as const;

const elementNames = (bits: number, language: "zh-CN" | "en") =>
	formatNames(
		elementsOf(bits).map((element) => label(vocab.requiredElement, element, language)),
		language,
	);

const missingMessage = keptPhrases();

export const plan01 = issueRule({
	id: "PLAN-01",
	group: "PLAN",
	severity: "block",
	gate: "submitPlan",
	title: say("七要素齐全", "Seven elements"),
	statement: say(
		"整改方案须有整改目标、整改时限、责任单位、责任领导、责任人员、督导单位、整改措施",
		"A plan names goal, deadline, responsible unit, responsible leader, responsible persons, supervising unit and measures",
	),
	params: ["requiredElements"],
	src: ["seed1"],
	who: PLANNERS,
	check: ({ issue }, params, { asOf }) => {
		const missing = bitsOf(params.strings("requiredElements")) & ~elementBits(issue, asOf);
		const first = missing === 0 ? undefined : elementsOf(missing)[0];
		if (first === undefined) return null;
		return {
			field: FIELD_OF[first],
			message: missingMessage(String(missing), () =>
				say(`缺少${elementNames(missing, "zh-CN")}`, `Missing: ${elementNames(missing, "en")}`),
			),
			clears: say("补齐所缺要素", "Fill in what is missing"),
		};
	},
});

/** Measures as people call them: by their printed number, or by their place in the list. */
const measureNames = (measures: readonly Measure[], lacks: (measure: Measure) => boolean): string[] =>
	measures.flatMap((measure, index) =>
		isLive(measure) && lacks(measure) ? [measure.number ?? String(index + 1)] : [],
	);

const withoutUnit = (measure: Measure) => measure.responsibleUnitIds.length === 0;
const withoutDeadline = (measure: Measure) => measure.deadline === null;

/** What the measures of an issue lack, without lists: most lack nothing. */
function measureGaps(measures: readonly Measure[]) {
	let unit = false;
	let deadline = false;
	let live = false;
	let milestones = 0;
	for (const measure of measures) {
		if (!isLive(measure)) continue;
		live = true;
		unit ||= withoutUnit(measure);
		deadline ||= withoutDeadline(measure);
		milestones += measure.milestones.length;
	}
	return { unit, deadline, live, milestones };
}

export const plan02 = issueRule({
	id: "PLAN-02",
	group: "PLAN",
	severity: "block",
	gate: "submitPlan",
	title: say("措施有单位、有时限、有节点", "Measures have unit, deadline and milestones"),
	statement: say(
		"每条措施有自己的责任单位和完成时限；不能立行立改的问题至少有一个定了日期的节点",
		"Every measure has its own unit and deadline; what cannot be fixed at once has dated milestones",
	),
	params: ["minMilestones"],
	src: ["S26", "seed1"],
	who: PLANNERS,
	check: ({ issue }, params) => {
		const gaps = measureGaps(issue.measures);
		const wanted = params.number("minMilestones");
		const few = gaps.live && issue.deadline?.category !== "immediate" && gaps.milestones < wanted;
		if (!gaps.unit && !gaps.deadline && !few) return null;
		const lacking = (what: { zh: string; en: string }, lacks: (measure: Measure) => boolean) => {
			const names = measureNames(issue.measures, lacks);
			return {
				field: "measures",
				message: say(
					`措施${formatNames(names, "zh-CN")}没有${what.zh}`,
					`Measures without a ${what.en}: ${formatNames(names, "en")}`,
				),
				clears: say(`为每条措施填写${what.zh}`, `Give every measure a ${what.en}`),
				used: [],
			};
		};
		return [
			...(gaps.unit ? [lacking(say("责任单位", "responsible unit"), withoutUnit)] : []),
			...(gaps.deadline ? [lacking(say("完成时限", "deadline"), withoutDeadline)] : []),
			...(few
				? [
						{
							field: "measures",
							message: say(
								`节点不足：应至少${wanted}个，现有${gaps.milestones}个`,
								`Too few dated milestones: ${gaps.milestones} of at least ${wanted}`,
							),
							clears: say("在措施中增加定了日期的节点", "Add dated milestones to the measures"),
						},
					]
				: []),
		];
	},
});

const FIGURE = /\p{N}/u;

/** A deliverable can be looked at; a metric only beside where it started. */
const isVerifiable = (goal: Goal): boolean => goal.kind === "deliverable" || goal.baseline !== null;

function withoutBaseline(goals: readonly Goal[]) {
	const names = goals.flatMap((goal) => (goal.kind === "metric" ? [goal.indicator] : []));
	return {
		field: "plan.goals",
		message: say(
			`指标${formatNames(names, "zh-CN")}没有现状值，无从核验`,
			`No baseline figure for ${formatNames(names, "en")}: nobody can tell what was reached`,
		),
		clears: say("填写现状值", "Give the figure at the start"),
		used: [],
	};
}

export const plan03 = issueRule({
	id: "PLAN-03",
	group: "PLAN",
	severity: "warn",
	gate: "submitPlan",
	title: say("目标可核验", "Goal can be verified"),
	statement: say(
		"整改目标须可核验：有指标（现状、目标值、单位、方法），或有明确的成果",
		"A goal can be verified: a metric with baseline, target, unit and method, or a named deliverable",
	),
	params: ["verifiableWords"],
	src: ["S04", "S09"],
	who: PLANNERS,
	check: ({ issue: { goal, plan } }, params) => {
		const goals = plan?.goals ?? NO_PLAN.goals;
		if (goals.some(isVerifiable)) return null;
		if (goals.length > 0) return withoutBaseline(goals);
		if (goal === null || goal === "" || FIGURE.test(goal)) return null;
		for (const word of params.strings("verifiableWords")) if (goal.includes(word)) return null;
		return {
			field: "goal",
			message: say(
				"整改目标中没有可核验的指标或成果",
				"The goal names neither a figure nor a deliverable that could be verified",
			),
			clears: say(
				"写明指标和目标值，或写明要建成、出台、拆除的具体成果",
				"Name a metric with its target, or what exactly will be built, issued or removed",
			),
		};
	},
});

/**
 * The day by which the plan is due: the `workingDays`th working day after the feedback, the day after it being day 1
 * (PLAN-04). Refused for years without a calendar.
 */
export const planDueOn: (calendar: Calendar, feedbackDate: IsoDate, workingDays: number) => Result<IsoDate> =
	workingDayAfter;

/**
 * Whether an issue still owes its plan: it is at the top of its tree and its plan was not handed in. What an import brought
 * was planned elsewhere: it owes one only while its plan says too little.
 */
export function owesPlan(
	{ issue, around }: IssueSubject,
	planContent: readonly string[],
	asOf: IsoDate,
): boolean {
	if (issue.parentId !== null || around.feedbackDate === null || PHASE[issue.lifecycle] !== "planning") {
		return false;
	}
	if (issue.importIds.length === 0) return true;
	const wanted = bitsOf(planContent);
	return (elementBits(issue, asOf) & wanted) !== wanted;
}

export const plan04 = issueRule({
	id: "PLAN-04",
	group: "PLAN",
	severity: "warn",
	hardest: "block",
	gate: "report",
	title: say("方案按期报送", "Plan handed in on time"),
	statement: say(
		"反馈之后在规定的工作日内报送整改方案，反馈次日为第一个工作日",
		"The plan is due a number of working days after the feedback, the next day being day 1",
	),
	params: ["planDueWd", "planWarnWd", "planContent"],
	src: ["S01", "S03", "S04", "S05"],
	who: PLANNERS,
	check: (subject, params, { asOf, calendar }) => {
		const { feedbackDate } = subject.around;
		if (feedbackDate === null || !owesPlan(subject, params.strings("planContent"), asOf)) return null;
		const wanted = params.number("planDueWd");
		const due = planDueOn(calendar, feedbackDate, wanted);
		if (!due.ok) return null;
		const clears = say(
			"写明整改目标、时限、责任单位和措施，报审方案",
			"Write goal, deadline, responsible unit and measures, and hand the plan in",
		);
		const zh = `方案应于${formatDate(due.value, "zh-CN")}前报送（反馈后${wanted}个工作日）`;
		const en = `due by ${formatDate(due.value, "en")} (${wanted} working days after the feedback)`;
		if (asOf > due.value) {
			return { severity: "block", message: say(`${zh}，已逾期`, `The plan is overdue: ${en}`), clears };
		}
		const warnFrom = addWorkingDays(calendar, due.value, -params.number("planWarnWd"));
		if (!warnFrom.ok || asOf < warnFrom.value) return null;
		return { message: say(`${zh}，临近到期`, `The plan is ${en}`), clears };
	},
});

export const plan05 = issueRule({
	id: "PLAN-05",
	group: "PLAN",
	severity: "block",
	gate: "submitPlan",
	title: say("分解到位，不挂空挡", "Handed down without a gap"),
	statement: say(
		"每项反馈问题都有地方承接，或经上级同意认定不涉及",
		"Every finding has at least one local item, or a recorded “not ours” with upstream consent",
	),
	params: [],
	src: ["seed1"],
	who: OFFICES,
	check: ({ around: { uncovered } }) => {
		if (uncovered.length === 0) return null;
		const names = uncovered.map(({ name }) => name);
		return {
			field: "childIds",
			message: say(
				`${formatNames(names, "zh-CN")}尚未承接，问题挂空挡`,
				`Nobody answers for it in ${formatNames(names, "en")}`,
			),
			clears: say(
				"分解到这些地区，或附上级同意文件认定不涉及",
				"Hand it down to these regions, or declare it not theirs with upstream consent",
			),
		};
	},
});

/** Rules on what a plan has and when it is due. */
export const planRules = [plan01, plan02, plan03, plan04, plan05];
