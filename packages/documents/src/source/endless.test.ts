import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocument } from "../reading.ts";
import { violations } from "../testing/invariants.ts";

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const FIELDS = "责任单位：甲县政府整改时限：2021年底整改目标：达标整改措施：1.截污。2.清淤。";

/** Processor time that reading takes, which other work on the machine does not lengthen. */
async function cost(name: string, words: string): Promise<number> {
	const bytes = text(words);
	const before = process.cpuUsage();
	const proposal = await readDocument({ name, bytes });
	const { user, system } = process.cpuUsage(before);
	expect(violations(proposal)).toEqual([]);
	return (user + system) / 1000;
}

/** A pause of the collector can fall into a measurement by chance, not into each of several. */
const TRIES = 3;

/** Inputs of which some step once walked through everything for each thing that it found: four times as much may not take sixteen times as long. */
describe("the cost of endless inputs grows with their length, not with its square", () => {
	test.each<[string, string, number, (times: number) => string]>([
		["deeply nested blocks", "a.html", 40_000, (n) => "<div>".repeat(n)],
		["deeply nested tables", "a.html", 10_000, (n) => "<table><tr><td>".repeat(n)],
		[
			"very many columns",
			"a.html",
			5000,
			(n) => `<table><tr>${"<td>反馈问题</td><td>责任单位</td>".repeat(n)}`,
		],
		["blank lines", "a.txt", 200_000, (n) => "\n".repeat(n)],
		["one line of many issues", "a.txt", 6000, (n) => `一、某河水质超标，没有治理。${FIELDS}`.repeat(n)],
		["labels and nothing else", "a.txt", 15_000, (n) => "责任单位：\n".repeat(n)],
		["a table of one word", "a.txt", 8000, (n) => `序号\n整改问题\n责任单位\n整改时限\n${"甲\n".repeat(n)}`],
		[
			"open brackets",
			"a.txt",
			15_000,
			(n) => `一、某河超标。\n责任单位：甲\n整改措施：${"（责任单位：甲（乙".repeat(n)}`,
		],
		[
			"months without end",
			"a.txt",
			25_000,
			(n) => `一、某河超标。\n整改时限：${"2021年6月、".repeat(n)}\n责任单位：甲`,
		],
	])(
		"%s",
		async (_, name, times, make) => {
			let growth = Number.POSITIVE_INFINITY;
			for (let go = 0; go < TRIES && growth >= 8; go++) {
				const once = Math.max(100, await cost(name, make(times)));
				growth = Math.min(growth, (await cost(name, make(4 * times))) / once);
			}
			expect(growth).toBeLessThan(8);
		},
		60_000,
	);
});

const relationships = (...targets: string[]): Uint8Array =>
	text(
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
			.map((target, i) => {
				const type = /workbook|worksheets|sharedStrings/.exec(target)?.[0] ?? "";
				const kind = { workbook: "officeDocument", worksheets: "worksheet", sharedStrings: "sharedStrings" }[
					type
				];
				return `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
			})
			.join("")}</Relationships>`,
	);

/** A workbook of one cell whose text comes from a shared string with a document type of its own. */
function bookSaying(doctype: string, words: string): Uint8Array {
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
	const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
	return zipSync({
		"[Content_Types].xml": text(
			`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${content}.sharedStrings+xml"/></Types>`,
		),
		"_rels/.rels": relationships("xl/workbook.xml"),
		"xl/workbook.xml": text(
			`<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		),
		"xl/_rels/workbook.xml.rels": relationships("worksheets/sheet1.xml", "sharedStrings.xml"),
		"xl/worksheets/sheet1.xml": text(
			`<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
		),
		"xl/sharedStrings.xml": text(
			`<?xml version="1.0"?>${doctype}<sst xmlns="${main}"><si><t>${words}</t></si></sst>`,
		),
	});
}

/** Twelve entities of ten of the one before: 10^12 characters, were they resolved. */
const LAUGHS = `<!DOCTYPE l [<!ENTITY a "哈">${Array.from({ length: 12 }, (_, i) => {
	const [name, inner] = [String.fromCharCode(98 + i), String.fromCharCode(97 + i)];
	return `<!ENTITY ${name} "${`&${inner};`.repeat(10)}">`;
}).join("")}]>`;

describe("entities of office files are never resolved", () => {
	test("a workbook's shared string is read at all", async () => {
		const { source } = await readDocument({ name: "a.xlsx", bytes: bookSaying("", "某河超标") });
		expect(source.lines).toEqual(["某河超标"]);
	});

	test.each([
		["billion laughs", LAUGHS, "&m;"],
		["an external file", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"],
	])("%s in a workbook", async (_, doctype, words) => {
		const { source } = await readDocument({ name: "a.xlsx", bytes: bookSaying(doctype, words) });
		expect(source.lines.join("")).not.toMatch(/哈哈|root:/);
	});

	test("billion laughs in a Word file", async () => {
		const xml = `<?xml version="1.0"?>${LAUGHS}<w:document><w:body><w:p><w:r><w:t>一、&m;</w:t></w:r></w:p></w:body></w:document>`;
		const bytes = zipSync({ "[Content_Types].xml": text("<Types/>"), "word/document.xml": text(xml) });
		const { source } = await readDocument({ name: "a.docx", bytes });
		expect(source.lines.join("")).not.toContain("哈哈");
	});
});

test("what a page embeds is not its text", async () => {
	const body = `一、某河水质超标。${FIELDS}`;
	const page = `<html><iframe srcdoc="<p>反馈问题：假的</p>">反馈问题：假的</iframe><object data="x">反馈问题：假的</object><p>${body}</p></html>`;
	const { issues, source } = await readDocument({ name: "a.html", bytes: text(page) });
	expect(issues).toHaveLength(1);
	expect(source.lines.join("")).not.toContain("假的");
});

test("an archive inside an archive stays packed", async () => {
	let inner = zipSync({ "a.bin": new Uint8Array(20_000_000) });
	for (let i = 0; i < 4; i++) inner = zipSync({ "x.zip": inner });
	const bytes = zipSync({
		"[Content_Types].xml": text("<Types/>"),
		"word/document.xml": text(
			"<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>",
		),
		"word/embeddings/x.zip": inner,
	});
	const { source } = await readDocument({ name: "a.docx", bytes }, { limits: { unpackedBytes: 1_000_000 } });
	expect(source.lines).toEqual(["甲"]);
});

test("NUL bytes and a wrong extension do not hide a list", async () => {
	const plan = `一、某河\u0000水质超标。\u0000\n责任单位：甲县政府\n整改目标：达标\n整改措施：1.截污纳管。2.清淤疏浚。3.加强日常监管。\n`;
	for (const name of ["a.txt", "a.docx", "a.xlsx", "a.pdf", "a"]) {
		const { issues } = await readDocument({ name, bytes: text(plan) });
		expect(
			issues.map(({ statement }) => statement.value),
			name,
		).toEqual(["某河水质超标。"]);
	}
});

test("a table whose first border is the first line of all begins there", async () => {
	const cells = ["", "序号", "受理编号", "行政区域", "是否属实", "1", "D3NX202311230009", "灵州市", "属实"];
	const proposal = await readDocument({ pasted: cells.join("\n|\n").trimStart() });
	expect(violations(proposal)).toEqual([]);
});
