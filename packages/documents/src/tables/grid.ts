import type { SourceCell, SourceTable } from "../source/model.ts";
import { cellPassage, type Passage } from "../text/view.ts";
import type { GridHeader } from "./find-header.ts";
import { isBlankRow, normOf } from "./header-rows.ts";

export interface GridCell<T extends string> {
	field: T;
	/** Header words as printed; `第N列` where the header is blank. */
	word: string;
	column: number;
	cell: SourceCell;
}

export interface GridRow<T extends string> {
	/** Cells by field, each cell once, in column order. */
	cells: GridCell<T>[];
	/** Cells that are merged with the row above. */
	shared: GridCell<T>[];
	line: number;
	endLine: number;
	/** Texts of columns that no field takes. */
	unknown: { word: string; column: number; cell: SourceCell }[];
	/** Those of them that are merged with the row above. */
	sharedUnknown: GridRow<T>["unknown"];
	/** The row is no row of the list: a section title, a note, a sum, or a line for signatures. */
	title: boolean;
}

const NOTE =
	/^(?:(?:注(?:释|解)?\d?|备注|说明|(?:联系|负责)人|(?:填报|制表|报送|填表)(?:单位|部门|日期|时间)|(?:单位|主要|分管)负责人):|(?:填表|填报|制表|审核|复核|经办)人.{0,10}$|(?:合计|总计|小计|共计)$)/;

/** The rows below a header: repeated headers (one on each page) and blank rows left out. */
export function* gridRows<T extends string>(
	table: SourceTable,
	header: GridHeader<T>,
	fieldOf: (norm: string) => T | null,
): Generator<GridRow<T>> {
	const heads = table.rows.slice(header.top, header.top + header.rows).map((row) => row.map(normOf));
	const words = header.words.map((word, c) => (word === "" ? `第${c + 1}列` : word));
	for (let r = header.body; r < table.rows.length; r++) {
		const row = table.rows[r];
		if (!row || isBlankRow(row)) continue;
		if (isRepeatedHeader(row, heads) || isRepeatedByFields(row, header, fieldOf)) continue;
		const out = rowOf(row, r > header.body ? table.rows[r - 1] : undefined, header, words);
		if (out.endLine > 0) yield out;
	}
}

function rowOf<T extends string>(
	row: readonly (SourceCell | null)[],
	above: readonly (SourceCell | null)[] | undefined,
	header: GridHeader<T>,
	words: readonly string[],
): GridRow<T> {
	const seen = new Set<SourceCell>();
	const out: GridRow<T> = {
		cells: [],
		shared: [],
		line: Number.POSITIVE_INFINITY,
		endLine: 0,
		unknown: [],
		sharedUnknown: [],
		title: false,
	};
	for (let c = 0; c < row.length; c++) {
		const cell = row[c];
		if (!cell || seen.has(cell)) continue;
		seen.add(cell);
		if (cell.text.trim() === "") continue;
		const merged = above !== undefined && above[c] === cell;
		const field = header.columns[c] ?? null;
		const word = words[c] ?? `第${c + 1}列`;
		if (!merged) {
			out.line = Math.min(out.line, cell.line);
			out.endLine = Math.max(out.endLine, cell.endLine);
		}
		if (header.ignored.has(c)) continue;
		if (field) (merged ? out.shared : out.cells).push({ field, word, column: c, cell });
		else (merged ? out.sharedUnknown : out.unknown).push({ word, column: c, cell });
	}
	out.title =
		isTitle(row, seen.size, out.cells.length + out.unknown.length) || NOTE.test(normOf(firstCell(row)));
	return out;
}

const firstCell = (row: readonly (SourceCell | null)[]): SourceCell | null =>
	row.find((cell) => cell !== null && cell.text.trim() !== "") ?? null;

/** One text alone in a row of three columns or more. */
function isTitle(row: readonly (SourceCell | null)[], cells: number, texts: number): boolean {
	const wide = row.length >= 3 && cells <= 2 && texts === 1;
	return wide && (cells === 1 || row.filter((cell) => cell !== null && cell.text !== "").length === 1);
}

/** The words of one of the header's rows again, in their columns. */
function isRepeatedHeader(
	row: readonly (SourceCell | null)[],
	heads: readonly (readonly string[])[],
): boolean {
	const first = firstCell(row);
	if (first === null || first.text.length > 60) return false;
	return heads.some((head) => {
		let same = 0;
		for (let c = 0; c < row.length; c++) {
			const norm = normOf(row[c]);
			if (norm === "") continue;
			if (norm !== head[c]) return false;
			same++;
		}
		return same >= 2;
	});
}

const known = (fields: readonly unknown[]): number => new Set(fields.filter((field) => field !== null)).size;

/** A row of header words in other spelling that name the same fields. */
function isRepeatedByFields<T extends string>(
	row: readonly (SourceCell | null)[],
	header: GridHeader<T>,
	fieldOf: (norm: string) => T | null,
): boolean {
	if (row.some((cell) => (cell?.text.length ?? 0) > 60)) return false;
	const fields = row.map((cell) => (cell && cell.text.length <= 40 ? fieldOf(normOf(cell)) : null));
	return known(fields) >= 2 && fields.every((field, c) => field === null || field === header.columns[c]);
}

/** Cells from left to right. */
export const inOrder = <T extends string>(cells: readonly GridCell<T>[]): GridCell<T>[] =>
	cells.toSorted((a, b) => a.column - b.column);

/** A cell as a passage for reading. */
export const passageOfCell = (cell: SourceCell, table: SourceTable): Passage =>
	cellPassage(cell.text, cell.line, cell.cells, !table.rowPerLine || cell.endLine > cell.line);

/** Cells of one field in several rows (a measure a row) as one passage. */
export function joinCells(cells: readonly SourceCell[], table: SourceTable): Passage | null {
	const [first] = cells;
	if (!first) return null;
	if (cells.length === 1) return passageOfCell(first, table);
	const parts = cells.map((cell) => passageOfCell(cell, table));
	const starts: number[] = [];
	let offset = 0;
	for (const piece of parts) {
		starts.push(offset);
		offset += piece.text.length + 1;
	}
	const text = parts.map((piece) => piece.text).join("\n");
	const last = cells.at(-1);
	return {
		text,
		norm: parts.map((piece) => piece.norm).join("\n"),
		cells: first.cells && last?.cells ? `${first.cells}:${last.cells.split("!").pop() ?? ""}` : first.cells,
		lineAt: (at) => {
			let i = starts.length - 1;
			while (i > 0 && (starts[i] ?? 0) > at) i--;
			return parts[i]?.lineAt(at - (starts[i] ?? 0)) ?? first.line;
		},
		rawBetween: (from, to) => text.slice(from, to),
	};
}
