import { expect, test } from "vitest";
import { say } from "../kernel/index.ts";
import type { NameLookup } from "../responsibilities/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { IssueCommand } from "./commands.ts";
import { describeEvent, type HistoryLookup } from "./history.ts";
import {
	assignment,
	assignmentId,
	CITY,
	COUNTY,
	contextOf,
	day,
	INSPECTION,
	issueAfter,
	issueId,
	LATER_ROUND,
	LEAD,
	LEAD_CLERK,
	LEADER,
	measure,
	measureId,
	OFFICE,
	OTHER_CITY,
	OTHER_COUNTY,
	OWNERS,
	PROVINCE,
	region,
	registration,
	run,
	STRANGER,
	SUPERVISOR,
	site,
	siteId,
	TODAY,
	WORKER,
} from "./testing.ts";

const NAMES = new Map([
	[LEAD, "澄川市生态环境局"],
	[SUPERVISOR, "澄川市政府督查室"],
	[WORKER, "青石县人民政府"],
	[STRANGER, "澄川市水务局"],
]);
const lookup: NameLookup = {
	unit: (id) => {
		const name = NAMES.get(id);
		return name === undefined ? undefined : { name, kind: "department" };
	},
	person: (id) => (id === LEADER ? { name: "沈岚", title: "副市长" } : undefined),
};

const REGIONS = [
	{ code: PROVINCE, name: "云川省" },
	{ code: CITY, name: "澄川市" },
	{ code: OTHER_CITY, name: "白杨市" },
	{ code: COUNTY, name: "青石县" },
	{ code: OTHER_COUNTY, name: "云岭县" },
];
const declined = { region: OTHER_COUNTY, reason: "不涉及", consentDocument: "复函", consentBy: "省整改办" };
const issue = issueAfter({
	assignments: [...OWNERS, assignment(3, "responsible", WORKER), assignment(4, "responsibleLeader", LEADER)],
	measures: [measure(1, "封堵渗漏点"), measure(2, "修复植被")],
	sites: [site(1)],
});
const history: HistoryLookup = {
	...lookup,
	issue: run(issue, {
		type: "assignIssue",
		assignments: [assignment(9, "supporting", STRANGER)],
		importId: null,
	}).state,
	regionName: (code) => REGIONS.find((known) => known.code === code)?.name,
	issueNumber: (id) => (id === issueId(3) ? "38" : undefined),
	inspectionName: (id) => (id === INSPECTION ? "第三轮督察" : id === LATER_ROUND ? "“回头看”" : undefined),
};
const told = (command: IssueCommand, who = OFFICE) => {
	const { events } = run(
		issue,
		command,
		contextOf(who, {
			issues: [{ id: issueId(3), region: CITY, tier: "city", lifecycle: "assigned", parentId: null }],
		}),
	);
	const [event] = events;
	if (event === undefined) throw new Error("an event");
	return describeEvent(event, history);
};

const sentences: { command: IssueCommand; who?: typeof OFFICE; zh: string; en: string }[] = [
	{
		command: { type: "assignIssue", assignments: [assignment(9, "supporting", STRANGER)], importId: null },
		zh: "交办：配合单位澄川市水务局",
		en: "Assigned: Supporting unit 澄川市水务局",
	},
	{
		command: { type: "endAssignment", assignmentId: assignmentId(3), until: TODAY, reason: "调整" },
		zh: "解除责任单位青石县人民政府，自2026年3月2日起",
		en: "Responsible unit 青石县人民政府 ended from 2 Mar 2026",
	},
	{
		command: {
			type: "handOverAssignment",
			assignmentId: assignmentId(1),
			successor: assignment(9, "lead", STRANGER),
			reason: "调整",
		},
		zh: "责任交接：牵头单位由澄川市生态环境局交澄川市水务局",
		en: "Handed over: Lead unit from 澄川市生态环境局 to 澄川市水务局",
	},
	{
		command: { type: "acknowledgeAssignment", assignmentId: assignmentId(1) },
		who: LEAD_CLERK,
		zh: "澄川市生态环境局签收认领（牵头单位，leadUnit@990100）",
		en: "澄川市生态环境局 acknowledged (Lead unit, leadUnit@990100)",
	},
	{
		command: { type: "acknowledgeAssignment", assignmentId: assignmentId(1), reason: "来函确认" },
		zh: "cityOffice@990100代澄川市生态环境局签收（牵头单位）",
		en: "cityOffice@990100 acknowledged on behalf of 澄川市生态环境局 (Lead unit)",
	},
	{
		command: { type: "decomposeIssue", children: [{ issueId: issueId(5), region: COUNTY }] },
		zh: "分解到青石县",
		en: "Handed down to 青石县",
	},
	{
		command: { type: "declareNotOurs", notOurs: declined },
		zh: "认定云岭县不涉及（省整改办同意，复函）",
		en: "云岭县 declared to have no part (consent: 省整改办, 复函)",
	},
	{
		command: { type: "addMeasure", measures: [measure(3, "开展排查")], importId: null },
		zh: "增加措施“（3）开展排查”",
		en: "Measure added: “（3）开展排查”",
	},
	{
		command: { type: "cancelMeasure", measureId: measureId(2), reason: "重复", importId: null },
		zh: "取消措施“（2）修复植被”",
		en: "Measure cancelled: “（2）修复植被”",
	},
	{ command: { type: "addSite", site: site(2) }, zh: "增加点位“2号渣库”", en: "Site added: “2号渣库”" },
	{
		command: { type: "amendSite", siteId: siteId(1), changes: { address: "沿江路" }, reason: "补充" },
		zh: "修改点位“1号渣库”",
		en: "Site amended: “1号渣库”",
	},
	{
		command: {
			type: "addMandate",
			mandate: { inspectionId: LATER_ROUND, number: "3", seq: 3, deadline: null },
			importId: null,
		},
		zh: "关联来源：“回头看”第3项",
		en: "Mandate added: “回头看” No. 3",
	},
	{
		command: {
			type: "recordSourceText",
			sourceText: { text: "甲", document: "更正版", sha256: null, lines: null },
			importId: null,
		},
		zh: "补录原文：更正版",
		en: "Source text recorded: 更正版",
	},
	{
		command: { type: "mergeIssue", into: issueId(3), intoTier: "city", reason: "同一问题" },
		zh: "并案到第38项",
		en: "Merged into No. 38",
	},
	{
		command: { type: "carryOverIssue", to: issueId(3), reason: "新一轮" },
		zh: "转入新一轮：第38项",
		en: "Carried over to No. 38",
	},
	{
		command: { type: "withdrawIssue", document: "撤销函", reason: "列入有误" },
		zh: "撤销，依据撤销函",
		en: "Withdrawn by 撤销函",
	},
];

