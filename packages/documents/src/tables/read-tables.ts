import type { ColumnTarget, ReadColumn, ReadTable, TableKind } from "@zhenggai/domain/issues";
import type { SourceDocument, SourceTable } from "../source/model.ts";
import { type GridHeader, type HeaderRules, headerAt, pointedHeader, widthOf } from "./find-header.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { cellsIn, looksLikeHeader } from "./header-rows.ts";
import type { GridSection } from "./sections.ts";

const MOST_TABLES = 100;
const SAMPLES = 3;
const SAMPLE_LENGTH = 80;
const SAMPLED_ROWS = 200;
const LONGEST_WORDS = 200;

/** How one kind of tables names its columns, and what it makes of words that it does not know. */
export interface ColumnNames<T extends string> {
	kind: TableKind;
	rules: HeaderRules<T>;
	nameOf(field: T): ColumnTarget;
	/** What unknown words or texts may stand for; null where nothing speaks for anything. */
	guess(words: string, samples: readonly string[]): T | null;
}

/** The tables that were read as a kind, as the proposal lists them. */
export const describeSections = <T extends string>(
	sections: readonly GridSection<T>[],
	names: ColumnNames<T>,
): ReadTable[] =>
	sections.map(({ table, header, ownHeader }) =>
		describe(table, header, names, { kind: names.kind, ownHeader }),
	);

function describe<T extends string>(
	table: SourceTable,
	header: GridHeader<T>,
	names: ColumnNames<T>,
	read: { kind: TableKind | null; ownHeader: boolean },
): ReadTable {
	const body = table.rows.slice(header.body, header.body + SAMPLED_ROWS);
	const columns: ReadColumn[] = [];
	for (const [index, words] of header.words.entries()) {
		const samples = samplesOf(body, index);
		if (words === "" && samples.length === 0) continue;
		columns.push({
			index,
			words: words.slice(0, LONGEST_WORDS),
			samples,
			...stateOf(header, index, samples, names, read.kind),
		});
	}
	const heads = table.rows.slice(header.top, header.top + header.rows).flatMap(cellsIn);
	const [first, last] = [heads[0], heads.at(-1)];
	const line = Math.min(...heads.map((cell) => cell.line));
	return {
		sheet: sheetOf(table),
		lines: [table.line, Math.max(table.line, table.endLine)],
		header:
			read.ownHeader && first && last && header.rows >= 1
				? { line, rows: header.rows, cells: rangeOf(first.cells, last.cells) }
				: null,
		kind: read.kind,
		layout: fingerprintOf(header.words),
		columns,
	};
}

function stateOf<T extends string>(
	header: GridHeader<T>,
	index: number,
	samples: readonly string[],
	names: ColumnNames<T>,
	kind: TableKind | null,
): Pick<ReadColumn, "field" | "how"> {
	const field = header.columns[index] ?? null;
	const how = header.how[index] ?? "unknown";
	if (header.ignored.has(index)) return { field: "ignore", how };
	// A table that nothing was read from: what its words would say is only an offer.
	if (field !== null) return { field: names.nameOf(field), how: kind === null ? "guessed" : how };
	const guess = names.guess(header.words[index] ?? "", samples);
	const taken =
		guess !== null && names.rules.most(guess, header.columns) !== null && header.columns.includes(guess);
	return guess === null || taken
		? { field: null, how: "unknown" }
		: { field: names.nameOf(guess), how: "guessed" };
}

function samplesOf(rows: SourceTable["rows"], column: number): string[] {
	const samples = new Set<string>();
	for (const row of rows) {
		const text = (row[column]?.text ?? "").trim().replace(/\s+/g, " ").slice(0, SAMPLE_LENGTH);
		if (text !== "") samples.add(text);
		if (samples.size === SAMPLES) break;
	}
	return [...samples];
}

const sheetOf = (table: SourceTable): string | null => {
	const ref = table.rows.flat().find((cell) => cell?.cells)?.cells ?? null;
	return ref === null ? null : ref.slice(0, ref.lastIndexOf("!"));
};

const rangeOf = (first: string | null, last: string | null): string | null => {
	if (first === null || last === null) return null;
	const end = last.slice(last.lastIndexOf("!") + 1);
	return first.endsWith(`!${end}`) ? first : `${first}:${end}`;
};

/**
 * The tables of a document that nobody could read, with the row that looks most like a header, so that a clerk can
 * say what their columns hold. Of flowing documents only those that look like a list.
 */
export function unreadTables<T extends string, U extends string>(
	source: SourceDocument,
	tables: readonly SourceTable[],
	plan: ColumnNames<T>,
	complaints: ColumnNames<U>,
): ReadTable[] {
	const sheets = source.format === "xlsx" || source.format === "xls" || source.format === "csv";
	return tables.slice(0, MOST_TABLES).flatMap((table) => {
		const width = widthOf(table);
		const rows = table.rows.filter((row) => cellsIn(row).length > 0).length;
		if (sheets ? width < 2 || rows < 2 : width < 4 || rows < 3) return [];
		const { top, rows: depth } = pointedHeader(table, [
			...plan.rules.hints.headers,
			...complaints.rules.hints.headers,
		]) ?? {
			top: likelyHeader(table),
			rows: 1,
		};
		const [asPlan, asComplaints] = [
			headerAt(table, plan.rules, top, depth),
			headerAt(table, complaints.rules, top, depth),
		];
		const read = { kind: null, ownHeader: true };
		return known(asComplaints.columns) > known(asPlan.columns)
			? [describe(table, asComplaints, complaints, read)]
			: [describe(table, asPlan, plan, read)];
	});
}

const known = (fields: readonly unknown[]): number => fields.filter((field) => field !== null).length;

/** The first row of many short words; the first row of any, where there is none. */
function likelyHeader(table: SourceTable): number {
	const width = Math.max(2, Math.ceil(widthOf(table) / 2));
	const rows = table.rows.slice(0, 30);
	const found = rows.findIndex((row) => looksLikeHeader(row, 24) && cellsIn(row).length >= width);
	return Math.max(0, found >= 0 ? found : rows.findIndex((row) => cellsIn(row).length >= 2));
}
