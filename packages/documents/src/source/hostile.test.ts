import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocument } from "../reading.ts";
import { TABLE_ROWS, wordFile, workbook } from "../testing/seeds.ts";

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const codes = async (name: string, bytes: Uint8Array, limits = {}) => {
	const proposal = await readDocument({ name, bytes }, { limits });
	return { kind: proposal.kind, codes: proposal.warnings.map(({ code }) => code), proposal };
};

/** A document.xml of paragraphs inside a minimal archive. */
const docxOf = (body: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
	zipSync({ "[Content_Types].xml": text("<Types/>"), "word/document.xml": text(body), ...more });

const PLAN =
	"一、某河水质超标，长期没有治理到位。\n责任单位：甲县政府\n整改时限：2021年底\n整改目标：达标\n整改措施：1.截污。2.清淤。\n";

describe("refusals", () => {
	test.each([
		["a PDF", "a.pdf", text("%PDF-1.7 …"), "unsupportedFormat"],
		[
			"an old Word file",
			"a.doc",
			Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
			"unsupportedFormat",
		],
		["a rich text file", "a.rtf", text("{\\rtf1 hello}"), "unsupportedFormat"],
		["a picture", "a.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), "imageOnly"],
		["another archive", "a.zip", zipSync({ "a.txt": text("甲") }), "unsupportedFormat"],
		["a broken archive", "a.docx", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), "unreadableFile"],
		["binary noise", "a.txt", Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 31), "unreadableFile"],
		["an empty file", "a.txt", new Uint8Array(), "noList"],
		["plain prose", "a.txt", text("今天召开了工作会议，部署了下一步工作。"), "noList"],
		[
			"a bulletin with counts",
			"a.txt",
			text("督察组转办第五批群众信访举报件，其中甲市5件、乙市7件，已办结9件。"),
			"bulletinOnly",
		],
		["an attachment", "a.txt", text("关于公开整改方案的通知\n附件：1.整改措施清单.docx"), "attachmentOnly"],
		[
			"an image page",
			"a.html",
			text("<html><body><p>整改清单</p><img src='1.jpg'><img src='2.jpg'></body></html>"),
			"imageOnly",
		],
	])("%s", async (_, name, bytes, code) => {
		const read = await codes(name, bytes);
		expect(read.kind).toBe("unknown");
		expect(read.codes).toContain(code);
	});

	test("a file over the limit is refused before it is opened", async () => {
		expect((await codes("a.txt", new Uint8Array(2000), { bytes: 1000 })).codes).toEqual(["tooLarge"]);
	});
});

describe("hostile files", () => {
	test("a zip bomb is refused by the size that its directory claims", async () => {
		const bomb = docxOf("<w:document/>", { "word/numbering.xml": new Uint8Array(30_000_000) });
		expect(bomb.length).toBeLessThan(100_000);
		expect((await codes("a.docx", bomb, { unpackedBytes: 10_000_000 })).codes).toEqual(["tooLarge"]);
	});

	test("a zip bomb whose directory lies is stopped while it unpacks", async () => {
		const bomb = docxOf("<w:document/>", { "word/numbering.xml": new Uint8Array(30_000_000) });
		const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
		for (let at = 0; at + 28 < bomb.length; at++) {
			if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
		}
		expect((await codes("a.docx", bomb, { unpackedBytes: 10_000_000 })).codes).toEqual(["tooLarge"]);
	});

	test("external entities are not resolved", async () => {
		const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "填充">]><w:document><w:body><w:p><w:r><w:t>一、&x;&y;问题</w:t></w:r></w:p></w:body></w:document>`;
		const { proposal } = await codes("a.docx", docxOf(xml));
		expect(proposal.source.lines.join("")).not.toMatch(/root:|填充/);
	});

	test("scripts, styles and hidden parts of a page are not text", async () => {
		const page = `<html><script>反馈问题：假的</script><style>p{}</style><div style="display:none">隐藏文字</div><p>${PLAN.replace(/\n/g, "</p><p>")}</p></html>`;
		const { proposal } = await codes("a.html", text(page));
		expect(proposal.issues).toHaveLength(1);
		expect(proposal.source.lines.join("")).not.toMatch(/假的|隐藏文字/);
	});

	test("a formula's saved result is read, with a warning, and never computed", async () => {
		const { utils, write } = await import("@e965/xlsx");
		const sheet = utils.aoa_to_sheet(TABLE_ROWS.map((row) => [...row]));
		sheet.D2 = { t: "s", v: "2022年12月底", f: 'WEBSERVICE("http://example.invalid/")' };
		const book = utils.book_new();
		utils.book_append_sheet(book, sheet, "台账");
		const read = await codes("a.xlsx", new Uint8Array(write(book, { type: "buffer", bookType: "xlsx" })));
		expect(read.codes).toContain("formulaCell");
		expect(read.proposal.issues[0]?.deadline?.value.text).toBe("2022年12月底");
	});

	test("rows and cells beyond the limit are left out with a warning", async () => {
		const rows = [
			...TABLE_ROWS,
			...Array.from({ length: 50 }, (_, i) => [
				String(i + 3),
				`第${i}个问题长期存在未整改`,
				"甲局",
				"2021年底",
				"达标",
				"清淤。",
			]),
		];
		const read = await codes("a.xlsx", workbook(rows, "xlsx"), { rows: 10 });
		expect(read.codes).toContain("limitReached");
		expect(read.proposal.issues.length).toBeLessThan(12);
	});

	test("a web page saved as .xls is read as a page", async () => {
		const cells = TABLE_ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join(
			"",
		);
		const { proposal } = await codes("a.xls", text(`<html><table>${cells}</table></html>`));
		expect(proposal.source.format).toBe("html");
		expect(proposal.issues).toHaveLength(2);
	});
});

describe("the same table in every format", () => {
	const csv = TABLE_ROWS.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n");
	const gb18030 = Uint8Array.from([0xd0, 0xf2, 0xba, 0xc5]);
	test.each([
		["docx", async () => wordFile(["甲市整改措施清单"], TABLE_ROWS)],
		["xlsx", async () => workbook(TABLE_ROWS, "xlsx")],
		["xls", async () => workbook(TABLE_ROWS, "biff8")],
		["csv", async () => text(csv)],
	])("%s", async (format, make) => {
		const { proposal } = await codes(`a.${format}`, await make());
		expect(proposal.source.format).toBe(format);
		expect(
			proposal.issues.map((issue) => [
				issue.seq,
				issue.responsibleUnits?.value,
				issue.deadline?.value.text,
				issue.measures?.value.length,
			]),
		).toEqual([
			[1, ["甲县委、县政府"], "2022年12月底", 2],
			[2, ["乙县政府", "市水务局"], "长期坚持", 3],
		]);
	});

	test("bytes that are no UTF-8 are read as GB18030", async () => {
		const { proposal } = await codes("a.csv", gb18030);
		expect(proposal.source.lines).toEqual(["序号"]);
	});

	test("spreadsheet readings name their cells", async () => {
		const { proposal } = await codes("a.xlsx", workbook(TABLE_ROWS, "xlsx"));
		expect(proposal.issues[1]?.deadline?.place).toEqual({ line: 3, endLine: 3, cells: "台账!D3" });
	});
});
