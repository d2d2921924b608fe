import type { Limits } from "./limits.ts";
import type { SourceCell, SourceTable } from "./model.ts";

interface OpenCell {
	cell: SourceCell;
	column: number;
	columns: number;
	rows: number;
	/** Continues the merged cell above. */
	continues: boolean;
}

interface OpenTable {
	table: SourceTable;
	row: (SourceCell | null)[] | null;
	cell: OpenCell | null;
	/** Cells that reach into later rows, by column. */
	spans: Map<number, { cell: SourceCell; left: number }>;
	layoutOnly: boolean;
	cells: number;
}

/**
 * Collects paragraphs and tables of a flowing document (Word, web page) as numbered lines. A cell's paragraphs are
 * lines of their own; a table that holds another table is page layout and counts as plain lines.
 */
export class LineSink {
	readonly lines: string[] = [];
	readonly tables: SourceTable[] = [];
	limitReached = false;
	private readonly open: OpenTable[] = [];
	private characters = 0;
	private rows = 0;
	private cells = 0;
	private readonly limits: Limits;

	constructor(limits: Limits) {
		this.limits = limits;
	}

	paragraph(text: string): void {
		if (this.characters > this.limits.characters || this.lines.length >= this.limits.lines) {
			this.limitReached = true;
			return;
		}
		for (const line of text.split(/\r\n|[\n\r\v\f\u2028\u2029]/)) {
			this.lines.push(line);
			this.characters += line.length + 1;
			const cell = this.open.at(-1)?.cell;
			if (!cell) continue;
			cell.cell.text = cell.cell.text === "" ? line : `${cell.cell.text}\n${line}`;
			cell.cell.endLine = this.lines.length;
		}
	}

	openTable(): void {
		const outer = this.open.at(-1);
		if (outer) outer.layoutOnly = true;
		const line = this.lines.length + 1;
		this.open.push({
			table: { rows: [], line, endLine: line, rowPerLine: false },
			row: null,
			cell: null,
			spans: new Map(),
			layoutOnly: false,
			cells: 0,
		});
	}

	closeTable(): void {
		const table = this.open.pop();
		if (!table) return;
		table.table.endLine = Math.max(table.table.line, this.lines.length);
		const useful = !table.layoutOnly && table.table.rows.some((row) => row.length > 1);
		if (useful) this.tables.push(table.table);
	}

	openRow(): void {
		const table = this.open.at(-1);
		if (!table || this.rows >= this.limits.rows) {
			this.limitReached ||= table !== undefined;
			return;
		}
		this.rows++;
		table.row = [];
	}

	closeRow(): void {
		const table = this.open.at(-1);
		if (!table?.row) return;
		this.fillSpans(table);
		table.table.rows.push(table.row);
		table.row = null;
	}

	openCell(columns: number, rows: number, continues: boolean): void {
		const table = this.open.at(-1);
		if (!table?.row || this.cells++ >= this.limits.cells) {
			this.limitReached ||= table !== undefined;
			return;
		}
		this.fillSpans(table);
		const line = this.lines.length + 1;
		table.cell = {
			cell: { text: "", line, endLine: line, cells: null },
			column: table.row.length,
			columns: Math.min(Math.max(1, columns), 200),
			rows: Math.min(Math.max(1, rows), 10_000),
			continues,
		};
	}

	closeCell(): void {
		const table = this.open.at(-1);
		const open = table?.cell;
		if (!table?.row || !open) return;
		if (open.cell.text === "" && this.lines.length < open.cell.line) this.lines.push("");
		const above = open.continues ? table.table.rows.at(-1)?.[open.column] : null;
		const cell = above ?? open.cell;
		for (let i = 0; i < open.columns; i++) {
			if (open.rows > 1) table.spans.set(open.column + i, { cell, left: open.rows - 1 });
			table.row.push(cell);
		}
		table.cell = null;
	}

	/** Puts cells of earlier rows that reach down into the next free columns. */
	private fillSpans(table: OpenTable): void {
		const row = table.row;
		if (!row) return;
		for (let span = table.spans.get(row.length); span; span = table.spans.get(row.length)) {
			const column = row.length;
			row.push(span.cell);
			if (--span.left <= 0) table.spans.delete(column);
		}
	}
}
