/** What the planning rules say nothing about, and what they find. */

import { NO_PLAN, type PlanState, type PlanWaiver } from "../../plans/index.ts";
import { goalId, metric } from "../../plans/testing.ts";
import type { Issue } from "../schema.ts";
import { CITY, COUNTY, day, issueId, LEAD_CLERK, moment, stampOf } from "../testing.ts";
import {
	feedback,
	kept,
	planBlock,
	planned,
	planWarn,
	type RuleCase,
	report,
	unplanned,
} from "./rule-case.ts";
import { around, contextOn, held, openEnded, parentDue, soundIssue, step, until } from "./rules.ts";

const plan01: RuleCase[] = [
	{ name: "all seven elements", finds: null },
	{
		name: "no goal and no supervising unit",
		issue: { goal: null, assignments: soundIssue().assignments.filter(({ role }) => role !== "supervising") },
		finds: planBlock("goal", "缺少整改目标、督导单位"),
	},
	{
		name: "the leader's assignment has ended",
		issue: {
			assignments: soundIssue().assignments.map((a) =>
				a.role === "responsibleLeader" ? { ...a, until: day("2026-03-02") } : a,
			),
		},
		finds: planBlock("assignments", "缺少责任领导"),
	},
	{
		name: "the leader's assignment ends tomorrow",
		issue: {
			assignments: soundIssue().assignments.map((a) =>
				a.role === "responsibleLeader" ? { ...a, until: day("2026-03-03") } : a,
			),
		},
		finds: null,
	},
	{
		name: "a cancelled measure is none",
		issue: { measures: [step(1, { state: "cancelled" })] },
		finds: planBlock("measures", "缺少整改措施"),
	},
	{
		name: "a rule set that asks for less",
		issue: { goal: null },
		context: contextOn("2026-03-02", "base", { requiredElements: { v: ["deadline"], src: "D" } }),
		finds: null,
	},
];

const plan02: RuleCase[] = [
	{ name: "unit, deadline and a milestone", finds: null },
	{
		name: "two measures without a unit, one without a deadline",
		issue: {
			measures: [
				step(1, { responsibleUnitIds: [], number: "（一）" }),
				step(2, { responsibleUnitIds: [], deadline: null }),
			],
		},
		finds: planBlock("measures", "措施（一）、2没有责任单位", 2),
	},
	{
		name: "no milestone anywhere",
		issue: { measures: [step(1, { milestones: [] })] },
		finds: planBlock("measures", "应至少1个，现有0个"),
	},
	{
		name: "what is fixed at once needs no milestone",
		issue: { deadline: openEnded("immediate"), measures: [step(1, { milestones: [] })] },
		finds: null,
	},
	{
		name: "a waived measure needs nothing",
		issue: { measures: [...kept, step(4, { state: "waived", deadline: null })] },
		finds: null,
	},
];

const plan03: RuleCase[] = [
	{ name: "a standard to reach", finds: null },
	{ name: "a figure", issue: { goal: "污水集中收集率提高到95%" }, finds: null },
	{ name: "a named document", issue: { goal: "修订《渣库管理办法》" }, finds: null },
	{ name: "no goal is another rule's matter", issue: { goal: null }, finds: null },
	{
		name: "fine words only",
		issue: { goal: "进一步提高认识，切实加强监管。" },
		finds: planWarn("goal", "没有可核验的指标或成果"),
	},
	{
		name: "fine words beside a metric",
		issue: { goal: "进一步提高认识。", plan: { ...NO_PLAN, goals: [metric(1)] } },
		finds: null,
	},
	{
		name: "fine words beside a deliverable",
		issue: {
			goal: "进一步提高认识。",
			plan: { ...NO_PLAN, goals: [{ kind: "deliverable", id: goalId(1), name: "渣库封场" }] },
		},
		finds: null,
	},
	{
		name: "a metric without the figure at the start",
		issue: { plan: { ...NO_PLAN, goals: [metric(1, { baseline: null })] } },
		finds: planWarn("plan.goals", "指标出境断面镉浓度没有现状值"),
	},
];

