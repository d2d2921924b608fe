import type { Proposal } from "@zhenggai/domain/issues";
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from "docx";
import { expect, test } from "vitest";
import { lastDayOf } from "../issues/deadline.ts";
import { readDocument } from "../reading.ts";
import { lostLines } from "../testing/invariants.ts";
import { type Cells, type TestSheet, workbook } from "../testing/workbook.ts";

const RIVER = "青屏河入河排污口整治不彻底，雨季溢流问题突出。";
const DUST = "城北片区建筑工地扬尘管控不严，群众反映强烈。";

const read = async (...sheets: TestSheet[]): Promise<Proposal> =>
	readDocument({ name: "台账.xlsx", bytes: workbook(sheets) });

const wanted = [
	[1, RIVER, ["市水务局"], ["王成"], "2025-12-31"],
	[2, DUST, ["市住建局"], ["李敏"], "2025-06-30"],
];
const found = ({ issues }: Proposal) =>
	issues.map((issue) => [
		issue.seq,
		issue.statement.value,
		issue.responsibleUnits?.value,
		issue.responsiblePersons?.value,
		issue.deadline && lastDayOf(issue.deadline.value),
	]);
const first = [1, RIVER, "市水务局", "王成", "2025年12月底前"];
const second = [2, DUST, "市住建局", "李敏", "2025年6月30日"];
const BODY: Cells = [first, second];

const CASES: readonly { name: string; sheet: TestSheet; header: { line: number; rows: number } }[] = [
	{
		name: "one row",
		sheet: { rows: [["序号", "反馈问题", "责任单位", "责任人", "整改时限"], ...BODY] },
		header: { line: 1, rows: 1 },
	},
	{
		name: "two rows with merged cells, 责任 over 单位 and 责任人",
		sheet: {
			rows: [
				["青屏市整改任务清单"],
				["序号", "反馈问题", "责任", null, "整改时限"],
				[null, null, "单位", "责任人", null],
				...BODY,
			],
			merges: ["A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"],
		},
		header: { line: 2, rows: 2 },
	},
	{
		name: "two rows without merged cells",
		sheet: {
			rows: [["序号", "反馈问题", "责任", null, "整改时限"], [null, null, "单位", "责任人", null], ...BODY],
		},
		header: { line: 1, rows: 2 },
	},
	{
		name: "three rows",
		sheet: {
			rows: [
				["序号", "督察反馈情况", "落实情况", null, null],
				[null, "反馈问题", "责任", null, "整改时限"],
				[null, null, "单位", "责任人", null],
				...BODY,
			],
			merges: ["A1:A3", "B2:B3", "C1:E1", "C2:D2", "E2:E3"],
		},
		header: { line: 1, rows: 3 },
	},
	{
		name: "words broken over two rows",
		sheet: {
			rows: [["序", "反馈", "责任", null, "整改"], ["号", "问题", "单位", "责任人", "时限"], ...BODY],
		},
		header: { line: 1, rows: 2 },
	},
	{
		name: "words broken by line breaks, spaces and upright text",
		sheet: {
			rows: [["序\n号", "反 馈 问 题", "责\n任\n单\n位", "责任 人", "整改\r\n时限"], ...BODY],
		},
		header: { line: 1, rows: 1 },
	},
	{
		name: "in row nine, below titles and remarks",
		sheet: {
			rows: [
				["附件2"],
				[],
				["青屏市生态环境保护督察整改任务清单"],
				["填报单位：市整改办", null, null, "填报日期：2025年3月"],
				[],
				["说明：本表按月更新。"],
				[],
				[],
				["序号", "反馈问题", "责任单位", "责任人", "整改时限"],
				...BODY,
			],
		},
		header: { line: 9, rows: 1 },
	},
	{
		name: "with blank columns between and around",
		sheet: {
			rows: [["", "序号", "", "反馈问题", "责任单位", "", "责任人", "整改时限"]].concat(
				BODY.map(([a, b, c, d, e]) => ["", String(a), "", String(b), String(c), "", String(d), String(e)]),
			),
		},
		header: { line: 1, rows: 1 },
	},
	{
		name: "with a row that counts the columns",
		sheet: { rows: [["序号", "反馈问题", "责任单位", "责任人", "整改时限"], [1, 2, 3, 4, 5], ...BODY] },
		header: { line: 1, rows: 1 },
	},
	{
		name: "repeated on each page, with section titles, sums, notes and signatures",
		sheet: {
			rows: [
				["序号", "反馈问题", "责任单位", "责任人", "整改时限"],
				["一、水污染防治方面"],
				first,
				["序号", "反馈问题", "责任单位", "责任人", "整改时限"],
				second,
				["合计", "2项", null, null, null],
				["填表人：张三", null, "审核人：李四", null, "2025年3月1日"],
				["注：1.本表一式两份。"],
			],
		},
		header: { line: 1, rows: 1 },
	},
	{
		name: "two rows, repeated on each page",
		sheet: {
			rows: [
				["序号", "反馈问题", "责任", null, "整改时限"],
				[null, null, "单位", "责任人", null],
				first,
				["序号", "反馈问题", "责任", null, "整改时限"],
				[null, null, "单位", "责任人", null],
				second,
			],
		},
		header: { line: 1, rows: 2 },
	},
	{
		name: "columns in another order",
		sheet: {
			rows: [
				["整改时限", "责任人", "反馈问题", "序号", "责任单位"],
				...BODY.map(([a, b, c, d, e]) => [e ?? null, d ?? null, b ?? null, a ?? null, c ?? null]),
			],
		},
		header: { line: 1, rows: 1 },
	},
];

