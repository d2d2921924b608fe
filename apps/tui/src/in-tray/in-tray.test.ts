import { InTrayList, InTrayRow } from "@zhenggai/domain/in-tray";
import { describe, expect, test } from "vitest";
import { COMPLAINT_FILTERS } from "../complaints/filter-language.ts";
import { issueActions } from "../issues/actions.ts";
import { plainText } from "../terminal/lines.ts";
import { makeLook } from "../terminal/look.ts";
import { detail } from "../testing/fixtures.ts";
import { dueText } from "./columns.ts";
import { TRAY_FILTERS } from "./filter-language.ts";
import { byUrgency, filterOf, headLines } from "./list-heads.ts";
import { traySections } from "./sections.ts";
import { trayRow } from "./shape.ts";
import { actionOfItem, trayView, webPath } from "./view.ts";

const look = makeLook({
	language: "zh-CN",
	colour: false,
	ascii: false,
	ambiguousWide: false,
	fullScreen: true,
	screenReader: false,
	columns: 80,
});

const item = (changes: Record<string, unknown> = {}) =>
	trayRow(
		InTrayRow.parse({
			...{ key: "k", kind: "report", verb: "reportProgress", part: "2026-06" },
			whose: { kind: "office", role: "cityOffice", region: "621200" },
			...{ due: "2026-07-10", lateness: "overdue", daysLeft: -2 },
			...{ reason: { zh: "应填报", en: "due" }, rule: "PRG-01" },
			issue: { id: detail(1).row.id, number: "1", statement: "污水", region: "621200", regionName: "兰江市" },
			...changes,
		}),
	);

test.each([
	{ text: "事项:待签收", filter: { kind: "acknowledge" } },
	{ text: "kind:report 逾期:是", filter: { kind: "report", overdue: true } },
	{ text: "已逾期", filter: { overdue: true } },
	{ text: "方案待审核", filter: { kind: "reviewPlan" } },
	{ text: "", filter: {} },
])("“$text” is read as $filter", ({ text, filter }) => {
	expect(TRAY_FILTERS.parse(text)).toEqual({ filter, lookups: [], problems: [] });
});

test.each(["污水", "!逾期:是", "事项:没有", "区域:兰江市"])(
	"“%s” is no filter of an in-tray, and that is said",
	(text) => {
		const { filter, problems } = TRAY_FILTERS.parse(text);
		expect([filter, problems.length]).toEqual([{}, 1]);
	},
);

test("urgency is a letter and a word beside the days", () => {
	expect(dueText(item(), "zh-CN")).toBe("! 逾期2天");
	expect(dueText(item({ due: null, daysLeft: null, lateness: "undated" }), "zh-CN")).toBe("- 无期限");
});

test("a unit and an office have their own sections, all and overdue first", () => {
	const kinds = (unit: { id: string; name: string } | null) =>
		traySections({ unit: unit === null ? null : (detail(1).assignments[0]?.unit ?? null) }).map(
			({ filter }) => (filter.ok ? filter.filter : null),
		);
	expect(kinds(null).slice(0, 3)).toEqual([{}, { overdue: true }, { kind: "reviewPlan" }]);
	expect(kinds({ id: "u", name: "u" })[2]).toEqual({ kind: "acknowledge" });
});

describe("an item", () => {
	const letter = { kind: "replyInstrument", verb: "replyInstrument", part: detail(2).row.id };

	test("leads to its form on the web: of the issue, or of the letter", () => {
		expect(webPath(item())).toBe(`/issues/${detail(1).row.id}?do=reportProgress&part=2026-06`);
		expect(webPath(item(letter))).toBe(`/supervision/${detail(2).row.id}?do=replyInstrument`);
		expect(webPath(item({ kind: "proposal", verb: "draftInstrument", part: "circular" }))).toContain(
			"part=circular",
		);
	});

	test("begins what it asks for, in front of everything else that can be done", () => {
		expect(actionOfItem(item(letter))).toBe(`instrument:${detail(2).row.id}:replyInstrument`);
		const [first] = issueActions(detail(1), actionOfItem(item(letter)));
		expect(first).toMatchObject({ next: true, label: { zh: "书面回复：督办文书" } });
		expect(issueActions(detail(1), "startPlanning")[0]).toMatchObject({
			verb: "startPlanning",
			next: true,
			allowed: false,
		});
	});

	test("stands above its issue, with the reason and the rule", () => {
		const row = item();
		const open = { row, issue: detail(1) };
		const page = trayView.page(
			{
				...{
					id: "k",
					detail: open,
					history: [],
					moreHistory: false,
					loading: false,
					failure: null,
					top: 0,
					trail: [],
				},
			},
			80,
			look,
		);
		const text = page.lines.map(plainText).join("\n");
		expect(text.indexOf("PRG-01 应填报")).toBeLessThan(text.indexOf("七要素"));
		expect(page.anchors.map(({ title }) => title)).toEqual(
			expect.arrayContaining(["方案", "进展", "预警与督办", "验收销号", "可办事项"]),
		);
	});
});

test("actions are grouped by room, and what has its form on the web says so", () => {
	const action = (verb: string, allowed: boolean) => ({
		verb,
		label: { zh: verb, en: verb },
		allowed,
		refusals: [],
		warnings: [],
	});
	const actions = [
		action("recordSiteCheck", true),
		action("reportProgress", true),
		action("recordLight", true),
		action("amendIssue", true),
		action("submitPlan", false),
		action("reviewPlan", true),
	];
	const shown = issueActions({ ...detail(1), actions }, "reportProgress");
	expect(shown.map(({ verb, group }) => [verb, group?.zh])).toEqual([
		["reportProgress", "下一步"],
		["amendIssue", "台账"],
		["reviewPlan", "方案"],
		["submitPlan", "方案"],
		["recordSiteCheck", "验收销号"],
	]);
	expect(shown.filter(({ onWeb }) => onWeb === true).map(({ verb }) => verb)).toEqual([
		"amendIssue",
		"recordSiteCheck",
	]);
});

const waiting = (kind: "verify" | "reply" | "finish", overdue: number, firstDue: string | null) =>
	InTrayList.parse({
		...{ waiting: kind, firstDue },
		...{ total: { count: 12, exact: true }, overdue: { count: overdue, exact: true } },
	});

describe("lists of complaints that wait", () => {
	const lists = byUrgency([
		waiting("finish", 0, null),
		waiting("verify", 0, "2026-03-09"),
		waiting("reply", 2, "2026-03-04"),
	]);

	test("stand above the items, what is over first, and say how each is opened", () => {
		expect(headLines(lists, look).map((one) => plainText(one).trim())).toEqual([
			"! 12件信访举报待办理反馈，最早2026年3月4日到期，2件已超期  c 打开",
			"- 12件信访举报待调查核实，最早2026年3月9日到期  c 后输入 /待办:待调查核实",
			"- 12件信访举报阶段性办结待办结  c 后输入 /待办:阶段性办结待办结",
		]);
	});

	test("are opened by a filter that the screen of complaints reads as just those", () => {
		for (const list of lists) {
			for (const language of ["zh-CN", "en"] as const) {
				const { filter, problems } = COMPLAINT_FILTERS.parse(filterOf(list, language));
				expect([filter, problems]).toEqual([{ waiting: list.waiting }, []]);
			}
		}
	});
});