test.each(sentences)("the timeline says “$zh”", ({ command, who, zh, en }) => {
	expect(told(command, who).summary).toEqual({ zh, en });
});

test("an amendment is told field by field, from and to, with its reason", () => {
	const description = told({
		type: "amendIssue",
		changes: {
			goal: "稳定达标",
			generality: "common",
			deadline: { text: "2026年底", category: "fixed", point: { precision: "year", year: 2026 } },
			numberByTier: { central: null, province: "55", city: "13", county: null },
		},
		reason: "核对原文",
		importId: null,
	});
	expect(description.summary).toEqual({
		zh: "更正问题编号、共性/个性、整改目标、整改时限",
		en: "Amended: number, common or individual, goal, deadline",
	});
	expect(description.reason).toBe("核对原文");
	expect(description.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
		[
			"numberByTier",
			say("省级55、市级12", "Province 55, City 12"),
			say("省级55、市级13", "Province 55, City 13"),
		],
		["generality", vocab.generality.individual, vocab.generality.common],
		["goal", "渣库渗漏得到控制，断面稳定达标。", "稳定达标"],
		[
			"deadline",
			say("2026年12月底前", "by the end of December 2026"),
			say("2026年底（2026年底前）", "2026年底 (by the end of 2026)"),
		],
	]);
});

test("a measure's amendment is told with units by name", () => {
	const { changes } = told({
		type: "amendMeasure",
		measureId: measureId(1),
		changes: {
			responsibleUnitIds: [WORKER, LEAD],
			similarScreening: true,
			type: "works",
			milestones: [{ text: "完工", due: day("2026-06-30"), weight: 1 }],
		},
		reason: "细化",
		importId: null,
	});
	expect(changes.map(({ label, from, to }) => [label.zh, from, to])).toEqual([
		["措施类型", null, vocab.measureType.works],
		["责任单位", null, say("青石县人民政府、澄川市生态环境局", "青石县人民政府, 澄川市生态环境局")],
		["节点", null, say("2026年6月30日 完工", "30 Jun 2026 完工")],
		["举一反三", say("否", "no"), say("是", "yes")],
	]);
});

test("the enterprise of a stop and the appraisal of options are told in both languages", () => {
	const { changes } = told({
		type: "amendMeasure",
		measureId: measureId(1),
		changes: {
			entity: {
				name: "青石矿业公司",
				unitId: null,
				category: "illegalNonCompliant",
				legalBasis: "《水污染防治法》第八十三条",
			},
			options: { alternatives: ["原地改造", "异地搬迁"], reason: "原址位于保护区内" },
		},
		reason: "细化",
		importId: null,
	});
	const { zh, en } = vocab.entityCategory.illegalNonCompliant;
	expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual([
		[
			"entity",
			null,
			say(
				`青石矿业公司，${zh}，《水污染防治法》第八十三条`,
				`青石矿业公司, ${en}, 《水污染防治法》第八十三条`,
			),
		],
		["options", null, say("原地改造、异地搬迁；原址位于保护区内", "原地改造, 异地搬迁; 原址位于保护区内")],
	]);
});

test("a registration is told with its number, its inspection and its owners", () => {
	const { events } = run(null, registration({ assignments: [...OWNERS], region: region("990100") }));
	const [event] = events;
	if (event === undefined) throw new Error("an event");
	expect(describeEvent(event, history).summary).toEqual({
		zh: "登记入账（第12项，第三轮督察），牵头单位澄川市生态环境局；督导单位澄川市政府督查室",
		en: "Registered (No. 12, 第三轮督察): Lead unit 澄川市生态环境局; Supervising unit 澄川市政府督查室",
	});
});
