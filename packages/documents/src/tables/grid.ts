import type { SourceCell, SourceTable } from "../source/model.ts";
import { fold } from "../text/fold.ts";
import { cellPassage, type Passage } from "../text/view.ts";

/** What the columns of a table hold, and where its body begins. */
export interface GridHeader<T extends string> {
	columns: (T | null)[];
	words: string[];
	/** Index of the first row below the header. */
	body: number;
	/** Index of the header's first row. */
	top: number;
}

export interface GridRow<T extends string> {
	/** Cells by field, each cell once, in column order. */
	cells: { field: T; word: string; cell: SourceCell }[];
	/** Cells that are merged with the row above. */
	shared: GridRow<T>["cells"];
	line: number;
	endLine: number;
	/** Texts of columns that the header does not explain. */
	unknown: { word: string; cell: SourceCell }[];
	/** The row consists of one cell over the whole width: a section title. */
	title: boolean;
}

const normOf = (cell: SourceCell | null): string => (cell ? fold(cell.text).replace(/\s+/g, "") : "");

/**
 * Finds the header of a table in its first rows, over two rows where an upper cell spans lower ones. `least` known
 * columns make a header.
 */
export function findGridHeader<T extends string>(
	table: SourceTable,
	fieldOf: (norm: string) => T | null,
	least: number,
): GridHeader<T> | null {
	const width = Math.min(200, Math.max(0, ...table.rows.slice(0, 60).map((row) => row.length)));
	for (const [top, row] of table.rows.slice(0, 60).entries()) {
		const own = fieldsOf(row, width, fieldOf);
		if (known(own) < least || row.some((cell) => (cell?.text.length ?? 0) > 60)) continue;
		const next = table.rows[top + 1];
		const below = next ? fieldsOf(next, width, fieldOf) : [];
		// A second header row names at least two columns and has no cell that looks like content.
		const second =
			next &&
			known(below) >= 2 &&
			!next.some((cell) => (cell?.text.length ?? 0) > 24) &&
			below.some((f, i) => f !== null && f !== own[i]);
		const words = Array.from({ length: width }, (_, c) =>
			second && below[c] ? normOf(next[c] ?? null) : normOf(row[c] ?? null),
		);
		const columns = Array.from({ length: width }, (_, c) => (second ? below[c] : null) ?? own[c] ?? null);
		return { columns, words, body: top + (second ? 2 : 1), top };
	}
	return null;
}

const known = (fields: readonly unknown[]): number => new Set(fields.filter((field) => field !== null)).size;

const fieldsOf = <T extends string>(
	row: readonly (SourceCell | null)[],
	width: number,
	fieldOf: (norm: string) => T | null,
): (T | null)[] =>
	Array.from({ length: width }, (_, c) => {
		const text = normOf(row[c] ?? null);
		return text.length > 0 && text.length <= 40 ? fieldOf(text) : null;
	});

/** The rows below a header: repeated headers (one on each page) and blank rows left out. */
export function* gridRows<T extends string>(
	table: SourceTable,
	header: GridHeader<T>,
	fieldOf: (norm: string) => T | null,
): Generator<GridRow<T>> {
	for (let r = header.body; r < table.rows.length; r++) {
		const row = table.rows[r];
		if (!row || row.every((cell) => cell === null || cell.text.trim() === "")) continue;
		if (isRepeatedHeader(row, header, fieldOf)) continue;
		const above = table.rows[r - 1];
		const seen = new Set<SourceCell>();
		const out: GridRow<T> = {
			cells: [],
			shared: [],
			line: Number.POSITIVE_INFINITY,
			endLine: 0,
			unknown: [],
			title: false,
		};
		for (let c = 0; c < row.length; c++) {
			const cell = row[c];
			if (!cell || seen.has(cell)) continue;
			seen.add(cell);
			if (r > header.body && above?.[c] === cell) {
				const field = header.columns[c] ?? null;
				if (field && cell.text.trim() !== "") out.shared.push({ field, word: header.words[c] ?? "", cell });
				continue;
			}
			if (cell.text.trim() === "") continue;
			out.line = Math.min(out.line, cell.line);
			out.endLine = Math.max(out.endLine, cell.endLine);
			const field = header.columns[c] ?? null;
			if (field) out.cells.push({ field, word: header.words[c] ?? "", cell });
			else out.unknown.push({ word: header.words[c] ?? "", cell });
		}
		const wide = row.length >= 3 && seen.size <= 2 && out.cells.length + out.unknown.length === 1;
		out.title =
			wide && (seen.size === 1 || row.filter((cell) => cell !== null && cell.text !== "").length === 1);
		if (out.endLine > 0) yield out;
	}
}

function isRepeatedHeader<T extends string>(
	row: readonly (SourceCell | null)[],
	header: GridHeader<T>,
	fieldOf: (norm: string) => T | null,
): boolean {
	const fields = row.map((cell) => (cell && cell.text.length <= 40 ? fieldOf(normOf(cell)) : null));
	return known(fields) >= 2 && fields.every((field, c) => field === null || field === header.columns[c]);
}

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
