import type { ProposedComplaint } from "@zhenggai/domain/complaints";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import type { SourceCell, SourceTable } from "../source/model.ts";
import type { GridHeader } from "../tables/find-header.ts";
import { type GridCell, type GridRow, gridRows, inOrder, joinCells } from "../tables/grid.ts";
import type { GridSection } from "../tables/sections.ts";
import { type ComplaintField, fieldOfColumn } from "../text/columns.ts";
import { numeralValue } from "../text/numerals.ts";
import type { View } from "../text/view.ts";
import { warning } from "../warnings.ts";
import { buildComplaint, type ComplaintDraft, type TableContext } from "./build-complaint.ts";
import { readComplaintCards } from "./read-cards.ts";
import { readGluedComplaints } from "./read-glued.ts";
import { readComplaintLines } from "./read-lines.ts";

export interface ComplaintReading {
	complaints: ProposedComplaint[];
	warnings: ReadingWarning[];
	/** Whether it was read from tables with a header. */
	fromTables: boolean;
}

/** Reads the rows of 边督边改 tables, in whatever form the text keeps them; null when the document is no such table. */
export function readComplaints(
	view: () => View,
	folded: readonly string[],
	sections: readonly GridSection<ComplaintField>[],
): ComplaintReading | null {
	const grids = sections.map(readGrid);
	const rows = grids.flatMap((grid) => grid.drafts);
	const drafts = rows.length > 0 ? rows : readLoose(view());
	if (!drafts || drafts.length === 0) return null;
	const above = folded
		.slice(0, (drafts[0]?.lines[0] ?? 1) - 1)
		.join("\n")
		.slice(0, 4000);
	const context = contextOf(above);
	const warnings: ReadingWarning[] = [];
	const complaints: ProposedComplaint[] = [];
	const seen = new Map<string, ProposedComplaint>();
	for (const draft of drafts) {
		const built = buildComplaint(draft, `c${complaints.length + 1}`, context);
		const identity = identityOf(built.complaint);
		if (identity !== null && seen.has(identity)) {
			if (!warnings.some(({ code }) => code === "duplicateBody"))
				warnings.push(warning("duplicateBody", { line: draft.lines[0] }));
			continue;
		}
		if (identity !== null) seen.set(identity, built.complaint);
		complaints.push(built.complaint);
		warnings.push(...built.warnings);
	}
	const unknown = grids.flatMap((grid) => grid.unknownColumns);
	return {
		complaints,
		warnings: [
			...warnings,
			...unknown.map(({ word, line }) => warning("unknownColumn", { line, words: word })),
			...totals(above, complaints.length),
		],
		fromTables: rows.length > 0,
	};
}

/** A row printed twice: the same receipt and the same beginning. A receipt that two different rows share stays twice. */
function identityOf(complaint: ProposedComplaint): string | null {
	const text = (complaint.summary?.value ?? "").replace(/[\s\p{P}]+/gu, "").slice(0, 40);
	return complaint.receiptNumber && text.length >= 8
		? `${complaint.receiptNumber}/${complaint.seq ?? ""}/${text}`
		: null;
}

/** Lines first, where cells still have their borders; glued records where receipts find more of them. */
function readLoose(view: View): ComplaintDraft[] | null {
	const lines = readComplaintLines(view);
	const glued = readGluedComplaints(view);
	if (!lines && (!glued || glued.drafts.length === 0)) return readComplaintCards(view);
	if (!lines) return glued?.drafts ?? null;
	if (!glued) return lines.drafts;
	const lost = lines.drafts.filter(
		(draft) => !draft.cells.some(({ field }) => field === "verdict" || field === "types"),
	).length;
	return glued.drafts.length > lines.drafts.length || lost > lines.drafts.length / 2
		? glued.drafts
		: lines.drafts;
}

interface Gathered {
	field: ComplaintField;
	word: string;
	cells: SourceCell[];
}

interface GridRecord {
	/** By field; texts without a field by column, each under its own header. */
	cells: Map<string, Gathered>;
	lines: [number, number];
}

interface ComplaintGrid {
	drafts: ComplaintDraft[];
	unknownColumns: { word: string; line: number }[];
}

const asOther = (item: Omit<GridCell<ComplaintField>, "field">): GridCell<ComplaintField> => ({
	...item,
	field: "other",
});