const plan04: RuleCase[] = [
	{
		name: "written, but never handed in",
		around: feedback("2025-10-09"),
		finds: { severity: "block", gate: "report", field: null, says: "已逾期" },
	},
	{
		name: "handed in",
		issue: { lifecycle: "planSubmitted" },
		around: feedback("2025-10-09"),
		finds: null,
	},
	{
		name: "brought by an import, planned elsewhere",
		issue: planned,
		around: feedback("2025-10-09"),
		finds: null,
	},
	{
		name: "brought by an import without a plan",
		issue: { ...planned, ...unplanned },
		around: feedback("2025-10-09"),
		finds: { severity: "block", gate: "report", field: null, says: "已逾期" },
	},
	{ name: "long before it is due", issue: unplanned, around: feedback("2026-02-26"), finds: null },
	{
		name: "round 3 batch 2: on 2024-10-29 the plan is due",
		issue: unplanned,
		around: feedback("2024-08-21"),
		context: contextOn("2024-10-29"),
		finds: {
			severity: "warn",
			gate: "report",
			field: null,
			says: "2024年10月29日前报送（反馈后45个工作日），临近到期",
		},
	},
	{
		name: "ten working days before it is due",
		issue: unplanned,
		around: feedback("2024-08-21"),
		context: contextOn("2024-10-15"),
		finds: { severity: "warn", gate: "report", field: null, says: "临近到期" },
	},
	{
		name: "eleven working days before it is due",
		issue: unplanned,
		around: feedback("2024-08-21"),
		context: contextOn("2024-10-14"),
		finds: null,
	},
	{
		name: "the day after",
		issue: unplanned,
		around: feedback("2024-08-21"),
		context: contextOn("2024-10-30"),
		finds: { severity: "block", gate: "report", field: null, says: "已逾期" },
	},
	{
		name: "Sichuan counts 30 working days: due on 2018-02-05",
		issue: unplanned,
		around: feedback("2017-12-22"),
		context: contextOn("2018-02-06", "sc"),
		finds: {
			severity: "block",
			gate: "report",
			field: null,
			says: "2018年2月5日前报送（反馈后30个工作日），已逾期",
		},
	},
	{
		name: "earlier central inspections: due on 2020-06-23",
		issue: unplanned,
		around: feedback("2020-05-12"),
		context: contextOn("2020-06-23", "central-2015"),
		finds: { severity: "warn", gate: "report", field: null, says: "2020年6月23日前" },
	},
	{
		name: "only the top of a tree owes the plan",
		issue: { ...unplanned, parentId: issueId(9) },
		around: feedback("2024-08-21"),
		finds: null,
	},
	{ name: "no feedback, no clock", issue: unplanned, around: around({ feedbackDate: null }), finds: null },
	{
		name: "an unknown year is not guessed",
		issue: unplanned,
		around: feedback("2098-12-01"),
		context: contextOn("2099-05-01"),
		finds: null,
	},
];

const plan05: RuleCase[] = [
	{ name: "every region answers", finds: null },
	{
		name: "two regions hang in neutral",
		around: around({
			uncovered: [
				{ region: CITY, name: "澄川市" },
				{ region: COUNTY, name: "青石县" },
			],
		}),
		finds: planBlock("childIds", "澄川市、青石县尚未承接"),
	},
];

const above = ["对渣库开展防渗治理，建设渗滤液收集处理设施。", "加强巡查，落实责任，确保稳定达标。"];
const common = (...texts: string[]): Partial<Issue> => ({
	generality: "common",
	measures: texts.map((text, index) => step(index + 1, { text })),
});
const plan06: RuleCase[] = [
	{ name: "an individual issue", around: parentDue(until("2026-12-31"), above), finds: null },
	{
		name: "one measure of this place is enough",
		issue: common("加强巡查，落实责任，确保稳定达标。", "青石县对1号至7号渣库逐座覆膜并建雨污分流沟。"),
		around: parentDue(until("2026-12-31"), above),
		finds: null,
	},
	{
		name: "copies, apart from punctuation",
		issue: common("加强巡查、落实责任；确保稳定达标", "对渣库开展防渗治理，建设渗滤液收集处理设施。"),
		around: parentDue(until("2026-12-31"), above),
		finds: planWarn("measures", "2条措施均与上级措施雷同（相似度超过90%）"),
	},
	{ name: "nothing above to copy", issue: common("加强巡查。"), finds: null },
	{
		name: "a cancelled measure of this place does not help",
		issue: {
			generality: "common",
			measures: [step(1, { text: above[1] ?? "" }), step(2, { text: "逐座覆膜。", state: "cancelled" })],
		},
		around: parentDue(until("2026-12-31"), above),
		finds: planWarn("measures", "1条措施均与上级措施雷同"),
	},
];

