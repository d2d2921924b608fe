import type { Limits } from "./limits.ts";
import type { SourceCell, SourceTable } from "./model.ts";

const DELIMITERS = [",", "\t", ";", "，"] as const;

/** The delimiter that the first lines use most, counted outside quotes. */
function delimiterOf(text: string): string {
	const sample = text.slice(0, 8000).replace(/"[^"]*"/g, "");
	const counts = DELIMITERS.map((mark) => ({ mark, count: sample.split(mark).length - 1 }));
	// A full-width comma is prose unless nothing else separates.
	const [comma, tab, semicolon, wide] = counts;
	const best = [comma, tab, semicolon].reduce((a, b) => ((b?.count ?? 0) > (a?.count ?? 0) ? b : a), comma);
	return best && best.count > 0 ? best.mark : wide && wide.count > 0 ? wide.mark : ",";
}

export interface CsvResult {
	table: SourceTable;
	limitReached: boolean;
}

/**
 * Reads delimited text. Cells keep their line in the file; a quoted cell may hold line ends and doubled quotes. An
 * unclosed quote ends with the file: nothing is lost.
 */
export function readCsv(
	text: string,
	limits: Limits,
	delimiter = delimiterOf(text),
	firstLine = 1,
): CsvResult {
	const rows: (SourceCell | null)[][] = [];
	let row: SourceCell[] = [];
	let line = firstLine;
	let startLine = firstLine;
	let cell: string[] = [];
	let quoted = false;
	let cells = 0;
	const endCell = () => {
		const value = cell.join("").slice(0, limits.cellCharacters);
		row.push({ text: value.trim(), line: startLine, endLine: line, cells: null });
		cell = [];
		cells++;
	};
	const endRow = () => {
		endCell();
		if (row.some((c) => c.text !== "")) rows.push(row);
		row = [];
	};
	let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	for (; i < text.length && rows.length < limits.rows && cells < limits.cells; i++) {
		const char = text.charAt(i);
		if (quoted) {
			if (char === '"' && text.charAt(i + 1) === '"') {
				cell.push('"');
				i++;
			} else if (char === '"') quoted = false;
			else {
				if (char === "\n") line++;
				if (char !== "\r") cell.push(char);
			}
			continue;
		}
		if (char === '"' && cell.length === 0) quoted = true;
		else if (char === delimiter) {
			endCell();
			startLine = line;
		} else if (char === "\n" || (char === "\r" && text.charAt(i + 1) !== "\n")) {
			endRow();
			line++;
			startLine = line;
		} else if (char !== "\r") cell.push(char);
	}
	if (cell.length > 0 || row.length > 0) endRow();
	return { table: { rows, line: firstLine, endLine: line, rowPerLine: true }, limitReached: i < text.length };
}
