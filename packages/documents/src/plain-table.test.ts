import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { readTable } from "./plain-table.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const WANTED = [
	{ line: 1, cells: ["代码", "名称"] },
	{ line: 3, cells: ["680000", "岚江省"] },
];

test.each([
	{ name: "commas", file: "a.csv", text: "代码,名称\n\n680000, 岚江省 \n" },
	{
		name: "tabs, CR LF and a byte order mark",
		file: "a.tsv",
		text: "\ufeff代码\t名称\r\n\r\n680000\t岚江省\r\n",
	},
	{ name: "text without a better name", file: "区划.txt", text: '代码;名称\n\n"680000";岚江省' },
])("$name", async ({ file, text }) => {
	expect(await readTable(file, bytes(text))).toEqual({ ok: true, rows: WANTED });
});

test("GB18030, as spreadsheet programs of the offices save it", async () => {
	const gb = Uint8Array.from([
		...bytes("680000,"),
		...[0xe1, 0xb0, 0xbd, 0xad, 0xca, 0xa1],
		...bytes("\n680100,"),
		...[0xc7, 0xe0, 0xc6, 0xc1, 0xca, 0xd0],
		...bytes("\n"),
	]);
	expect(await readTable("a.csv", gb)).toMatchObject({
		rows: [{ cells: ["680000", "岚江省"] }, { cells: ["680100", "青屏市"] }],
	});
});

test("GB18030 of a single short line is not taken for damaged UTF-8", async () => {
	const gb = Uint8Array.from([...bytes("680000,"), 0xe1, 0xb0, 0xbd, 0xad, 0xca, 0xa1, 0x0a]);
	expect(await readTable("a.csv", gb)).toMatchObject({ rows: [{ cells: ["680000", "岚江省"] }] });
});

test("a workbook: numbers as they are shown, rows by their number in the sheet", async () => {
	const sheet = utils.aoa_to_sheet([["代码", "名称"], [], [680000, "岚江省"]]);
	const file = write({ SheetNames: ["区划"], Sheets: { 区划: sheet } }, { type: "buffer", bookType: "xlsx" });
	expect(await readTable("区划.xlsx", file)).toEqual({ ok: true, rows: WANTED });
});

test.each([
	{ name: "nothing", file: "a.csv", content: bytes(""), code: "noList" },
	{ name: "a PDF", file: "a.csv", content: bytes("%PDF-1.7"), code: "unsupportedFormat" },
	{
		name: "a broken archive",
		file: "a.xlsx",
		content: bytes("PK\u0003\u0004nothing"),
		code: "unreadableFile",
	},
])("$name is refused in words", async ({ file, content, code }) => {
	const table = await readTable(file, content);
	expect(table.ok ? null : [table.problem.code, table.problem.message.zh !== ""]).toEqual([code, true]);
});
