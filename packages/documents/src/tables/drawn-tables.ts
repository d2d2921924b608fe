import { readCsv } from "../source/csv.ts";
import type { Limits } from "../source/limits.ts";
import type { SourceCell, SourceDocument, SourceTable } from "../source/model.ts";
import { fieldOfColumn } from "../text/columns.ts";
import { fold } from "../text/fold.ts";
import { fieldOfLabel } from "../text/labels.ts";
import { alignedTable } from "./aligned-tables.ts";

/** Cells of a line between pipes, an empty first and last one left out. */
function cellsOf(line: string, number: number, border: RegExp = PIPES): SourceCell[] {
	const pieces = line.split(border);
	if (pieces[0]?.trim() === "") pieces.shift();
	if (pieces.at(-1)?.trim() === "") pieces.pop();
	return pieces.map((piece) => ({
		text: piece.replace(/<br\s*\/?>/gi, "\n").trim(),
		line: number,
		endLine: number,
		cells: null,
	}));
}

const RULE = /^[\s|:+-]+$/;

/**
 * Tables that a text draws with pipes, one row a line (Markdown, copied web tables): at least two lines in a row
 * with three cells or more; and the table that a spreadsheet leaves on the clipboard, with tabs between its cells.
 */
export function drawnTables(
	source: SourceDocument,
	folded: readonly string[],
	limits: Limits,
): SourceTable[] {
	if (source.format !== "txt" && source.format !== "md" && source.format !== "pasted") return [];
	const tables: SourceTable[] = [];
	let rows: SourceCell[][] = [];
	let from = 0;
	const close = (line: number) => {
		if (rows.length >= 2) tables.push({ rows, line: from, endLine: line, rowPerLine: true });
		rows = [];
	};
	let blanks = 0;
	for (const [i, line] of folded.entries()) {
		const cells = line.includes("|") ? cellsOf(source.lines[i] ?? "", i + 1) : [];
		if (line.trim() === "" && rows.length > 0 && blanks < 2) {
			blanks++;
			continue;
		}
		blanks = 0;
		if (RULE.test(line) && line.includes("-") && rows.length > 0) continue;
		if (cells.length >= 3) {
			if (rows.length === 0) from = i + 1;
			rows.push(cells);
		} else close(i);
	}
	close(folded.length);
	const broken = brokenRows(source, folded, PIPES) ?? lonePipes(source, folded);
	if (broken) return [broken];
	const quoted = source.lines.some((line) => /(?:^|\t)"/.test(line));
	const tabbed = (quoted ? null : brokenRows(source, source.lines, TAB)) ?? tabTable(source, limits);
	if (tabbed) return [tabbed, ...tables];
	const aligned = tables.length === 0 ? alignedTable(source, folded) : null;
	return aligned ? [aligned] : tables;
}

const TABS = /\t.*\t/;

/** Cells copied from a spreadsheet: tabs between them, quotes around a cell of several lines. */
function tabTable(source: SourceDocument, limits: Limits): SourceTable | null {
	const first = source.lines.findIndex((line) => TABS.test(line));
	const last = source.lines.findLastIndex((line) => TABS.test(line));
	const count = source.lines.reduce((sum, line) => sum + (TABS.test(line) ? 1 : 0), 0);
	if (first < 0 || count < 2) return null;
	// The last row may go on below its last tab, inside quotes.
	const rest = source.lines.slice(last + 1).findIndex((line) => line.endsWith('"'));
	const open = ((source.lines[last] ?? "").split('"').length - 1) % 2 === 1;
	const end = open && rest >= 0 ? last + 1 + rest : last;
	const { table } = readCsv(source.lines.slice(first, end + 1).join("\n"), limits, "\t", first + 1);
	return { ...table, rows: table.rows.filter((row) => row.length >= 3) };
}

const PIPES = /[|｜│┃]/;
const TAB = /\t/;
const bordersIn = (line: string, border: RegExp): number => line.split(border).length - 1;

/**
 * A table whose rows are broken over lines: a row goes on until it has as many borders (pipes or tabs) as the header. Only for tables
 * whose header stands on one line, and only where rows are in fact broken.
 */
function brokenRows(source: SourceDocument, folded: readonly string[], border: RegExp): SourceTable | null {
	const top = folded.findIndex((line) => bordersIn(line, border) >= 4 && knownWords(line, border) >= 4);
	if (top < 0) return null;
	const wanted = bordersIn(folded[top] ?? "", border);
	const rows: SourceCell[][] = [cellsOf(source.lines[top] ?? "", top + 1, border)];
	let from = -1;
	let pipes = 0;
	let broken = 0;
	let last = top;
	for (let i = top + 1; i < folded.length; i++) {
		const here = bordersIn(folded[i] ?? "", border);
		if (from < 0 && here === 0) continue;
		if (from >= 0 && i - from > 400) return null;
		if (from < 0) from = i;
		pipes += here;
		if (pipes < wanted) continue;
		if (pipes > wanted + 1) return null;
		if (i > from) broken++;
		const cells = cellsOver(source.lines, from, i, border);
		rows.push(cells[0]?.text === "" && border !== TAB ? cells.slice(1) : cells);
		last = i;
		from = -1;
		pipes = 0;
	}
	return broken > 0 ? { rows, line: top + 1, endLine: last + 1, rowPerLine: true } : null;
}

const isColumn = (norm: string): boolean =>
	norm.length <= 24 && (fieldOfColumn(norm) !== null || fieldOfLabel(norm) !== null);

/**
 * A table whose borders stand alone on lines between its cells. The header is the longest run of known column
 * words; every row has as many cells. Null where the rows do not come out even: then the lines are read as lines.
 */
function lonePipes(source: SourceDocument, folded: readonly string[]): SourceTable | null {
	const borders = folded.flatMap((line, i) => (/^\s*\|\s*$/.test(line) ? [i] : []));
	const [first, last] = [borders[0], borders.at(-1)];
	if (first === undefined || last === undefined || borders.length < 8) return null;
	let top = Math.max(0, first - 1);
	while (top > 0 && (folded[top] ?? "").trim() === "") top--;
	let end = last + 1;
	while (end < folded.length - 1 && (folded[end] ?? "").trim() === "") end++;
	const cells = cellsOver(source.lines, top, Math.min(end, folded.length - 1), PIPES);
	const from = cells.findIndex((cell) => isColumn(normed(cell)));
	const header = cells.slice(from);
	const width = header.findIndex((cell) => !isColumn(normed(cell)));
	if (from < 0 || from > 2 || width < 4) return null;
	const rows: SourceCell[][] = [];
	for (let i = from; i < cells.length; i += width) rows.push(cells.slice(i, i + width));
	const body = rows.slice(1).filter((row) => row.length > 1);
	const key = normed(rows[0]?.[0]);
	const keyed = body.every((row) => /^(?:[\dA-Za-z]|第|[一二三四五六七八九十]+$)/.test(normed(row[0])));
	if (body.length === 0 || (/序号|编号/.test(key) && !keyed)) return null;
	return { rows: [...rows.slice(0, 1), ...body], line: top + 1, endLine: end + 1, rowPerLine: true };
}

const normed = (cell: SourceCell | undefined): string => (cell ? fold(cell.text).replace(/\s+/g, "") : "");

const knownWords = (line: string, border: RegExp): number =>
	line
		.split(border)
		.filter((cell) => fieldOfColumn(cell.replace(/\s+/g, "")) !== null || fieldOfLabel(cell) !== null).length;

/** The cells of a row that lies on several lines, each with its own lines. */
function cellsOver(lines: readonly string[], from: number, to: number, border: RegExp): SourceCell[] {
	const cells: SourceCell[] = [{ text: "", line: from + 1, endLine: from + 1, cells: null }];
	for (let i = from; i <= to; i++) {
		for (const [k, piece] of (lines[i] ?? "").split(border).entries()) {
			const open = cells.at(-1);
			if (k > 0 || !open) cells.push({ text: piece.trim(), line: i + 1, endLine: i + 1, cells: null });
			else if (piece.trim() !== "") {
				open.line = open.text === "" ? i + 1 : open.line;
				open.text = open.text === "" ? piece.trim() : `${open.text}\n${piece.trim()}`;
				open.endLine = i + 1;
			}
		}
	}
	return cells;
}
