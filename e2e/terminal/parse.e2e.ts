import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../support/terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "zhenggai-parse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `parse FILE --json` where there is neither a server nor a database. */
async function parse(name: string, bytes: Uint8Array | string) {
	const file = join(folder, name);
	writeFileSync(file, bytes);
	const { code, out, err } = await run(["parse", file, "--json"], { ZHENGGAI_DATA: "/nonexistent" });
	expect(code, err).toBe(0);
	// Exactly one object and its line end, whatever else the program has to say.
	expect(out.endsWith("}\n")).toBe(true);
	return { json: JSON.parse(out), out, err };
}

const TITLE = "沙溪县整改任务清单";
const HEAD = [
	"序号",
	"反馈问题",
	"牵头单位",
	"责任单位",
	"配合单位",
	"督导单位",
	"整改时限",
	"整改目标",
	"整改措施",
];
const ROWS = [
	[
		"十七",
		"沙溪县垃圾中转站渗滤液外溢，污染沙溪河。",
		"县城管局",
		"沙溪县委、县政府",
		"县水务局",
		"市生态环境局",
		"立行立改，2026年6月底前",
		"渗滤液规范收集处理。",
		"1.建设收集池。2.规范转运。",
	],
	["十八", "城区餐饮油烟扰民。", "", "城关镇政府", "", "", "", "", ""],
];
const LABELLED = [
	TITLE,
	...ROWS.flatMap(([number, statement, ...values]) => [
		`${number}、${statement}`,
		...values.flatMap((value, i) => (value === "" ? [] : [`${HEAD[i + 2]}：${value}`])),
	]),
];

/** What every form of the list must read as, but for the lines, which belong to the form. */
const ISSUES = [
	{
		number: "十七",
		seq: 17,
		statement: "沙溪县垃圾中转站渗滤液外溢，污染沙溪河。",
		responsibleUnits: ["沙溪县委、县政府"],
		leadUnits: ["县城管局"],
		supportingUnits: ["县水务局"],
		supervisingUnits: ["市生态环境局"],
		deadline: { text: "立行立改，2026年6月底前", date: "2026-06-30", category: "fixed" },
		goal: "渗滤液规范收集处理。",
		measures: [
			{ number: "1.", text: "建设收集池。" },
			{ number: "2.", text: "规范转运。" },
		],
		lines: [expect.any(Number), expect.any(Number)],
	},
	{
		number: "十八",
		seq: 18,
		statement: "城区餐饮油烟扰民。",
		responsibleUnits: ["城关镇政府"],
		leadUnits: [],
		supportingUnits: [],
		supervisingUnits: [],
		deadline: null,
		goal: null,
		measures: [],
		lines: [expect.any(Number), expect.any(Number)],
	},
];

const grid = [[TITLE], HEAD, ...ROWS];
const sheet = (bookType: "xlsx" | "biff8"): Uint8Array => {
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.aoa_to_sheet(grid), "清单");
	return new Uint8Array(write(book, { type: "buffer", bookType }));
};
const csv = grid.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n");
const html = `<html><body><p>${TITLE}</p><table>${[HEAD, ...ROWS]
	.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
	.join("")}</table><script>console.log("not text")</script></body></html>`;
const markdown = [`# ${TITLE}`, "", HEAD, HEAD.map(() => "---"), ...ROWS]
	.map((row) => (typeof row === "string" ? row : `| ${row.join(" | ")} |`))
	.join("\n");