test.each(CASES)("a header $name", async ({ sheet, header }) => {
	const proposal = await read(sheet);
	expect(found(proposal)).toEqual(wanted);
	expect(proposal.tables).toMatchObject([{ kind: "plan", header, sheet: "表1" }]);
	expect(lostLines(proposal)).toEqual([]);
});

const UPPER = ["序号", "反馈问题", "责任", null, "整改时限"];
const LOWER = [null, null, "单位", "责任人", null];
const cell = (text: unknown, more: Partial<ConstructorParameters<typeof TableCell>[0]> = {}) =>
	new TableCell({ children: [new Paragraph(String(text))], ...more });
const down = (text: string) => cell(text, { verticalMerge: VerticalMergeType.RESTART });
const more = () => cell("", { verticalMerge: VerticalMergeType.CONTINUE });

const FORMATS: readonly { name: string; bytes: () => Promise<Uint8Array> }[] = [
	{
		name: "清单.xls",
		bytes: async () => workbook([{ rows: [UPPER, LOWER, ...BODY] }], "xls"),
	},
	{
		name: "清单.csv",
		bytes: async () =>
			new TextEncoder().encode([UPPER, LOWER, ...BODY].map((row) => row.join(",")).join("\n")),
	},
	{
		name: "清单.html",
		bytes: async () =>
			new TextEncoder().encode(
				`<table><tr><th rowspan="2">序号</th><th rowspan="2">反馈<br>问题</th><th colspan="2">责任</th><th rowspan="2">整改时限</th></tr>
				<tr><th>单位</th><th>责任人</th></tr>${BODY.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`,
			),
	},
	{
		name: "清单.docx",
		bytes: async () => {
			const rows = [
				[down("序号"), down("反馈问题"), cell("责任", { columnSpan: 2 }), down("整改时限")],
				[more(), more(), cell("单位"), cell("责任人"), more()],
				...BODY.map((row) => row.map((text) => cell(text))),
			].map((children) => new TableRow({ children }));
			const document = new Document({
				sections: [{ children: [new Paragraph("清单"), new Table({ rows })] }],
			});
			return new Uint8Array(await Packer.toBuffer(document));
		},
	},
];

test.each(FORMATS)("a header of two rows in $name", async ({ name, bytes }) => {
	const proposal = await readDocument({ name, bytes: await bytes() });
	expect(found(proposal)).toEqual(wanted);
	expect(proposal.tables.map(({ columns }) => columns.map(({ words }) => words))).toEqual([
		["序号", "反馈问题", "责任·单位", "责任·责任人", "整改时限"],
	]);
	expect(lostLines(proposal)).toEqual([]);
});

