import type { Issue } from "../../issues/index.ts";
import { type RuleCase, report } from "../../issues/testing/rule-case.ts";
import { contextOn, soundIssue, step } from "../../issues/testing/rules.ts";
import { day, moment, site, stampOf } from "../../issues/testing.ts";
import { type Goal, NO_PLAN } from "../../plans/index.ts";
import { metric } from "../../plans/testing.ts";
import { NO_PROGRESS } from "../../progress/index.ts";
import { type CloseOutState, NO_CLOSE_OUT } from "../closing.ts";
import {
	CITY_OFFICE,
	checkId,
	evidenceId,
	FORM,
	file,
	GROUP,
	lookBackId,
	PROV_OFFICE,
	reading,
	WATCHER,
} from "../testing.ts";

const at = moment("2026-03-02T02:00:00.000Z");
const by = stampOf(CITY_OFFICE);
const signed = { at, by };

const selfCheck = { on: day("2026-03-02"), report: "整改完成", evidenceIds: [], ...signed };
const application = { on: day("2026-03-02"), kind: "works" as const, dossier: [], ...signed };
const check: CloseOutState["siteChecks"][number] = {
	id: checkId(1),
	on: day("2026-03-02"),
	siteIds: [],
	checkers: [
		{ name: "何川", unitId: null },
		{ name: "陆鸣", unitId: null },
	],
	finding: "done",
	record: "现场完好",
	evidenceIds: [],
	falseReport: false,
	...signed,
};
const opinion = (n: number, agree = true): CloseOutState["expertOpinions"][number] => ({
	expert: `专家${n}`,
	unit: "省环科院",
	noConflict: true,
	verdict: agree ? "agree" : "disagree",
	opinion: "合格工程",
	on: day("2026-03-02"),
	...signed,
});
const passed = (
	tier: "city" | "province",
	more: Partial<CloseOutState["acceptances"][number]> = {},
): CloseOutState["acceptances"][number] => ({
	tier,
	verdict: "pass",
	criteriaSet: "ah5",
	criteria: FORM,
	standard: null,
	opinion: "符合条件",
	supplements: [],
	supplementsDueOn: null,
	submitted: null,
	...signed,
	...more,
});
const gates = (["foundOut", "putRight", "answeredFor", "publicSatisfied"] as const).map((gate, n) => ({
	gate,
	verdict: "yes" as const,
	reason: "属实",
	evidenceIds: [evidenceId(1)],
	at,
	by: stampOf([CITY_OFFICE, PROV_OFFICE, GROUP, WATCHER][n] ?? GROUP),
}));
const mechanism = {
	document: "巡查制度",
	issuer: "市局",
	on: day("2026-01-05"),
	inForce: true,
	evidenceIds: [],
	...signed,
};
const screening = { screened: 9, found: 1, opened: 1, summary: "排查渣库", evidenceIds: [], ...signed };

/** A close-out that lacks nothing, with changes. */
const complete = (more: Partial<CloseOutState> = {}): CloseOutState => ({
	...NO_CLOSE_OUT,
	round: 1,
	selfCheck,
	application,
	siteChecks: [check],
	expertOpinions: [1, 2, 3].map((n) => opinion(n)),
	supervisingOpinion: { text: "同意", agrees: true, ...signed },
	acceptances: [passed("city"), passed("province")],
	gates,
	mechanisms: [mechanism],
	screening,
	...more,
});

const done = soundIssue().measures.map((measure) => ({ ...measure, state: "verified" as const }));
const accepting = (more: Partial<CloseOutState> = {}, issue: Partial<Issue> = {}): Partial<Issue> => ({
	lifecycle: "acceptance",
	measures: done,
	closeOut: complete(more),
	...issue,
});
const closed = (more: Partial<CloseOutState> = {}): Partial<Issue> => ({
	lifecycle: "closed",
	closeOut: complete({
		closedOn: day("2026-03-02"),
		resultPublished: { on: day("2026-03-02"), channel: "网站", ...signed },
		...more,
	}),
});

const target: Goal = metric(1);
const aiming = (value: number | null): Partial<Issue> => ({
	plan: { ...NO_PLAN, goals: [target] },
	progress: {
		...NO_PROGRESS,
		evidence: [file(3)],
		readings: value === null ? [] : [reading(value, "2026-02-20")],
	},
});
const baseline = {
	version: 1,
	content: { goal: "稳定达标", goals: [target], deadline: null, constraints: [], measures: [] },
	approvedAt: at,
	approvedBy: by,
	reason: null,
	origin: null,
};

const blocks = (gate: "selfCheck" | "applyAcceptance" | "closeOut", field: string, says: string) =>
	({ severity: "block", gate, field, says }) as const;
