import type { CellObject, WorkSheet } from "@e965/xlsx";
import { zipSync } from "fflate";
import { warning } from "../warnings.ts";
import type { Limits } from "./limits.ts";
import { Refused, type SourceCell, type SourceDocument, type SourceTable } from "./model.ts";
import { unzipWithin } from "./zip.ts";

type Xlsx = typeof import("@e965/xlsx");

/** Parts that hold no cells: pictures, charts, macros, links to other books, comments. */
const LEFT_OUT =
	/^(?:customXml|xl\/(?:media|drawings|externalLinks|pivot\w*|charts|chartsheets|embeddings|activeX|ctrlProps|printerSettings|diagrams|macrosheets|comments|threadedComments|worksheets\/_rels|vbaProject|calcChain))|\.(?:bin|png|jpe?g|emf|vml)$/i;

/** Everything but cells stays packed; the parts that are read are bounded first. */
function bounded(bytes: Uint8Array, limits: Limits): Uint8Array {
	const parts = unzipWithin(
		bytes,
		(name) =>
			!LEFT_OUT.test(name) || /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.bin$/.test(name),
		limits,
	);
	return zipSync(Object.fromEntries(parts), { level: 0 });
}

/**
 * Reads the visible sheets of a workbook, one line for each row. Formulas are never computed: the result that the
 * file has saved is read, with a warning. Dates are written out (2021年6月30日) as exactly as their format shows them.
 */
export async function readSheets(
	bytes: Uint8Array,
	format: "xlsx" | "xls",
	limits: Limits,
): Promise<SourceDocument> {
	const xlsx = await import("@e965/xlsx");
	const input = format === "xlsx" ? bounded(bytes, limits) : bytes;
	let book: ReturnType<Xlsx["read"]>;
	try {
		// The library turns a Node buffer into text several times faster than a plain array.
		const inNode = typeof Buffer !== "undefined";
		book = xlsx.read(inNode ? Buffer.from(input.buffer, input.byteOffset, input.byteLength) : input, {
			type: inNode ? "buffer" : "array",
			dense: true,
			cellFormula: true,
			cellHTML: false,
			cellNF: true,
			cellStyles: false,
			bookVBA: false,
			sheetRows: limits.rows + 1,
			WTF: false,
		});
	} catch {
		throw new Refused(warning("unreadableFile", { words: format }), format);
	}
	const source: SourceDocument = { format, lines: [], tables: [], images: 0, warnings: [] };
	let cells = 0;
	for (const [i, name] of book.SheetNames.entries()) {
		const sheet = book.Sheets[name];
		if (!sheet || (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0) continue;
		const rowsLeft = limits.rows - source.lines.length;
		const table = readSheet(xlsx, sheet, name, source, Math.max(0, rowsLeft), limits.cells - cells, limits);
		cells += table.rows.reduce((sum, row) => sum + row.length, 0);
		if (table.rows.length > 0) source.tables.push(table);
	}
	return source;
}

function readSheet(
	xlsx: Xlsx,
	sheet: WorkSheet,
	name: string,
	source: SourceDocument,
	rowsLeft: number,
	cellsLeft: number,
	limits: Limits,
): SourceTable {
	const data: (CellObject | undefined)[][] = sheet["!data"] ?? [];
	const line = source.lines.length + 1;
	const table: SourceTable = { rows: [], line, endLine: line, rowPerLine: true };
	let formulas = 0;
	let cells = 0;
	for (let r = 0; r < data.length; r++) {
		const row = data[r] ?? [];
		cells += row.length;
		if (r >= rowsLeft || cells > cellsLeft) {
			source.warnings.push(warning("limitReached", { line: source.lines.length, words: `${name}: ${r}` }));
			break;
		}
		const at = source.lines.length + 1;
		const out: (SourceCell | null)[] = [];
		for (let c = 0; c < row.length; c++) {
			const cell = row[c];
			const text = cell ? textOf(xlsx, cell).slice(0, limits.cellCharacters) : "";
			const ref = `${name}!${xlsx.utils.encode_cell({ r, c })}`;
			out.push({ text, line: at, endLine: at, cells: ref });
			if (cell?.f !== undefined && text !== "" && formulas++ < 20) {
				source.warnings.push(warning("formulaCell", { line: at, words: ref }));
			}
		}
		table.rows.push(out);
		source.lines.push(shown(out));
	}
	merge(sheet, table);
	table.endLine = Math.max(line, source.lines.length);
	return table;
}

const shown = (row: readonly (SourceCell | null)[]): string => {
	const texts = row.map((cell) => (cell?.text ?? "").replace(/\s*\n\s*/g, " "));
	while (texts.length > 0 && texts.at(-1) === "") texts.pop();
	return texts.join(" | ");
};

/** Lets every place of a merged area show its one cell. */
function merge(sheet: WorkSheet, table: SourceTable): void {
	let filled = 0;
	for (const area of (sheet["!merges"] ?? []).slice(0, 20_000)) {
		const cell = table.rows[area.s.r]?.[area.s.c];
		if (!cell) continue;
		for (let r = area.s.r; r <= area.e.r && r < table.rows.length; r++) {
			const row = table.rows[r];
			if (!row) continue;
			for (let c = area.s.c; c <= Math.min(area.e.c, area.s.c + 50); c++) {
				if (filled++ > 200_000) return;
				while (row.length <= c) row.push(null);
				row[c] = cell;
			}
		}
	}
}

function textOf(xlsx: Xlsx, cell: CellObject): string {
	if (
		cell.t === "n" &&
		typeof cell.v === "number" &&
		typeof cell.z === "string" &&
		xlsx.SSF.is_date(cell.z)
	) {
		return dateText(xlsx, cell.v, cell.z) ?? String(cell.w ?? cell.v);
	}
	if (cell.t === "e") return "";
	return String(cell.w ?? cell.v ?? "").trim();
}

/** A date cell in words, no more exact than its format: a format without days shows a month. */
function dateText(xlsx: Xlsx, value: number, format: string): string | null {
	const code: { y: number; m: number; d: number } | null = xlsx.SSF.parse_date_code(value);
	if (!code || code.y < 1990 || code.y > 2100) return null;
	const plain = format.replace(/"[^"]*"|\[[^\]]*\]/g, "").toLowerCase();
	if (!plain.includes("y")) return null;
	if (!plain.includes("m")) return `${code.y}年`;
	return plain.includes("d") ? `${code.y}年${code.m}月${code.d}日` : `${code.y}年${code.m}月`;
}
