import { utils, write } from "@e965/xlsx";
import {
	AlignmentType,
	DeletedTextRun,
	Document,
	InsertedTextRun,
	LevelFormat,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	VerticalMergeType,
} from "docx";
import { expect, test } from "vitest";
import { lastDayOf } from "../issues/deadline.ts";
import { readDocument } from "../reading.ts";

const paragraphs = (text: string) => text.split("\n").map((line) => new Paragraph(line));
const cell = (text: string, more: Partial<ConstructorParameters<typeof TableCell>[0]> = {}) =>
	new TableCell({ children: paragraphs(text), ...more });
const row = (...cells: TableCell[]) => new TableRow({ children: cells });
const packed = async (document: Document) => new Uint8Array(await Packer.toBuffer(document));

test("numbers that Word counts by itself are read as if they were typed", async () => {
	const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, at: number) => ({
		level: at,
		format,
		text,
		alignment: AlignmentType.LEFT,
	});
	const numbered = (text: string, at: number) =>
		new Paragraph({ text, numbering: { reference: "list", level: at } });
	const document = new Document({
		numbering: {
			config: [
				{
					reference: "list",
					levels: [
						level(LevelFormat.CHINESE_COUNTING, "%1、", 0),
						level(LevelFormat.CHINESE_COUNTING, "（%2）", 1),
					],
				},
			],
		},
		sections: [
			{
				children: ["污水处理厂提标改造滞后，长期超标排放。", "建筑工地扬尘管控不严，群众反映强烈。"].flatMap(
					(statement) => [
						numbered(statement, 0),
						...paragraphs("责任单位：甲县委、县政府\n整改时限：2021年底\n整改目标：达标\n整改措施："),
						numbered("全面排查。", 1),
						numbered("落实整改。", 1),
					],
				),
			},
		],
	});
	const { issues } = await readDocument({ name: "a.docx", bytes: await packed(document) });
	expect(issues.map(({ seq, measures }) => [seq, measures?.value.map(({ number }) => number)])).toEqual([
		[1, ["（一）", "（二）"]],
		[2, ["（一）", "（二）"]],
	]);
});

test("a key-and-value table in pairs of columns is read by its keys", async () => {
	const document = new Document({
		sections: [
			{
				children: [
					new Paragraph("整改任务公示表（序号十二）"),
					new Table({
						rows: [
							row(cell("整改任务"), cell("某河水质长期超标，没有得到治理。", { columnSpan: 3 })),
							row(cell("责任单位"), cell("甲县委、县政府"), cell("督导单位"), cell("市水务局")),
							row(cell("整改时限"), cell("2021年12月底"), cell("验收单位"), cell("市生态环境局")),
							row(cell("整改\n目标"), cell("水质达标", { columnSpan: 3 })),
							row(cell("整改措施"), cell("1.截污。\n2.清淤。", { columnSpan: 3 })),
						],
					}),
				],
			},
		],
	});
	const { issues } = await readDocument({ name: "a.docx", bytes: await packed(document) });
	expect(issues).toHaveLength(1);
	expect(issues[0]).toMatchObject({
		seq: 12,
		goal: { value: "水质达标" },
		supervisingUnits: { value: ["市水务局"] },
		acceptanceUnits: { value: ["市生态环境局"] },
	});
	expect(issues[0]?.measures?.value).toHaveLength(2);
	expect(issues[0]?.deadline && lastDayOf(issues[0].deadline.value)).toBe("2021-12-31");
});

test("cells merged down keep their measures together", async () => {
	const start = { verticalMerge: VerticalMergeType.RESTART };
	const more = { verticalMerge: VerticalMergeType.CONTINUE };
	const document = new Document({
		sections: [
			{
				children: [
					new Table({
						rows: [
							row(cell("序号"), cell("反馈问题"), cell("整改措施"), cell("责任单位"), cell("整改时限")),
							row(
								cell("1", start),
								cell("某河水质长期超标，没有得到治理。", start),
								cell("1.截污。"),
								cell("市水务局", start),
								cell("2021年底", start),
							),
							row(cell("", more), cell("", more), cell("2.清淤。"), cell("", more), cell("", more)),
							row(
								cell("2"),
								cell("某地扬尘管控不严，群众反映强烈。"),
								cell("加强巡查。"),
								cell("市住建局"),
								cell("立行立改"),
							),
						],
					}),
				],
			},
		],
	});
	const { issues } = await readDocument({ name: "a.docx", bytes: await packed(document) });
	expect(
		issues.map(({ seq, measures, responsibleUnits }) => [
			seq,
			measures?.value.length,
			responsibleUnits?.value,
		]),
	).toEqual([
		[1, 2, ["市水务局"]],
		[2, 1, ["市住建局"]],
	]);
});

