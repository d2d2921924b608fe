/** What the rules of this room say nothing about, and what they find. */
import type { Issue } from "../../issues/index.ts";
import { kept, planBlock, planWarn, type RuleCase, report } from "../../issues/testing/rule-case.ts";
import { contextOn, parentDue, soundIssue, step, until } from "../../issues/testing/rules.ts";
import { day, issueId, moment, stampOf } from "../../issues/testing.ts";
import { planContentOf } from "../content.ts";
import type { Measure } from "../elements.ts";
import {
	type Baseline,
	type Extension,
	type Goal,
	NO_PLAN,
	type PlanPublication,
	type PlanState,
} from "../schema.ts";
import { extensionId, metric, REVIEWER } from "../testing.ts";

const by = stampOf(REVIEWER);
const planned = (plan: Partial<PlanState>): Partial<Issue> => ({ plan: { ...NO_PLAN, ...plan } });

/** Approved on 5 January 2026 in Shanghai: the twentieth working day after it is 2 February. */
const approved: Baseline = {
	version: 1,
	content: planContentOf(soundIssue()),
	approvedAt: moment("2026-01-04T17:00:00.000Z"),
	approvedBy: by,
	reason: null,
	origin: null,
};
const website: PlanPublication["channels"][number] = { kind: "website", name: "市政府网站", url: null };
const publication = (more: Partial<PlanPublication> = {}): PlanPublication => ({
	on: day("2026-01-20"),
	channels: [website],
	redacted: true,
	by,
	...more,
});
const working = (publications: readonly PlanPublication[], baselines = [approved]): Partial<Issue> => ({
	lifecycle: "inProgress",
	...planned({ baselines, publications: [...publications] }),
});

const plan12: RuleCase[] = [
	{ name: "no plan is approved yet", finds: null },
	{ name: "published in time", issue: working([publication()]), finds: null },
	{
		name: "the last day has not passed",
		issue: working([]),
		context: contextOn("2026-02-02"),
		finds: null,
	},
	{
		name: "the day after it has",
		issue: working([]),
		context: contextOn("2026-02-03"),
		finds: report("plan.publications", "应于2026年2月2日前公开"),
	},
	{
		name: "a publication of the version before does not count",
		issue: working(
			[publication({ on: day("2025-12-30") })],
			[
				{ ...approved, approvedAt: moment("2025-12-20T02:00:00.000Z") },
				{ ...approved, version: 2 },
			],
		),
		finds: report("plan.publications", "没有公开记录"),
	},
	{
		name: "what was handed down is published with the plan above",
		issue: { ...working([]), parentId: issueId(9) },
		finds: null,
	},
	{
		name: "two channels are asked for, and one was named twice",
		issue: working([publication(), publication()]),
		context: contextOn("2026-03-02", "base", { channels: { v: 2, src: "D" } }),
		finds: report("plan.publications", "只通过1个渠道公开，应不少于2个"),
	},
	{
		name: "the sensitive parts are still in it",
		issue: working([publication({ redacted: false })]),
		finds: report("plan.publications", "没有删去不宜公开的内容"),
	},
	{
		name: "a public version replaced it",
		issue: working([publication({ redacted: false }), publication({ on: day("2026-01-22") })]),
		finds: null,
	},
	{
		name: "an unknown year is not guessed",
		issue: working([], [{ ...approved, approvedAt: moment("2098-12-30T02:00:00.000Z") }]),
		context: contextOn("2099-06-01"),
		finds: null,
	},
];

const request = (more: Partial<Extension> = {}): Extension => ({
	id: extensionId(1),
	at: moment("2026-02-20T02:00:00.000Z"),
	by,
	reasons: "连续强降雨影响施工",
	progress: "主体工程完成六成",
	from: until("2026-04-30"),
	to: until("2026-08-31"),
	measures: [],
	against: 1,
	leadDays: 69,
	lateReason: null,
	decision: null,
	...more,
});
const asked = (more: Partial<Extension> = {}): Partial<Issue> => ({
	...working([publication()]),
	plan: { ...NO_PLAN, baselines: [approved], publications: [publication()], extensions: [request(more)] },
});
const granted: Extension["decision"] = {
	verdict: "grant",
	at: moment("2026-02-25T02:00:00.000Z"),
	by,
	reason: null,
};

const ext01: RuleCase[] = [
	{ name: "nothing is asked for", finds: null },
	{ name: "asked for thirty days before", issue: asked({ leadDays: 30 }), finds: null },
	{
		name: "asked for twenty-nine days before",
		issue: asked({ leadDays: 29, lateReason: "汛期断路" }),
		finds: report("plan.extensions", "于到期前29日提出，应提前30日"),
	},
	{ name: "decided already", issue: asked({ leadDays: 3, decision: granted }), finds: null },
];

const ext03: RuleCase[] = [
	{ name: "nothing is asked for", finds: null },
	{
		name: "waits for its decision",
		issue: asked(),
		finds: report("plan.extensions", "延期至2026年8月31日前的申请尚未审批", "inform"),
	},
	{
		name: "the deadline passes meanwhile",
		issue: asked(),
		context: contextOn("2026-05-01"),
		finds: report("plan.extensions", "原时限已过"),
	},
	{ name: "decided", issue: asked({ decision: granted }), finds: null },
];

const enterprise = (
	category: NonNullable<Measure["entity"]>["category"],
	legalBasis: string | null = "《水污染防治法》第八十三条",
): Measure["entity"] => ({ name: "青石矿业公司", unitId: null, category, legalBasis });
const also = (more: Partial<Measure>): Partial<Issue> => ({ measures: [...kept, step(4, more)] });

