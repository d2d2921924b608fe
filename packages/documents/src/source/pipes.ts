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
 * with three cells or more.
 */
export function pipeTables(source: SourceDocument, folded: readonly string[]): SourceTable[] {
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
	return tables;
}