const none = null;
const place = (state: "open" | "selfChecked") => [{ ...site(1), state }];
const look = (
	result: "held" | "weakened" | "rebounded" | "neverDone",
	on = "2026-03-02",
): CloseOutState["lookBacks"][number] => ({
	id: lookBackId(1),
	on: day(on),
	occasion: "watchPoint",
	result,
	record: "现场查看",
	evidenceIds: [],
	...signed,
});
const rebound = (n: number, on = "2026-02-01"): CloseOutState["rebounds"][number] => ({
	count: n,
	lookBackId: lookBackId(n),
	dueOn: day("2026-03-31"),
	deadlineBefore: null,
	reason: "渗漏再现",
	acceptors: [by],
	at: moment(`${on}T02:00:00.000Z`),
	by,
});
const filed = {
	documentNumber: "澄整改〔2026〕1号",
	on: day("2026-03-02"),
	to: "province" as const,
	...signed,
	receipt: null,
};

/** Named cases of this room's rules on issues, by rule id. */
export const closeOutCases: Readonly<Record<string, readonly RuleCase[]>> = {
	"ACC-01": [
		{ name: "every measure verified", issue: { lifecycle: "inProgress", measures: done }, finds: none },
		{
			name: "let go or cancelled",
			issue: {
				lifecycle: "inProgress",
				measures: [step(1, { state: "waived" }), step(2, { state: "cancelled" })],
			},
			finds: none,
		},
		{
			name: "two going on",
			issue: { lifecycle: "inProgress", measures: [step(1), step(2), step(3, { state: "done" })] },
			finds: blocks("selfCheck", "measures", "还有2条措施没有完成"),
		},
		{ name: "silent while the plan is written", issue: {}, finds: none },
	],
	"ACC-02": [
		{
			name: "the figure is reached",
			issue: { lifecycle: "inProgress", measures: done, ...aiming(0.004) },
			finds: none,
		},
		{
			name: "the figure is missed",
			issue: { lifecycle: "inProgress", measures: done, ...aiming(0.006) },
			finds: blocks("selfCheck", "goals", "尚未达到"),
		},
		{
			name: "no figure yet",
			issue: { lifecycle: "inProgress", measures: done, ...aiming(null) },
			finds: blocks("selfCheck", "goals", "还没有监测数据"),
		},
		{ name: "a plan without figures", issue: { lifecycle: "inProgress", measures: done }, finds: none },
	],
	"ACC-03": [
		{
			name: "plan and evidence are there",
			issue: {
				lifecycle: "selfChecked",
				closeOut: complete(),
				plan: { ...NO_PLAN, baselines: [baseline] },
				progress: { ...NO_PROGRESS, evidence: [file(1)] },
			},
			finds: none,
		},
		{
			name: "no evidence",
			issue: { lifecycle: "selfChecked", closeOut: complete(), plan: { ...NO_PLAN, baselines: [baseline] } },
			finds: blocks("applyAcceptance", "dossier", "档案缺少佐证材料"),
		},
	],
	"ACC-04": [
		{
			name: "on the tenth working day",
			issue: { lifecycle: "selfChecked", closeOut: complete() },
			context: contextOn("2026-03-16"),
			finds: none,
		},
		{
			name: "on the eleventh",
			issue: { lifecycle: "selfChecked", closeOut: complete() },
			context: contextOn("2026-03-17"),
			finds: { severity: "warn", gate: "applyAcceptance", field: null, says: "2026年3月16日前申请验收" },
		},
	],
	"ACC-05": [
		{ name: "city and province have passed it", issue: accepting(), finds: none },
		{
			name: "the province has not",
			issue: accepting({ acceptances: [passed("city")] }),
			finds: blocks("closeOut", "acceptances", "省"),
		},
		{
			name: "the province made it conditional",
			issue: accepting({ acceptances: [passed("city"), passed("province", { verdict: "conditional" })] }),
			finds: blocks("closeOut", "acceptances", "没有验收通过"),
		},
	],
	"ACC-06": [
		{ name: "two people found it done", issue: accepting(), finds: none },
		{
			name: "nobody looked",
			issue: accepting({ siteChecks: [] }),
			finds: blocks("closeOut", "siteChecks", "2人以上"),
		},
		{
			name: "one person looked",
			issue: accepting({ siteChecks: [{ ...check, checkers: check.checkers.slice(0, 1) }] }),
			finds: blocks("closeOut", "siteChecks", "2人以上"),
		},
		{
			name: "before the self-check",
			issue: accepting({ siteChecks: [{ ...check, on: day("2026-03-01") }] }),
			finds: blocks("closeOut", "siteChecks", "2人以上"),
		},
		{
			name: "found it partly done",
			issue: accepting({ siteChecks: [{ ...check, finding: "partlyDone" }] }),
			finds: blocks("closeOut", "siteChecks", "部分完成"),
		},
	],
	"ACC-07": [
		{ name: "a whole form", issue: accepting(), finds: none },
		{
			name: "a criterion without an answer",
			issue: accepting({ acceptances: [passed("city", { criteria: FORM.slice(1) }), passed("province")] }),
			finds: blocks("closeOut", "acceptances", "方案措施全部落实"),
		},
		{
			name: "the form of another set",
			issue: accepting(),
			context: contextOn("2026-03-02", "hn"),
			finds: blocks("closeOut", "acceptances", "污染消除"),
		},
	],
	"ACC-08": [
		{ name: "four times yes", issue: accepting(), finds: none },
		{
			name: "one open",
			issue: accepting({ gates: gates.slice(1) }),
			finds: blocks("closeOut", "gates", "问题查清"),
		},
		{
			name: "one turned to no",
			issue: accepting({
				gates: [
					...gates,
					{ gate: "publicSatisfied", verdict: "no", reason: "群众不满", evidenceIds: [], ...signed },
				],
			}),
			finds: blocks("closeOut", "gates", "群众满意"),
		},
	],
	"ACC-09": [
		{
			name: "the city on its fifteenth working day",
			issue: accepting({ atTier: "city", acceptances: [] }),
			context: contextOn("2026-03-23"),
			finds: none,
		},
		{
			name: "the city on its sixteenth",
			issue: accepting({ atTier: "city", acceptances: [] }),
			context: contextOn("2026-03-24"),
			finds: report(null, "市级应于2026年3月23日前"),
		},
		{
			name: "the province has twenty",
			issue: accepting({ atTier: "province", acceptances: [passed("city")] }),
			context: contextOn("2026-03-24"),
			finds: none,
		},
	],
	"ACC-11": [
		{ name: "three experts agree", issue: accepting(), finds: none },
		{
			name: "two experts",
			issue: accepting({ expertOpinions: [opinion(1), opinion(2)] }),
			finds: blocks("closeOut", "expertOpinions", "不少于3份"),
		},
		{
			name: "most of them against",
			issue: accepting({ expertOpinions: [opinion(1), opinion(2, false), opinion(3, false)] }),
			finds: blocks("closeOut", "expertOpinions", "只有1位同意"),
		},
		{
			name: "no body discussed what is no works",
			issue: accepting({ application: { ...application, kind: "nonWorks" } }),
			finds: blocks("closeOut", "discussions", "集体研究"),
		},
	],
	"ACC-13": [
		{ name: "the site is self-checked", issue: accepting({}, { sites: place("selfChecked") }), finds: none },
		{
			name: "a site is open",
			issue: accepting({ siteChecks: [] }, { sites: place("open") }),
			finds: blocks("closeOut", "sites", "1号渣库"),
		},
		{
			name: "a site that was found wanting, and later found done",
			issue: accepting({}, { sites: place("open") }),
			finds: none,
		},
		{
			name: "a site is open before the self-check",
			issue: { lifecycle: "inProgress", measures: done, sites: place("open") },
			finds: blocks("selfCheck", "sites", "1号渣库"),
		},
		{
			name: "Liaoning: nobody checked this site",
			issue: accepting({}, { sites: place("selfChecked") }),
			context: contextOn("2026-03-02", "ln"),
			finds: blocks("closeOut", "siteChecks", "1号渣库"),
		},
	],
	"ANTI-01": [
		{ name: "measures done and the figure reached", issue: accepting({}, aiming(0.004)), finds: none },
		{
			name: "measures done, the figure missed",
			issue: accepting({}, aiming(0.02)),
			finds: blocks("closeOut", "goals", "目标指标却没有达到"),
		},
	],
	"ANTI-02": [
		{ name: "found done", issue: accepting(), finds: none },
		{
			name: "reported done, found not done",
			issue: accepting({ siteChecks: [{ ...check, finding: "notDone", falseReport: true }] }),
			finds: blocks("closeOut", "siteChecks", "实际未完成"),
		},
		{
			name: "a later check found it done",
			issue: accepting({
				siteChecks: [
					{ ...check, finding: "notDone", falseReport: true },
					{ ...check, id: checkId(2) },
				],
			}),
			finds: none,
		},
	],
	"ANTI-10": [
		{
			name: "no other standard",
			issue: accepting({}, { plan: { ...NO_PLAN, baselines: [baseline] } }),
			finds: none,
		},
		{
			name: "a laxer figure",
			issue: accepting(
				{ acceptances: [passed("city", { standard: "出境断面镉浓度不超过0.01" }), passed("province")] },
				{ plan: { ...NO_PLAN, baselines: [baseline] } },
			),
			finds: blocks("closeOut", "acceptances", "出境断面镉浓度"),
		},
		{
			name: "a word that weakens",
			issue: accepting(
				{ acceptances: [passed("city", { standard: "断面原则上达标" }), passed("province")] },
				{ plan: { ...NO_PLAN, baselines: [baseline] } },
			),
			finds: blocks("closeOut", "acceptances", "原则上"),
		},
	],
	"CLO-03": [
		{
			name: "fifteen working days of silence",
			issue: { lifecycle: "filing", closeOut: complete({ filings: [filed] }) },
			context: contextOn("2026-03-23"),
			finds: none,
		},
		{
			name: "sixteen",
			issue: { lifecycle: "filing", closeOut: complete({ filings: [filed] }) },
			context: contextOn("2026-03-24"),
			finds: report(null, "2026年3月23日前回复"),
		},
	],
	"CLO-04": [
		{ name: "one in force", issue: accepting(), finds: none },
		{
			name: "none",
			issue: accepting({ mechanisms: [] }),
			finds: blocks("closeOut", "mechanisms", "长效机制"),
		},
		{
			name: "one that is not in force",
			issue: accepting({ mechanisms: [{ ...mechanism, inForce: false }] }),
			finds: blocks("closeOut", "mechanisms", "长效机制"),
		},
	],
	"CLO-05": [
		{ name: "a result", issue: accepting(), finds: none },
		{
			name: "none",
			issue: accepting({ screening: null }),
			finds: blocks("closeOut", "screening", "举一反三"),
		},
	],
	"SOD-02": [
		{ name: "the supervising unit agrees", issue: accepting(), finds: none },
		{
			name: "it has not spoken",
			issue: accepting({ supervisingOpinion: null }),
			finds: { severity: "warn", gate: "closeOut", field: "supervisingOpinion", says: "没有督导单位的意见" },
		},
		{
			name: "it does not agree",
			issue: accepting({ supervisingOpinion: { text: "未到位", agrees: false, ...signed } }),
			finds: { severity: "warn", gate: "closeOut", field: "supervisingOpinion", says: "不同意" },
		},
	],
	"PUB-04": [
		{ name: "published", issue: closed(), context: contextOn("2026-03-05"), finds: none },
		{ name: "on the day itself", issue: closed({ resultPublished: null }), finds: none },
		{
			name: "not published the day after",
			issue: closed({ resultPublished: null }),
			context: contextOn("2026-03-03"),
			finds: report(null, "结果尚未公开"),
		},
	],
	"LB-01": [
		{ name: "before the third month", issue: closed(), context: contextOn("2026-06-01"), finds: none },
		{
			name: "three months after",
			issue: closed(),
			context: contextOn("2026-06-02"),
			finds: report(null, "销号后3个月", "inform"),
		},
		{
			name: "looked at on the day",
			issue: closed({ lookBacks: [look("held", "2026-06-02")] }),
			context: contextOn("2026-06-20"),
			finds: none,
		},
	],
	"LB-04": [
		{ name: "held", issue: closed({ lookBacks: [look("held")] }), finds: none },
		{
			name: "rebounded",
			issue: closed({ lookBacks: [look("rebounded")] }),
			finds: report(null, "发现反弹", "block"),
		},
		{
			name: "never done, whatever a later one says",
			issue: closed({ lookBacks: [look("neverDone"), look("held")] }),
			finds: report(null, "发现反弹", "block"),
		},
	],
	"LB-06": [
		{ name: "held", issue: closed({ lookBacks: [look("held")] }), finds: none },
		{ name: "weakened", issue: closed({ lookBacks: [look("weakened")] }), finds: report(null, "成效减弱") },
		{
			name: "weakened, reinforced already",
			issue: closed({ lookBacks: [look("weakened")], reinforced: { reason: "整改不彻底", ...signed } }),
			finds: none,
		},
	],
	"LB-07": [
		{ name: "never came back", issue: { closeOut: complete() }, finds: none },
		{
			name: "came back",
			issue: { lifecycle: "reopened", closeOut: complete({ rebounds: [rebound(1)] }) },
			finds: report(null, "原验收人", "inform"),
		},
	],
	"LB-08": [
		{
			name: "came back once",
			issue: { lifecycle: "reopened", closeOut: complete({ rebounds: [rebound(1)] }) },
			finds: none,
		},
		{
			name: "twice within two years",
			issue: {
				lifecycle: "reopened",
				closeOut: complete({ rebounds: [rebound(1, "2024-06-01"), rebound(2)] }),
			},
			finds: report(null, "反复发生"),
		},
		{
			name: "twice, the first time long ago",
			issue: {
				lifecycle: "reopened",
				closeOut: complete({ rebounds: [rebound(1, "2024-02-01"), rebound(2)] }),
			},
			finds: none,
		},
	],
};
