/** Named cases of every rule on issues: what it says nothing about and what it finds. */
import type { Severity } from "../kernel/index.ts";
import type { RuleContext, RuleGate } from "../rules/index.ts";
import type { RuleSurroundings } from "./rules-subject.ts";
import {
	around,
	childDue,
	contextOn,
	held,
	inPeriod,
	openEnded,
	parentDue,
	soundIssue,
	step,
	until,
} from "./rules-testing.ts";
import type { Issue } from "./schema.ts";
import { CITY, COUNTY, day, INSPECTION, issueId, moment } from "./testing.ts";

export type RuleCase = {
	readonly name: string;
	readonly issue?: Partial<Issue>;
	readonly around?: RuleSurroundings;
	readonly context?: RuleContext;
	/** Null where the rule is silent; otherwise what its first finding is. */
	readonly finds: null | {
		readonly severity: Severity;
		readonly gate: RuleGate;
		readonly field: string | null;
		/** Words of the Chinese message. */
		readonly says: string;
		readonly count?: number;
	};
};

const planBlock = (field: string, says: string, count = 1) =>
	({ severity: "block", gate: "submitPlan", field, says, count }) as const;
const planWarn = (field: string, says: string) =>
	({ severity: "warn", gate: "submitPlan", field, says }) as const;
const [one, two, three] = soundIssue().measures;
const kept = [one, two, three].flatMap((measure) => (measure === undefined ? [] : [measure]));
const unplanned: Partial<Issue> = { goal: null, measures: [], deadline: null };
const feedback = (date: string) => around({ feedbackDate: day(date) });

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
];

const plan04: RuleCase[] = [
	{ name: "planned already", around: feedback("2024-08-21"), finds: null },
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
];

const without = (role: "contact" | "responsibleLeader") =>
	soundIssue().assignments.filter((assignment) => assignment.role !== role);
const report = (field: string | null, says: string, severity: Severity = "warn") =>
	({ severity, gate: "report", field, says }) as const;
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

const dl01: RuleCase[] = [
	{ name: "a fixed term with a date", finds: null },
	{ name: "long-term without one", issue: { deadline: openEnded("longTerm") }, finds: null },
	{
		name: "a fixed term without one",
		issue: { deadline: openEnded("fixed") },
		finds: { severity: "block", gate: "save", field: "deadline.point", says: "“限期整改”须有确定的日期" },
	},
	{
		name: "a category that the rule set does not have",
		issue: { deadline: until("2026-12-31", { category: "staged" }) },
		context: contextOn("2026-03-02", "base", { deadlineCategories: { v: ["fixed"], src: "D" } }),
		finds: {
			severity: "block",
			gate: "save",
			field: "deadline.category",
			says: "不使用时限类别“分阶段整改”",
		},
	},
];

const dl02: RuleCase[] = [
	{ name: "a day is a day", finds: null },
	{ name: "open-ended has no last day", issue: { deadline: openEnded("longTerm") }, finds: null },
	{
		name: "a month runs to its last day",
		issue: { deadline: inPeriod({ precision: "month", year: 2028, month: 2 }) },
		finds: report("deadline", "“2028年2月底前”计至2028年2月29日24时", "inform"),
	},
	{
		name: "a five-year plan runs to the end of its last year",
		issue: { deadline: inPeriod({ precision: "fiveYearPlan", plan: 15 }) },
		finds: report("deadline", "2030年12月31日", "inform"),
	},
];

const dl03: RuleCase[] = [
	{ name: "a fixed term", around: feedback("2025-01-01"), finds: null },
	{
		name: "30 days after the feedback",
		issue: { deadline: openEnded("immediate") },
		around: feedback("2026-01-31"),
		finds: null,
	},
	{
		name: "31 days after the feedback",
		issue: { deadline: openEnded("immediate") },
		around: feedback("2026-01-30"),
		finds: report("deadline", "立行立改已31天"),
	},
	{
		name: "the document gives it until later",
		issue: { deadline: until("2026-06-30", { category: "immediate" }) },
		around: feedback("2026-01-01"),
		finds: null,
	},
	{
		name: "without a feedback from its registration",
		issue: { deadline: openEnded("immediate") },
		around: around({ feedbackDate: null }),
		finds: report("deadline", "立行立改已91天"),
	},
	{
		name: "the owner says it is done",
		issue: { deadline: openEnded("immediate"), lifecycle: "selfChecked" },
		finds: null,
	},
];

const longTerm = { deadline: openEnded("longTerm") } as const;
const dl04: RuleCase[] = [
	{ name: "a fixed term", issue: { updatedAt: moment("2020-01-01T00:00:00.000Z") }, finds: null },
	{ name: "touched and with an action this year", issue: longTerm, finds: null },
	{
		name: "nothing recorded for a year",
		issue: { ...longTerm, updatedAt: moment("2025-03-02T02:00:00.000Z") },
		finds: report("updatedAt", "已12个月没有任何记录"),
	},
	{
		name: "one day less than a year",
		issue: { ...longTerm, updatedAt: moment("2025-03-03T02:00:00.000Z") },
		finds: null,
	},
	{
		name: "nothing planned for this year",
		issue: { ...longTerm, measures: [step(1, { milestones: [], deadline: until("2027-06-30") })] },
		finds: report("measures", "没有2026年的行动安排"),
	},
	{
		name: "a recurring measure is planned every year",
		issue: {
			...longTerm,
			measures: [
				step(1, {
					milestones: [],
					deadline: inPeriod({ precision: "recurring", every: "year", month: 6 }),
				}),
			],
		},
		finds: null,
	},
];

