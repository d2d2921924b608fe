import type { SourceCell, SourceTable } from "../source/model.ts";
import { fold } from "../text/fold.ts";

type Row = readonly (SourceCell | null)[];

/** The text of a cell as headers are compared: folded, without any space (words are broken over lines, 责 任 人). */
export const normOf = (cell: SourceCell | null | undefined): string =>
	cell ? fold(cell.text).replace(/\s+/g, "") : "";

export const isBlankRow = (row: Row): boolean =>
	row.every((cell) => cell === null || cell.text.trim() === "");

const CONTENT =
	/^\(?\d+(?:\.\d+)?\)?[.、]?$|^(?:19|20)\d{2}(?:年|[-/.])(?:\d{1,2}(?:月|[-/.])?)?(?:\d{1,2}日?)?(?:底|前|底前)?$|[。;:]/;

/** Whether every cell of a row could stand in a header: short, no sentence, no number or date of its own. */
export const looksLikeHeader = (row: Row, longest: number): boolean =>
	!isBlankRow(row) &&
	row.every((cell) => {
		const norm = normOf(cell);
		return norm.length <= longest && !CONTENT.test(norm);
	});

/** Cells of one row, merged ones once, blank ones left out. */
export const cellsIn = (row: Row): SourceCell[] =>
	[...new Set(row.filter((cell) => cell !== null && cell.text.trim() !== ""))].filter(
		(cell) => cell !== null,
	);

/** Whether some cell of the row goes on in the row below it. */
export const reachesDown = (row: Row, below: Row): boolean =>
	row.some((cell, c) => cell !== null && cell.text.trim() !== "" && below[c] === cell);

/**
 * Whether a row groups the row below it: one of its cells lies over two columns with words of their own, while no
 * cell lies over nearly all columns (that is a title).
 */
export function groups(row: Row, below: Row): boolean {
	const width = Math.max(1, cellsIn(below).length);
	return cellsIn(row).some((cell) => {
		const under = row.flatMap((one, c) => (one === cell ? [c] : []));
		const words = new Set(
			under.map((c) => below[c]).filter((one) => one && one !== cell && normOf(one) !== ""),
		);
		return words.size >= 2 && under.length < Math.max(3, width * 0.7);
	});
}

/**
 * The header cells above a column, from the top down, each once. In sheets without merged cells a group's words stand
 * over its first column only: the columns beside it that have words of their own below inherit them.
 */
export function headsAbove(table: SourceTable, top: number, depth: number, column: number): SourceCell[] {
	const heads: SourceCell[] = [];
	for (let r = top; r < top + depth; r++) {
		const cell = headIn(table, r, top + depth - 1, column);
		if (cell && normOf(cell) !== "" && !heads.includes(cell)) heads.push(cell);
	}
	return heads;
}

function headIn(table: SourceTable, r: number, last: number, column: number): SourceCell | null {
	const row = table.rows[r] ?? [];
	const below = table.rows[r + 1] ?? [];
	const own = row[column] ?? null;
	const named = (c: number): boolean => normOf(below[c]) !== "" && below[c] !== row[c];
	if (normOf(own) !== "" || r === last || !named(column)) return own;
	for (let c = column - 1; c >= 0; c--) {
		if (!named(c)) return null;
		if (normOf(row[c]) !== "") return row[c] ?? null;
	}
	return null;
}

/** What a header prints over a column: line breaks and spaces inside Chinese words left out, rows parted by `·`. */
export const printedWords = (heads: readonly SourceCell[]): string =>
	heads
		.map(({ text }) =>
			text
				.trim()
				.replace(/\s+/g, " ")
				.replace(/(?<![A-Za-z]) | (?![A-Za-z])/g, ""),
		)
		.join("·");

/** A row that only counts the columns (1 2 3 …), as forms print it below their header. */
export function countsColumns(row: Row): boolean {
	const norms = cellsIn(row).map((cell) => normOf(cell).replace(/[()]/g, ""));
	return norms.length >= 3 && norms.every((norm, i) => norm === String(i + 1));
}
