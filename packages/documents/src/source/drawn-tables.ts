import { readCsv } from "./csv.ts";
import type { Limits } from "./limits.ts";
import type { SourceCell, SourceDocument, SourceTable } from "./model.ts";

/** Cells of a line between pipes, an empty first and last one left out. */
function cellsOf(line: string, number: number): SourceCell[] {
	const pieces = line.split(/[|｜│┃]/);
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
	const tabbed = tabTable(source, limits);
	return tabbed ? [tabbed, ...tables] : tables;
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