test("deleted text of tracked changes is not read, inserted text is", async () => {
	const change = { id: 1, author: "审核人", date: "2021-01-01T00:00:00Z" };
	const runs = [
		new TextRun("一、某河水质"),
		new DeletedTextRun({ ...change, text: "基本达标" }),
		new InsertedTextRun({ ...change, text: "长期超标" }),
		new TextRun("，没有得到治理。"),
	];
	const children = [new Paragraph({ children: runs }), ...paragraphs("责任单位：甲县政府\n整改目标：达标")];
	const { issues } = await readDocument({
		name: "a.docx",
		bytes: await packed(new Document({ sections: [{ children }] })),
	});
	expect(issues[0]?.statement.value).toBe("某河水质长期超标，没有得到治理。");
});

test("a workbook with a title, a two-row header, merged cells, date cells and a hidden sheet", async () => {
	const sheet = utils.aoa_to_sheet([
		["江城市整改任务台账"],
		["序号", "反馈问题", "责任分工", null, "整改措施", "整改时限"],
		[null, null, "牵头单位", "责任单位", null, null],
		[
			1,
			"某河水质长期超标，没有得到治理。",
			"市水务局",
			"甲县政府",
			"1.截污。",
			new Date(Date.UTC(2021, 11, 31)),
		],
		[null, null, null, null, "2.清淤。", null],
		[2, "某地扬尘管控不严，群众反映强烈。", "市住建局", "乙区政府", "加强巡查。", "长期坚持"],
	]);
	sheet["!merges"] = [
		"A1:F1",
		"A2:A3",
		"B2:B3",
		"C2:D2",
		"E2:E3",
		"F2:F3",
		"A4:A5",
		"B4:B5",
		"C4:C5",
		"D4:D5",
		"F4:F5",
	].map((range) => utils.decode_range(range));
	const book = utils.book_new();
	utils.book_append_sheet(book, sheet, "台账");
	utils.book_append_sheet(
		book,
		utils.aoa_to_sheet([
			["序号", "反馈问题", "责任单位", "整改时限"],
			[9, "隐藏表中的问题不应读出", "甲", "2021年"],
		]),
		"隐藏",
	);
	book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
	const bytes = new Uint8Array(write(book, { type: "buffer", bookType: "xlsx", cellDates: true }));
	const { issues } = await readDocument({ name: "a.xlsx", bytes });
	expect(
		issues.map((issue) => [
			issue.seq,
			issue.leadUnits?.value,
			issue.responsibleUnits?.value,
			issue.measures?.value.length,
			issue.deadline?.value.text,
		]),
	).toEqual([
		[1, ["市水务局"], ["甲县政府"], 2, "2021年12月31日"],
		[2, ["市住建局"], ["乙区政府"], 1, "长期坚持"],
	]);
	expect(issues[0]?.measures?.place.cells).toBe("台账!E4:E5");
});

test("a hint where the issues start leaves the lines before it out", async () => {
	const block = "一、某河水质长期超标，没有治理。\n责任单位：甲县政府\n整改目标：达标\n";
	const text = `${block}${block.replace("某河", "某湖")}`;
	const { issues } = await readDocument({ pasted: text }, { hint: { issuesStartAtLine: 4 } });
	expect(issues.map(({ statement }) => statement.value)).toEqual(["某湖水质长期超标，没有治理。"]);
});

test("a hint leaves the rows of a table above it out, and its header still says what the columns are", async () => {
	const rows = ["某河水质超标", "某湖蓝藻频发", "某矿未复绿"].map(
		(text, at) => `${at + 1},${text}问题突出,甲县政府,达标`,
	);
	const csv = ["序号,反馈问题,责任单位,整改目标", ...rows].join("\n");
	const file = { name: "清单.csv", bytes: new TextEncoder().encode(csv) };
	const { issues, warnings } = await readDocument(file, { hint: { issuesStartAtLine: 3 } });
	expect(issues.map(({ seq, responsibleUnits }) => [seq, responsibleUnits?.value])).toEqual([
		...[
			[2, ["甲县政府"]],
			[3, ["甲县政府"]],
		],
	]);
	const keys = issues.map(({ key }) => key);
	expect(warnings.filter(({ item }) => item !== null && !keys.includes(item))).toEqual([]);
});

test("a document is read as the kind that the clerk says", async () => {
	const pasted = "一、某河水质长期超标，没有治理。\n责任单位：甲县政府\n整改目标：达标\n";
	const kindOf = async (kind: "plan" | "complaints" | "notice") =>
		(await readDocument({ pasted }, { hint: { kind } })).kind;
	expect(await Promise.all([kindOf("plan"), kindOf("notice"), kindOf("complaints")])).toEqual([
		...["plan", "notice", "unknown"],
	]);
});
