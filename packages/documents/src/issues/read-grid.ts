import type { SourceCell, SourceTable } from "../source/model.ts";
import type { GridHeader } from "../tables/find-header.ts";
import { type GridCell, type GridRow, gridRows, inOrder, joinCells, passageOfCell } from "../tables/grid.ts";
import type { GridSection } from "../tables/sections.ts";
import { fieldOfLabel, type LabelField } from "../text/labels.ts";
import type { Draft } from "./draft.ts";
import { explodeCell } from "./explode.ts";
import { numberOfCell } from "./number.ts";

interface Gathered {
	field: LabelField;
	word: string;
	cells: SourceCell[];
}

interface Pending {
	draft: Draft;
	/** By field, or by column where each keeps words of its own. */
	cells: Map<string, Gathered>;
}

export interface GridDrafts {
	drafts: Draft[];
	section: GridSection<LabelField>;
	unknownColumns: { word: string; line: number }[];
}

/** Texts that stay apart by column, each under its own header. */
const KEPT: ReadonlySet<LabelField> = new Set([
	"remarks",
	"verification",
	"opinion",
	"region",
	"verdict",
	"publicity",
	"other",
]);

/**
 * Reads a table whose header is known. Rows without an issue of their own continue the one above: a measure a row, or
 * a cell merged down. Texts of columns without a field stay with their issue, under the words of their header.
 */
export function readIssueGrid(section: GridSection<LabelField>): GridDrafts {
	const { table, header } = section;
	const pending: Pending[] = [];
	const unknownColumns = new Map<string, number>();
	const plainNumbers = numberColumns(header);
	for (const row of gridRows(table, header, fieldOfLabel)) {
		if (row.title) continue;
		for (const { word, column, cell } of row.unknown)
			if (header.how[column] !== "mapped" && !unknownColumns.has(word)) unknownColumns.set(word, cell.line);
		const starts = row.cells.some(({ field }) => field === "statement");
		const last = pending.at(-1);
		if (!starts && last) extend(last, row);
		else if (starts) pending.push(begin(row, plainNumbers));
	}
	const drafts = pending.map(({ draft, cells }) => finish(draft, cells, table));
	return { drafts, section, unknownColumns: [...unknownColumns].map(([word, line]) => ({ word, line })) };
}

/** With two number columns (编号 beside 序号) the first counts the rows and the second is the issue's own. */
function numberColumns(header: GridHeader<LabelField>): "single" | "pair" {
	return header.columns.filter((field) => field === "rowNumber" || field === "number").length >= 2
		? "pair"
		: "single";
}

const isNumber = (field: LabelField): boolean => field === "rowNumber" || field === "number";
const asOther = (item: Omit<GridCell<LabelField>, "field">): GridCell<LabelField> => ({
	...item,
	field: "other",
});
const keyOf = ({ field, column }: GridCell<LabelField>): string => (KEPT.has(field) ? `${column}` : field);

function begin(row: GridRow<LabelField>, numbers: "single" | "pair"): Pending {
	const numberCells = row.cells.filter(({ field }) => isNumber(field));
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
	// A number that is no number (整改-甲-3) is kept as it is printed.
	if (own && draft.mark === null)
		pending.cells.set("number", { field: "number", word: own.word, cells: [own.cell] });
	extend(pending, row);
	for (const item of [...row.shared, ...row.sharedUnknown.map(asOther)]) {
		const key = keyOf(item);
		if (!isNumber(item.field) && !pending.cells.has(key))
			pending.cells.set(key, { field: item.field, word: item.word, cells: [item.cell] });
	}
	return pending;
}

function extend(pending: Pending, row: GridRow<LabelField>): void {
	for (const item of inOrder([...row.cells, ...row.unknown.map(asOther)])) {
		if (isNumber(item.field)) continue;
		const key = keyOf(item);
		const known = pending.cells.get(key);
		if (known) known.cells.push(item.cell);
		else pending.cells.set(key, { field: item.field, word: item.word, cells: [item.cell] });
	}
	pending.draft.lines = [
		Math.min(pending.draft.lines[0], row.line),
		Math.max(pending.draft.lines[1], row.endLine),
	];
}

function finish(draft: Draft, gathered: ReadonlyMap<string, Gathered>, table: SourceTable): Draft {
	for (const { field, word, cells } of gathered.values()) {
		const passage = joinCells(cells, table) ?? null;
		const [first] = cells;
		if (!passage || !first || passage.text.trim() === "") continue;
		draft.fields.push(
			...explodeCell({
				field,
				word,
				passage: cells.length === 1 ? passageOfCell(first, table) : passage,
				confidence: 0.97,
				labelLine: first.line,
			}),
		);
	}
	return draft;
}