const anti03: RuleCase[] = [
	{ name: "works", finds: null },
	{
		name: "a closure of one named enterprise on a legal basis",
		issue: also({ type: "closure", text: "依法关闭该企业。", entity: enterprise("illegalNonCompliant") }),
		finds: null,
	},
	{
		name: "everything is closed",
		issue: also({ type: "enforcement", text: "对沿河企业一律关停，先停再说。" }),
		finds: planBlock("measures.3.text", "属“一律关停”，搞“一刀切”"),
	},
	{
		name: "a closure that names nobody",
		issue: also({ type: "closure", text: "关闭沿河采石场。" }),
		finds: planBlock("measures.3.entity", "没有写明针对哪一家单位和法律依据"),
	},
	{
		name: "a named enterprise without a legal basis",
		issue: also({ type: "closure", text: "关闭该企业。", entity: enterprise("illegalNonCompliant", null) }),
		finds: planBlock("measures.3.entity", "法律依据"),
	},
	{
		name: "blanket stops are what the measure forbids",
		issue: also({ type: "policy", text: "坚持分类施策，严禁“一律关停”“先停再说”等简单粗暴做法。" }),
		finds: null,
	},
	{
		name: "a word in front of the comma forbids nothing behind it",
		issue: also({ type: "campaign", text: "为防止污染扩大，全面停产。" }),
		finds: planBlock("measures.3.text", "“全面停产”"),
	},
	{
		name: "a cancelled measure stops nobody",
		issue: also({ type: "closure", text: "一律关停。", state: "cancelled" }),
		finds: null,
	},
];

const anti04: RuleCase[] = [
	{ name: "works", finds: null },
	{
		name: "legal and compliant",
		issue: also({ type: "closure", entity: enterprise("legalCompliant") }),
		finds: planBlock("measures.3.entity", "合法合规，不得采取停产措施"),
	},
	{
		name: "legal, not compliant, and the law allows it",
		issue: also({ type: "closure", entity: enterprise("legalNonCompliant") }),
		finds: null,
	},
	{
		name: "legal, not compliant, and no law is cited",
		issue: also({ type: "closure", entity: enterprise("legalNonCompliant", null) }),
		finds: planBlock("measures.3.entity", "合法但不合规"),
	},
	{
		name: "illegal",
		issue: also({ type: "closure", entity: enterprise("illegalNonCompliant", null) }),
		finds: null,
	},
	{
		name: "a provisional stop of nobody",
		issue: also({
			type: "enforcement",
			provisional: { determinationOn: day("2026-04-01"), exitCondition: "查明后恢复生产" },
		}),
		finds: planBlock("measures.3.entity", "没有写明对象及其类别"),
	},
];

const above: readonly Goal[] = [metric(1), { kind: "deliverable", id: metric(7).id, name: "渣库封场" }];
const beside = (goal: Goal, goals = above): Pick<RuleCase, "issue" | "around"> => ({
	issue: planned({ goals: [goal] }),
	around: parentDue(until("2026-12-31"), [], goals),
});
const anti05: RuleCase[] = [
	{ name: "no goals of its own", around: parentDue(until("2026-12-31"), [], above), finds: null },
	{ name: "the same target", ...beside(metric(2)), finds: null },
	{ name: "a laxer target is another rule's matter", ...beside(metric(2, { target: 0.01 })), finds: null },
	{
		name: "a stricter ceiling",
		...beside(metric(2, { target: 0.001, indicator: "出境断面 镉浓度" })),
		finds: planWarn("plan.goals.0.target", "目标值0.001mg/L严于上级"),
	},
	{
		name: "a higher floor",
		...beside(metric(2, { indicator: "收集率", unit: "%", target: 98, direction: "atLeast" }), [
			metric(3, { indicator: "收集率", unit: "％", target: 95, direction: "atLeast" }),
		]),
		finds: planWarn("plan.goals.0.target", "目标值98%严于上级"),
	},
	{ name: "another indicator", ...beside(metric(2, { indicator: "锌浓度", target: 0.001 })), finds: null },
	{ name: "another unit cannot be compared", ...beside(metric(2, { unit: "μg/L", target: 1 })), finds: null },
];

const anti07: RuleCase[] = [
	{ name: "works", finds: null },
	{
		name: "somebody is reprimanded",
		issue: also({ type: "enforcement", text: "（四）对相关责任人给予诫勉、批评教育。" }),
		finds: planBlock("measures.3.text", "只是问责，没有整改内容"),
	},
	{
		name: "in two sentences, by the discipline office",
		issue: also({ type: null, text: "由市纪委监委牵头，对3名责任人立案审查；依规依纪，严肃追责问责。" }),
		finds: planBlock("measures.3.text", "只是问责"),
	},
	{
		name: "work with a threat at its end",
		issue: also({ text: "对渣库覆膜，建雨污分流沟。对工作不力的严肃追责问责。" }),
		finds: null,
	},
	{
		name: "a document on responsibility",
		issue: also({ type: "policy", text: "出台生态环境损害责任追究办法。" }),
		finds: null,
	},
];

/** Named cases of this room's rules that are evaluated, by rule id. */
export const planRoomCases: Readonly<Record<string, readonly RuleCase[]>> = {
	"PLAN-12": plan12,
	"EXT-01": ext01,
	"EXT-03": ext03,
	"ANTI-03": anti03,
	"ANTI-04": anti04,
	"ANTI-05": anti05,
	"ANTI-07": anti07,
};