test("sheets with one layout and with another are all read", async () => {
	const third = [3, "开发区固体废物露天堆放，防渗措施不到位。", "开发区管委会", "赵强", "立行立改"];
	const proposal = await read(
		{ name: "水", rows: [["序号", "反馈问题", "责任单位", "责任人", "整改时限"], first] },
		{ name: "气", rows: [["序号", "反馈问题", "责任单位", "责任人", "整改时限"], second] },
		{
			name: "固废",
			rows: [
				["完成时限", "整改任务", "序号", "责任部门"],
				[third[4] ?? "", third[1] ?? "", 3, third[2] ?? ""],
			],
		},
	);
	expect(proposal.issues.map(({ seq }) => seq)).toEqual([1, 2, 3]);
	expect(proposal.tables.map(({ sheet, layout }) => [sheet, layout === proposal.tables[0]?.layout])).toEqual([
		["水", true],
		["气", true],
		["固废", false],
	]);
});

test("two tables one below the other in a sheet keep their own columns", async () => {
	const proposal = await read({
		rows: [
			["序号", "反馈问题", "责任单位", "责任人", "整改时限"],
			first,
			[],
			["整改时限", "责任人", "反馈问题", "序号", "责任单位"],
			["2025年6月30日", "李敏", DUST, 2, "市住建局"],
		],
	});
	expect(found(proposal)).toEqual(wanted);
	expect(proposal.tables.map(({ lines }) => lines)).toEqual([
		[1, 2],
		[4, 5],
	]);
});

test("a sheet without a header that counts on takes the columns of the one before", async () => {
	const proposal = await read(
		{ rows: [["序号", "反馈问题", "责任单位", "责任人", "整改时限"], first] },
		{ rows: [second] },
	);
	expect(found(proposal)).toEqual(wanted);
	expect(proposal.tables.map(({ header }) => header?.line ?? null)).toEqual([1, null]);
});

test("units of several levels under one word are one field; another role is not", async () => {
	const proposal = await read({
		rows: [
			["序号", "反馈问题", "责任单位", null, "验收", null, "整改时限"],
			[null, null, "市级", "县级", "单位", "责任人", null],
			[1, RIVER, "市水务局", "石桥县政府", "市生态环境局", "周平", "2025年12月底前"],
		],
		merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"],
	});
	expect(proposal.issues[0]).toMatchObject({
		responsibleUnits: { value: ["市水务局", "石桥县政府"] },
		acceptanceUnits: { value: ["市生态环境局"] },
		responsiblePersons: null,
		otherFields: [{ label: "验收·责任人", text: "周平" }],
	});
});

test("of two columns that claim one date the first is read and the other is kept", async () => {
	const { issues, tables } = await read({
		rows: [
			["序号", "反馈问题", "责任单位", "整改时限", "完成时间"],
			[1, RIVER, "市水务局", "2025年12月底前", "2025年3月1日"],
		],
	});
	expect(issues[0]?.deadline?.value.text).toBe("2025年12月底前");
	expect(issues[0]?.otherFields).toMatchObject([{ label: "完成时间", text: "2025年3月1日" }]);
	expect(tables[0]?.columns.map(({ field }) => field)).toEqual([
		"rowNumber",
		"statement",
		"responsibleUnits",
		"deadline",
		null,
	]);
});

test("a complaint table with a header of two rows, an unknown column and two columns without a field", async () => {
	const proposal = await read({
		rows: [
			["青屏市群众信访举报转办和边督边改公开情况一览表（第三批）"],
			["编号", "举报", null, "污染\n类型", "调查核实情况", "是否\n属实", "办案人", "办结时间", "网格员"],
			[null, "受理编号", "举报内容", null, null, null, null, null, null],
			[1, "D3QP202503010001", "夜间噪声扰民。", "噪声", "经查，情况属实。", "属实", "孙立", "3月9日", "钱多"],
		],
		merges: ["A1:I1", "A2:A3", "B2:C2"],
	});
	expect(proposal.kind).toBe("complaints");
	expect(proposal.complaints[0]).toMatchObject({
		seq: 1,
		receiptNumber: "D3QP202503010001",
		verdict: { value: "true" },
		otherFields: [
			{ label: "办案人", text: "孙立" },
			{ label: "办结时间", text: "3月9日" },
			{ label: "网格员", text: "钱多" },
		],
	});
	expect(proposal.warnings.map(({ code }) => code)).toContain("unknownColumn");
	expect(proposal.tables[0]?.columns.find(({ words }) => words === "网格员")).toMatchObject({
		field: null,
		how: "unknown",
		samples: ["钱多"],
	});
});