const waived = (of: PlanWaiver["of"]): PlanState => ({
	...NO_PLAN,
	waivers: [{ of, reason: "一次性清运", at: moment("2026-02-20T02:00:00.000Z"), by: stampOf(LEAD_CLERK) }],
});
const plan08: RuleCase[] = [
	{ name: "both terms", finds: null },
	{ name: "only fixes", issue: { measures: [step(1)] }, finds: planWarn("measures", "标明为长效机制") },
	{
		name: "only mechanisms",
		issue: { measures: [step(1, { term: "longTermMechanism" })] },
		finds: planWarn("measures", "标明为当下改的"),
	},
	{
		name: "nothing marked",
		issue: { measures: [step(1, { term: null })] },
		finds: planWarn("measures", "当下改和长效机制"),
	},
	{ name: "no measures is another rule's matter", issue: { measures: [] }, finds: null },
	{
		name: "a mechanism is waived",
		issue: { measures: [step(1)], plan: waived("longTermMechanism") },
		finds: null,
	},
	{
		name: "a fix is waived, and no mechanism is there",
		issue: { measures: [step(1, { term: null })], plan: waived("immediateFix") },
		finds: planWarn("measures", "标明为长效机制"),
	},
];

const plan09: RuleCase[] = [
	{ name: "a measure screens", finds: null },
	{ name: "none does", issue: { measures: [step(1)] }, finds: planWarn("measures", "举一反三") },
	{
		name: "at close-out it blocks",
		issue: { measures: [step(1)], lifecycle: "publicNotice" },
		finds: { severity: "block", gate: "closeOut", field: "measures", says: "举一反三" },
	},
	{ name: "no measures is another rule's matter", issue: { measures: [] }, finds: null },
	{ name: "it is waived", issue: { measures: [step(1)], plan: waived("similarScreening") }, finds: null },
	{
		name: "something else is waived",
		issue: { measures: [step(1)], plan: waived("immediateFix") },
		finds: planWarn("measures", "举一反三"),
	},
];

const without = (role: "contact" | "responsibleLeader") =>
	soundIssue().assignments.filter((assignment) => assignment.role !== role);
const plan10: RuleCase[] = [
	{ name: "leader and contact", finds: null },
	{
		name: "no contact since registration",
		issue: { assignments: without("contact") },
		finds: report("assignments", "联系人自2025年12月1日起空缺，已超过10天"),
	},
	{
		name: "the leader left eleven days ago",
		issue: {
			assignments: [
				...without("responsibleLeader"),
				held(9, "responsibleLeader", { until: day("2026-02-19") }),
			],
		},
		finds: report("assignments", "责任领导自2026年2月19日起空缺"),
	},
	{
		name: "the leader left ten days ago",
		issue: {
			assignments: [
				...without("responsibleLeader"),
				held(9, "responsibleLeader", { until: day("2026-02-20") }),
			],
		},
		finds: null,
	},
	{
		name: "registered today",
		issue: { assignments: [], registeredAt: moment("2026-03-01T16:30:00.000Z") },
		finds: null,
	},
];

const stop = (determinationOn: string) => ({
	determinationOn: day(determinationOn),
	exitCondition: "确认不在保护区内后恢复生产",
});
const plan11: RuleCase[] = [
	{ name: "no stop", finds: null },
	{
		name: "decided within 60 days",
		issue: {
			measures: [...kept, step(4, { type: "closure", text: "先行停产。", provisional: stop("2026-04-30") })],
		},
		finds: null,
	},
	{
		name: "a stop without an end",
		issue: { measures: [step(1, { type: null, text: "下达暂时停产通知，待查明情况。" })] },
		finds: planBlock("measures.0.provisional", "没有认定日期和退出条件"),
	},
	{
		name: "works that mention a stop are no stop",
		issue: { measures: [...kept, step(4, { type: "works", text: "暂时停产期间完成改造。" })] },
		finds: null,
	},
	{
		name: "decided too late",
		issue: { measures: [step(1, { type: "closure", provisional: stop("2026-05-02") })] },
		finds: planBlock("measures.0.provisional", "超过60天"),
	},
	{
		name: "the day has passed",
		issue: { measures: [...kept, step(4, { type: "closure", provisional: stop("2026-03-01") })] },
		finds: report("measures.3.provisional", "至今未定", "block"),
	},
	{
		name: "the day has passed and it is done",
		issue: {
			measures: [...kept, step(4, { type: "closure", provisional: stop("2026-03-01"), state: "done" })],
		},
		finds: null,
	},
];

export const planCases: Readonly<Record<string, readonly RuleCase[]>> = {
	"PLAN-01": plan01,
	"PLAN-02": plan02,
	"PLAN-03": plan03,
	"PLAN-04": plan04,
	"PLAN-05": plan05,
	"PLAN-06": plan06,
	"PLAN-08": plan08,
	"PLAN-09": plan09,
	"PLAN-10": plan10,
	"PLAN-11": plan11,
};
