import type { SourceCell, SourceDocument, SourceTable } from "../source/model.ts";
import { cellsOf } from "../text/cells.ts";
import { fieldOfColumn } from "../text/columns.ts";
import { fieldOfLabel } from "../text/labels.ts";

interface Piece {
	text: string;
	/** Display cell at which it begins. */
	at: number;
}

const HEADER_SEARCH = 400;
const MOST_LINES = 20_000;
const LONGEST = 600;
const NEAR = 2;
const NUMBER = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})$/;

/** Signs that take two display cells in a Chinese text, though not everywhere. */
const WIDE_HERE = /[\u3000“”‘’—…·×℃①-⑳]/g;

/** The pieces of a line between runs of two spaces or more. */
function piecesOf(line: string): Piece[] {
	if (line.length > LONGEST) return [];
	const out: Piece[] = [];
	for (const match of line.matchAll(/\S(?:\S| (?=\S))*/g))
		out.push({ text: match[0], at: cellsOf(line.slice(0, match.index).replace(WIDE_HERE, "  ")) });
	return out;
}

const isKnown = ({ text }: Piece): boolean => {
	const norm = text.replace(/\s+/g, "");
	return fieldOfLabel(norm) !== null || fieldOfColumn(norm) !== null;
};

/** Where most lines begin a piece, from left to right: the left edges of the columns. */
function edgesOf(lines: readonly Piece[][]): number[] {
	const counts = new Map<number, number>();
	for (const pieces of lines)
		if (pieces.length >= 2) for (const { at } of pieces) counts.set(at, (counts.get(at) ?? 0) + 1);
	const often = Math.max(2, Math.max(0, ...counts.values()) * 0.15);
	const edges: number[] = [];
	for (const at of [...counts.keys()].toSorted((a, b) => a - b)) {
		const last = edges.at(-1);
		if ((counts.get(at) ?? 0) < often) continue;
		if (last === undefined || at - last > NEAR) edges.push(at);
	}
	return edges;
}

/**
 * The table that the text of a PDF keeps by position alone: columns stand below each other, at least two spaces
 * apart, and a cell goes on in the lines below it. Null where the pieces of the lines do not stand in columns, no
 * cell is wrapped, or the first column does not number the rows.
 */
export function alignedTable(source: SourceDocument, folded: readonly string[]): SourceTable | null {
	for (let top = 0; top < Math.min(HEADER_SEARCH, folded.length); top++) {
		if (!/ {2}/.test(folded[top] ?? "")) continue;
		const header = piecesOf(source.lines[top] ?? "");
		if (header.length < 4 || header.filter(isKnown).length < Math.max(3, header.length * 0.6)) continue;
		const table = bodyOf(source, header, top);
		if (table) return table;
	}
	return null;
}

function bodyOf(source: SourceDocument, header: readonly Piece[], top: number): SourceTable | null {
	const lines = source.lines.slice(top + 1, top + 1 + MOST_LINES).map(piecesOf);
	const found = edgesOf(lines);
	const edges = found.length === header.length ? found : header.map(({ at }) => at);
	const end = lastAligned(lines, edges);
	const rows = rowsOf(lines.slice(0, end + 1), edges, top + 2);
	if (rows === null || rows.length < 2) return null;
	const wrapped = rows.filter((row) => row.some((cell) => cell !== null && cell.endLine > cell.line)).length;
	if (wrapped === 0) return null;
	const head = header.map(({ text }): SourceCell => ({ text, line: top + 1, endLine: top + 1, cells: null }));
	return { rows: [head, ...rows], line: top + 1, endLine: top + 2 + end, rowPerLine: true };
}

const columnOf = (at: number, edges: readonly number[]): number =>
	edges.findLastIndex((edge) => edge <= at + NEAR);
const onEdge = (at: number, edges: readonly number[]): boolean =>
	Math.abs((edges[columnOf(at, edges)] ?? Number.NEGATIVE_INFINITY) - at) <= NEAR;

/** Index of the last line of the table: behind it the text stands in no columns. */
function lastAligned(lines: readonly Piece[][], edges: readonly number[]): number {
	let last = -1;
	for (const [i, pieces] of lines.entries()) {
		if (pieces.length === 0) continue;
		const aligned = pieces.every(({ at }) => onEdge(at, edges));
		const [only] = pieces;
		// A line of prose begins at the margin and is no number.
		const prose =
			pieces.length === 1 && only !== undefined && columnOf(only.at, edges) <= 0 && !NUMBER.test(only.text);
		if (aligned && !prose) last = i;
		else if (i - last > 2) break;
	}
	return last;
}

/** Rows by the numbers of the first column: each stands on the first line of its row, or once between two blank lines. */
function rowsOf(
	lines: readonly Piece[][],
	edges: readonly number[],
	line: number,
): (SourceCell | null)[][] | null {
	const numbers = lines.flatMap((pieces, i) => {
		const [first] = pieces;
		return first && columnOf(first.at, edges) === 0 && NUMBER.test(first.text) ? [i] : [];
	});
	const opens = new Set(inBlocks(lines, numbers) ?? numbers);
	if (numbers.length < 2 || !opens.has(lines.findIndex((pieces) => pieces.length > 0))) return null;
	const rows: (SourceCell | null)[][] = [];
	for (const [i, pieces] of lines.entries()) {
		if (opens.has(i)) rows.push(edges.map(() => null));
		const row = rows.at(-1);
		if (!row || !pieces.every(({ at }) => onEdge(at, edges))) continue;
		for (const { text, at } of pieces) {
			const column = columnOf(at, edges);
			const cell = row[column];
			if (cell) {
				cell.text = `${cell.text}\n${text}`;
				cell.endLine = line + i;
			} else if (column >= 0) row[column] = { text, line: line + i, endLine: line + i, cells: null };
		}
	}
	return rows;
}

/** The first lines of the blocks between blank lines, where each block holds one number. */
function inBlocks(lines: readonly Piece[][], numbers: readonly number[]): number[] | null {
	const firsts = lines.flatMap((pieces, i) =>
		pieces.length > 0 && (lines[i - 1]?.length ?? 0) === 0 ? [i] : [],
	);
	const own = firsts.every((first, k) => {
		const next = firsts[k + 1] ?? Number.POSITIVE_INFINITY;
		return numbers.filter((at) => first <= at && at < next).length === 1;
	});
	return own ? firsts : null;
}
