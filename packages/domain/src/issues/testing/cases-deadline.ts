import { type CloseOutState, NO_CLOSE_OUT } from "../../close-out/index.ts";
import { LookBackId } from "../../kernel/index.ts";
import { day, INSPECTION, issueId, LEAD_CLERK, moment, stampOf, uuid } from "../testing.ts";
import { feedback, planned, planWarn, type RuleCase, report, save, unplanned } from "./rule-case.ts";
import { around, childDue, contextOn, inPeriod, openEnded, parentDue, step, until } from "./rules.ts";

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

/** Closed once, found to have come back: due anew (LB-04). */
const cameBack: CloseOutState = {
	...NO_CLOSE_OUT,
	round: 2,
	rebounds: [
		{
			...{ count: 1, lookBackId: LookBackId.parse(uuid(1, 43)), dueOn: day("2026-12-31") },
			...{ deadlineBefore: until("2026-06-30"), reason: "反弹", acceptors: [] },
			...{ at: moment("2026-12-01T02:00:00.000Z"), by: stampOf(LEAD_CLERK) },
		},
	],
};

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
		name: "a day later than above, after a rebound",
		issue: { closeOut: cameBack },
		around: parentDue(until("2026-12-30")),
		finds: null,
	},
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
		name: "61 days earlier than above, after a rebound",
		issue: { closeOut: cameBack },
		around: parentDue(until("2027-03-02")),
		finds: null,
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
	{
		name: "planned already: no working days are needed",
		issue: planned,
		around: feedback("2098-12-01"),
		finds: null,
	},
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

export const deadlineCases: Readonly<Record<string, readonly RuleCase[]>> = {
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