/** Reads a table whose header is known. Texts of columns without a field stay with their row, under their header. */
function readGrid({ table, header }: GridSection<ComplaintField>): ComplaintGrid {
	const records: GridRecord[] = [];
	const unknownColumns = new Map<string, number>();
	for (const row of gridRows(table, header, fieldOfColumn)) {
		if (row.title) continue;
		for (const { word, column, cell } of row.unknown)
			if (header.how[column] !== "mapped" && !unknownColumns.has(word)) unknownColumns.set(word, cell.line);
		const last = records.at(-1);
		const target: GridRecord =
			last && continues(row, header) ? last : { cells: new Map(), lines: [row.line, row.endLine] };
		if (target !== last) records.push(target);
		gather(target, row, target === last);
		target.lines = [Math.min(target.lines[0], row.line), Math.max(target.lines[1], row.endLine)];
	}
	return {
		drafts: records.map((record) => draftOf(record, table)),
		unknownColumns: [...unknownColumns].map(([word, line]) => ({ word, line })),
	};
}

function gather(record: GridRecord, row: GridRow<ComplaintField>, goesOn: boolean): void {
	const own = new Set(row.cells.map(({ field }) => field));
	const shared = [
		...row.shared.filter(({ field }) => field === "other" || (SHARED.has(field) && !own.has(field))),
		...row.sharedUnknown.map(asOther),
	];
	for (const item of inOrder([...(goesOn ? [] : shared), ...row.cells, ...row.unknown.map(asOther)])) {
		const key = item.field === "other" ? `${item.column}` : item.field;
		const known = record.cells.get(key);
		if (known) known.cells.push(item.cell);
		else record.cells.set(key, { field: item.field, word: item.word, cells: [item.cell] });
	}
}

/** What one cell may say for several letters (合并办理 rows share region and findings, never a receipt). */
const SHARED: ReadonlySet<ComplaintField> = new Set([
	"city",
	"region",
	"types",
	"investigation",
	"verdict",
	"target",
	"handling",
	"status",
	"accountability",
	"batch",
	"channel",
]);

/** A row that a page break cut off: no number and no receipt of its own, where the table has such columns. */
function continues(row: GridRow<ComplaintField>, header: GridHeader<ComplaintField>): boolean {
	const has = (field: ComplaintField) => row.cells.some((cell) => cell.field === field);
	const keyed = header.columns.includes("receipt") || header.columns.includes("seq");
	return keyed && !has("receipt") && !has("seq") && !(has("summary") && has("verdict"));
}

function draftOf({ cells, lines }: GridRecord, table: SourceTable): ComplaintDraft {
	const out: ComplaintDraft["cells"] = [];
	for (const { field, word, cells: list } of cells.values()) {
		const passage = joinCells(list, table);
		if (passage && passage.text.trim() !== "") out.push({ field, word, passage });
	}
	return { cells: out, lines, confidence: 0.97 };
}

/** 第三轮第二批省级督察: the batch of an inspection, not one of the letters that it handed over. */
const INSPECTION_BATCH =
	/轮\s?第\s?\S{1,5}\s?批|第\s?\S{1,5}\s?批(?=(?:中央|国家|省级?|自治区)[^\n。;,]{0,10}督察)/g;

function contextOf(above: string): TableContext {
	const batch = /第\s?([一二三四五六七八九十百]{1,5}|\d{1,3})\s?批/.exec(
		above.replace(INSPECTION_BATCH, " "),
	)?.[1];
	const prefix = /([\u4e00-\u9fff]{1,4}\((?:19|20)\d{2}\))\s?(?:第\s?)?[*xX×_\s]{0,6}号?/.exec(
		above.match(/(?:受理|交办|转办)?编号[^\n]{0,30}/)?.[0] ?? "",
	)?.[1];
	return { batch: batch ? numeralValue(batch) : null, receiptPrefix: prefix ?? null };
}

const TOTAL = /(?:共|合计)(?:计|受理|转办|交办|收到|办理)?[^\d。\n]{0,12}?(\d{1,4})\s?件/;

/** The stated number of letters against the rows that were read (rule DATA-05). */
function totals(above: string, rows: number): ReadingWarning[] {
	const stated = TOTAL.exec(above)?.[1];
	return stated && Number(stated) !== rows
		? [warning("totalsDisagree", { words: `${stated} / ${rows}` })]
		: [];
}