/** Text as GB18030, with the characters that its two-byte part has. */
function gb18030(text: string): Uint8Array {
	const decoder = new TextDecoder("gb18030");
	const bytes = new Map<string, [number, number]>();
	for (let lead = 0x81; lead <= 0xfe; lead++)
		for (let trail = 0x40; trail <= 0xfe; trail++)
			if (trail !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
	return Uint8Array.from([...text].flatMap((char) => bytes.get(char) ?? [char.charCodeAt(0)]));
}

async function wordFile(lines: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> {
	const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
	const table = rows.map((row) => new TableRow({ children: row.map(cell) }));
	const children = [
		...lines.map((line) => new Paragraph(line)),
		...(table.length > 0 ? [new Table({ rows: table })] : []),
	];
	return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

describe("parse --json prints the same object for every format", () => {
	test.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string]>([
		["labelled.txt", () => LABELLED.join("\n")],
		["labelled.docx", () => wordFile(LABELLED, [])],
		["table.docx", () => wordFile([TITLE], [HEAD, ...ROWS])],
		["table.xlsx", () => sheet("xlsx")],
		["table.xls", () => sheet("biff8")],
		["table.csv", () => csv],
		["gb18030.csv", () => gb18030(csv)],
		["gb18030.txt", () => gb18030(LABELLED.join("\r\n"))],
		["table.html", () => html],
		["table.md", () => markdown],
	])("%s", async (name, make) => {
		const { json } = await parse(name, await make());
		expect(Object.keys(json)).toEqual(["kind", "issues", "complaints", "notices", "warnings"]);
		expect(json).toMatchObject({ kind: "plan", complaints: [], notices: [] });
		expect(json.issues).toEqual(ISSUES);
		for (const issue of json.issues) expect(Object.keys(issue)).toEqual(Object.keys(ISSUES[0] ?? {}));
		for (const { lines } of json.issues) expect(lines[0]).toBeLessThanOrEqual(lines[1]);
		for (const warning of json.warnings)
			expect(warning).toEqual({
				code: expect.any(String),
				message: expect.any(String),
				line: warning.line === null ? null : expect.any(Number),
			});
	});
});

test("complaints and notices keep to their keys, and unknown is null", async () => {
	const table =
		"序号|受理编号|交办问题基本情况|行政区域|问题类型|调查核实情况|是否属实|是否办结\n" +
		"1|D3JX202405240001|某砖厂冒黑烟|沙溪县|大气、噪声|经查属实|基本属实|阶段性办结\n" +
		"2|X3JX202405240002|某河发黑|石桥县|水|正在调查||\n";
	const { json } = await parse("complaints.txt", table);
	expect(json).toMatchObject({ kind: "complaints", issues: [], notices: [] });
	expect(json.complaints).toEqual([
		{
			seq: 1,
			receiptNumber: "D3JX202405240001",
			region: "沙溪县",
			pollutionTypes: ["air", "noise"],
			verdict: "mostlyTrue",
			status: "stageClosed",
			lines: [2, 2],
		},
		{
			seq: 2,
			receiptNumber: "X3JX202405240002",
			region: "石桥县",
			pollutionTypes: ["water"],
			verdict: null,
			status: null,
			lines: [3, 3],
		},
	]);
	const closing = [...LABELLED.slice(0, 9), "整改完成情况：已完成。", "公示时间：2026年7月1日至7月7日"];
	const notice = (await parse("notice.txt", closing.join("\n"))).json;
	expect(notice.kind).toBe("notice");
	expect(notice.notices).toEqual([
		{
			statement: ISSUES[0]?.statement,
			receiptNumbers: [],
			publicity: { start: "2026-07-01", end: "2026-07-07" },
		},
	]);
});

describe("what cannot be read is an object of kind unknown that says why", () => {
	test.each([
		["prose.txt", "今天召开了工作会议。", "noList"],
		["empty.txt", "", "noList"],
		["scan.pdf", "%PDF-1.7 …", "unsupportedFormat"],
		["broken.docx", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "unreadableFile"],
		["page.html", "<html><body><p>整改清单</p><img src='1.jpg'></body></html>", "imageOnly"],
	])("%s", async (name, content, code) => {
		const { json } = await parse(name, content);
		expect(json).toMatchObject({ kind: "unknown", issues: [], complaints: [], notices: [] });
		expect(json.warnings.map((warning: { code: string }) => warning.code)).toContain(code);
	});
});
