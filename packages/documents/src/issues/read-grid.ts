import type { SourceCell, SourceTable } from "../source/model.ts";
import {
	findGridHeader,
	type GridHeader,
	type GridRow,
	gridRows,
	joinCells,
	passageOfCell,
} from "../tables/grid.ts";
import { fieldOfLabel, type LabelField } from "../text/labels.ts";
import type { Draft } from "./draft.ts";
import { numberOfCell } from "./number.ts";

interface Pending {
	draft: Draft;
	cells: Map<LabelField, SourceCell[]>;
}

export interface GridDrafts {
	drafts: Draft[];
	unknownColumns: { word: string; line: number }[];
	/** Lines that hold the header and titles of sections. */
	header: GridHeader<LabelField>;
}

/**
 * Reads a table whose header names at least the issue and two more fields (or three fields). Rows without an issue
 * of their own continue the one above: a measure a row, or a cell merged down.
 */
export function readIssueGrid(table: SourceTable): GridDrafts | null {
	const header = findGridHeader(table, fieldOfLabel, 3);
	if (!header?.columns.includes("statement")) return null;
	const pending: Pending[] = [];
	const unknownColumns = new Map<string, number>();
	const plainNumbers = numberColumns(header);
	for (const row of gridRows(table, header, fieldOfLabel)) {
		if (row.title) continue;
		for (const { word, cell } of row.unknown)
			if (!unknownColumns.has(word)) unknownColumns.set(word, cell.line);
		const starts = row.cells.some(({ field }) => field === "statement");
		const last = pending.at(-1);
		if (!starts && last) extend(last, row);
		else if (starts) pending.push(begin(row, plainNumbers));
	}
	const drafts = pending.map(({ draft, cells }) => finish(draft, cells, table));
	return { drafts, unknownColumns: [...unknownColumns].map(([word, line]) => ({ word, line })), header };
}

/** With two number columns (编号 beside 序号) the first counts the rows and the second is the issue's own. */
function numberColumns(header: GridHeader<LabelField>): "single" | "pair" {
	return header.columns.filter((field) => field === "rowNumber" || field === "number").length >= 2
		? "pair"
		: "single";
}

function begin(row: GridRow<LabelField>, numbers: "single" | "pair"): Pending {
	const numberCells = row.cells.filter(({ field }) => field === "rowNumber" || field === "number");
	const own =
		numberCells.find(({ field }) => field === "number") ?? (numbers === "pair" ? numberCells[1] : undefined);
	const running = numberCells.find((item) => item !== own);
	const draft: Draft = {
		mark: own ? numberOfCell(own.cell.text) : null,
		rowNumber: running ? running.cell.text.trim() : null,
		fields: [],
		lines: [row.line, row.endLine],
		confidence: 0.97,
	};
	const pending: Pending = { draft, cells: new Map() };
	extend(pending, row);
	for (const { field, cell } of row.shared) {
		if (field !== "rowNumber" && field !== "number" && !pending.cells.has(field))
			pending.cells.set(field, [cell]);
	}
	return pending;
}

function extend(pending: Pending, row: GridRow<LabelField>): void {
	for (const { field, cell } of row.cells) {
		if (field === "rowNumber" || field === "number") continue;
		pending.cells.set(field, [...(pending.cells.get(field) ?? []), cell]);
	}
	pending.draft.lines = [
		Math.min(pending.draft.lines[0], row.line),
		Math.max(pending.draft.lines[1], row.endLine),
	];
}

function finish(
	draft: Draft,
	cells: ReadonlyMap<LabelField, readonly SourceCell[]>,
	table: SourceTable,
): Draft {
	for (const [field, list] of cells) {
		const passage = joinCells(list, table) ?? null;
		const first = list[0];
		if (!passage || !first || passage.text.trim() === "") continue;
		draft.fields.push({
			field,
			word: field,
			passage: list.length === 1 ? passageOfCell(first, table) : passage,
			confidence: 0.97,
			labelLine: first.line,
		});
	}
	return draft;
}