const save = (severity: Severity, field: string, says: string) =>
	({ severity, gate: "save", field, says }) as const;
const dl05: RuleCase[] = [
	{ name: "nobody above", finds: null },
	{ name: "the same day as above", around: parentDue(until("2026-12-31")), finds: null },
	{
		name: "the same period written less exactly",
		around: parentDue(inPeriod({ precision: "year", year: 2026 })),
		finds: null,
	},
	{
		name: "a day later than above",
		around: parentDue(until("2026-12-30")),
		finds: save("block", "deadline", "晚于上级第55项（2026年12月30日）"),
	},
	{
		name: "open-ended under a date",
		issue: { deadline: openEnded("longTerm") },
		around: parentDue(until("2026-12-31")),
		finds: save("block", "deadline", "（长期坚持）晚于上级"),
	},
	{ name: "a date under open-ended", around: parentDue(openEnded("longTerm")), finds: null },
	{ name: "nothing to compare above", around: parentDue(null), finds: null },
	{
		name: "a child later than this issue",
		around: childDue(until("2027-01-31")),
		finds: save("block", "childIds", "青石县第3项的时限（2027年1月31日）晚于本问题"),
	},
	{ name: "a child on the same day", around: childDue(until("2026-12-31")), finds: null },
	{
		name: "a measure later than its issue",
		issue: { measures: [step(1, { deadline: until("2027-03-31") })] },
		finds: planWarn("measures.0.deadline", "措施1的时限（2027年3月31日）晚于问题的时限"),
	},
	{
		name: "a measure that lasts is no delay",
		issue: { measures: [step(1, { deadline: openEnded("longTerm") })] },
		finds: null,
	},
];

const dl06: RuleCase[] = [
	{ name: "60 days earlier than above", around: parentDue(until("2027-03-01")), finds: null },
	{
		name: "61 days earlier than above",
		around: parentDue(until("2027-03-02")),
		finds: save("warn", "deadline", "比上级第55项提前61天，超过60天"),
	},
	{
		name: "to be fixed at once is no speeding up",
		issue: { deadline: until("2026-03-31", { category: "immediate" }) },
		around: parentDue(until("2027-12-31")),
		finds: null,
	},
	{ name: "an open-ended item above", around: parentDue(openEnded("longTerm")), finds: null },
	{
		name: "a child much earlier than this issue",
		around: childDue(until("2026-06-30")),
		finds: save("warn", "childIds", "青石县第3项的时限比本问题提前184天"),
	},
	{ name: "a child without a deadline", around: childDue(null), finds: null },
];

const dl07: RuleCase[] = [
	{ name: "the last measure ends months before", finds: null },
	{
		name: "exactly 30 days before",
		issue: { measures: [step(1, { deadline: until("2026-12-01") })] },
		finds: null,
	},
	{
		name: "29 days before",
		issue: { measures: [step(1, { deadline: until("2026-12-02") })] },
		finds: planWarn("measures", "不足30天，来不及自主验收"),
	},
	{
		name: "a county's item",
		issue: { tier: "county", measures: [step(1, { deadline: until("2026-12-31") })] },
		finds: null,
	},
	{
		name: "a late milestone counts",
		issue: { measures: [step(1, { milestones: [{ text: "投运", due: day("2026-12-20"), weight: 1 }] })] },
		finds: planWarn("measures", "2026年12月20日"),
	},
];

const dl08: RuleCase[] = [
	{ name: "planned already: no working days are needed", around: feedback("2098-12-01"), finds: null },
	{ name: "a known year", issue: unplanned, finds: null },
	{
		name: "a year without a table",
		issue: unplanned,
		around: feedback("2098-12-01"),
		context: contextOn("2099-01-05"),
		finds: report(null, "没有2098年的节假日和调休安排", "block"),
	},
];

const data01: RuleCase[] = [
	{ name: "nobody else has the number", finds: null },
	{
		name: "another issue has it",
		around: around({
			sharedNumbers: [{ issueId: issueId(7), inspectionId: INSPECTION, number: "12" }],
		}),
		finds: save("block", "mandates", "编号12在同一清单中已被使用"),
	},
];

/** By rule id, as in the catalogue. */
export const issueRuleCases: Readonly<Record<string, readonly RuleCase[]>> = {
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
	"DL-01": dl01,
	"DL-02": dl02,
	"DL-03": dl03,
	"DL-04": dl04,
	"DL-05": dl05,
	"DL-06": dl06,
	"DL-07": dl07,
	"DL-08": dl08,
	"DATA-01": data01,
};
