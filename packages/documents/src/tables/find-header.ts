import type { ColumnKnowledge } from "@zhenggai/domain/issues";
import type { SourceCell, SourceTable } from "../source/model.ts";
import { type ColumnHints, type HintedColumn, placeHints } from "./column-hints.ts";
import { bareWords, fingerprintOf } from "./fingerprint.ts";
import {
	cellsIn,
	countsColumns,
	groups,
	headsAbove,
	isBlankRow,
	looksLikeHeader,
	normOf,
	printedWords,
	reachesDown,
} from "./header-rows.ts";
import { settled } from "./settle.ts";

/** What the columns of a table hold, and where its body begins. */
export interface GridHeader<T extends string> {
	columns: (T | null)[];
	how: ColumnKnowledge[];
	/** Columns that the clerk said hold nothing that matters. */
	ignored: ReadonlySet<number>;
	/** As printed, without line breaks. */
	words: string[];
	/** Index of the header's first row; its rows; index of the first row below it. */
	top: number;
	rows: number;
	body: number;
}

/** How the headers of one kind of tables are told. */
export interface HeaderRules<T extends string> {
	fieldOf(norm: string): T | null;
	/** Whether columns make a table of this kind by the reader's own knowledge. */
	enough(columns: readonly (T | null)[]): boolean;
	/** The fields of which one must be there, whatever a clerk says. */
	subjects: readonly T[];
	/** Of how many columns a field may be made; left out: of any number, their texts are joined. */
	most(field: T, columns: readonly (T | null)[]): number | null;
	/** How well the words and a text of a column fit its field, to choose among columns that claim one field. */
	fit(field: T, words: string, norm: string): number;
	/** What a column is whose field another one fills, by its texts; null where its texts are only kept. */
	instead(field: T, texts: readonly string[], columns: readonly (T | null)[]): T | null;
	hints: ColumnHints<T>;
}

const FIRST_ROWS = 60;
const WIDEST = 200;
const DEEPEST = 3;

export const widthOf = (table: SourceTable): number =>
	Math.min(WIDEST, Math.max(0, ...table.rows.slice(0, FIRST_ROWS).map((row) => row.length)));

/** Words of all columns under a header of some rows. */
const wordsAt = (table: SourceTable, top: number, rows: number, width: number): string[] =>
	Array.from({ length: width }, (_, c) => printedWords(headsAbove(table, top, rows, c)));

/**
 * Finds the header of a table: where a clerk pointed, by the fingerprint of a mapped layout, or by words that are
 * known. It may stand below titles, and over up to three rows.
 */
export function findGridHeader<T extends string>(
	table: SourceTable,
	rules: HeaderRules<T>,
): GridHeader<T> | null {
	const found = hintedHeader(table, rules) ?? knownHeader(table, rules);
	return found && settled(table, found, rules);
}

/** The header that a clerk's mapping names, by its line or by its fingerprint. */
export function hintedHeader<T extends string>(
	table: SourceTable,
	rules: HeaderRules<T>,
): GridHeader<T> | null {
	const { headers, layouts } = rules.hints;
	const pointed = pointedHeader(table, headers);
	if (pointed !== null) return withHints(table, rules, pointed.top, pointed.rows, pointed.columns);
	if (layouts.size === 0) return null;
	const width = widthOf(table);
	for (let top = 0; top < Math.min(FIRST_ROWS, table.rows.length); top++) {
		for (let rows = 1; rows <= DEEPEST && top + rows <= table.rows.length; rows++) {
			const print = fingerprintOf(wordsAt(table, top, rows, width));
			const columns = print === null ? undefined : layouts.get(print);
			const found = columns && withHints(table, rules, top, rows, columns);
			if (found) return found;
		}
	}
	return null;
}

/** The header of a table that somebody pointed at by a line of the source; null where it lies elsewhere. */
export function pointedHeader<H extends { line: number; rows: number }>(
	table: SourceTable,
	headers: readonly H[],
): (H & { top: number }) | null {
	for (const header of headers) {
		const { line, rows } = header;
		if (line < table.line || line > table.endLine) continue;
		const top = table.rows.findIndex((row) =>
			cellsIn(row).some((cell) => cell.line <= line && line <= cell.endLine),
		);
		if (top >= 0) return { ...header, top, rows: Math.min(rows, table.rows.length - top) };
	}
	return null;
}

/** A header with the clerk's columns; null where they do not fit or leave out what the rows are about. */
function withHints<T extends string>(
	table: SourceTable,
	rules: HeaderRules<T>,
	top: number,
	rows: number,
	hinted: readonly HintedColumn<T>[],
): GridHeader<T> | null {
	const header = headerAt(table, rules, top, rows);
	// What was said of a word for this reading counts more than what is said of the layout.
	const placed = new Map([...placeHints(hinted, header.words)].filter(([c]) => header.how[c] !== "mapped"));
	if (placed.size === 0) return null;
	const columns = header.columns.map((own, c) => {
		const field = placed.get(c);
		return field === undefined ? own : field === "ignore" ? null : field;
	});
	const ignored = new Set([
		...header.ignored,
		...[...placed].flatMap(([c, field]) => (field === "ignore" ? [c] : [])),
	]);
	const how = header.how.map((own, c): ColumnKnowledge => (placed.has(c) ? "mapped" : own));
	if (!columns.some((field) => field !== null && rules.subjects.includes(field))) return null;
	return { ...header, columns, how, ignored };
}

/** The first rows whose words are known well enough, over as many rows as they take. */
function knownHeader<T extends string>(table: SourceTable, rules: HeaderRules<T>): GridHeader<T> | null {
	for (let top = 0; top < Math.min(FIRST_ROWS, table.rows.length); top++) {
		const row = table.rows[top];
		if (!row || isBlankRow(row) || row.some((cell) => (cell?.text.length ?? 0) > 60)) continue;
		let best: GridHeader<T> | null = null;
		for (let rows = 1; rows <= DEEPEST; rows++) {
			const above = table.rows[top + rows - 2];
			const next = table.rows[top + rows - 1];
			if (!next || (rows > 1 && (!above || !goesOn(above, next)))) break;
			const found = headerAt(table, rules, top, rows);
			if (!isEnough(found, rules)) continue;
			const needed =
				best !== null && above !== undefined && (reachesDown(above, next) || groups(above, next));
			if (best === null || needed || knownIn(found) > knownIn(best)) best = found;
		}
		if (best) return trimmed(table, rules, best);
	}
	return null;
}

/** Whether a row may be one more row of a header: its cells reach down into it, or it looks like a header itself. */
const goesOn = (above: readonly (SourceCell | null)[], row: readonly (SourceCell | null)[]): boolean =>
	looksLikeHeader(row, reachesDown(above, row) ? 60 : 24);

const knownIn = (header: GridHeader<string>): number =>
	header.columns.filter((field) => field !== null).length;

function isEnough<T extends string>(header: GridHeader<T>, rules: HeaderRules<T>): boolean {
	if (rules.enough(header.columns)) return true;
	const subject = header.columns.some((field) => field !== null && rules.subjects.includes(field));
	return subject && header.how.includes("mapped") && knownIn(header) >= 2;
}

/** A first row that adds nothing (a title over the header) is none of the header's rows. */
function trimmed<T extends string>(
	table: SourceTable,
	rules: HeaderRules<T>,
	header: GridHeader<T>,
): GridHeader<T> {
	const [first, second] = [table.rows[header.top], table.rows[header.top + 1]];
	if (header.rows === 1 || !first || !second || reachesDown(first, second) || groups(first, second))
		return header;
	const shorter = headerAt(table, rules, header.top + 1, header.rows - 1);
	const same = shorter.columns.every((field, c) => field === header.columns[c]);
	return same && isEnough(shorter, rules) ? trimmed(table, rules, shorter) : header;
}

/** A header that stands at a row: every column's field as its words say. */
export function headerAt<T extends string>(
	table: SourceTable,
	rules: HeaderRules<T>,
	top: number,
	rows: number,
): GridHeader<T> {
	const width = widthOf(table);
	const columns: (T | null)[] = [];
	const how: ColumnKnowledge[] = [];
	const words: string[] = [];
	const ignored = new Set<number>();
	for (let c = 0; c < width; c++) {
		const heads = headsAbove(table, top, rows, c);
		const printed = printedWords(heads);
		const said = mappedBy(rules.hints, heads, printed);
		if (said === "ignore") ignored.add(c);
		const field =
			said === undefined ? fieldOfHeads(heads.map(normOf), rules.fieldOf) : said === "ignore" ? null : said;
		words.push(printed);
		columns.push(field);
		how.push(said !== undefined ? "mapped" : field === null ? "unknown" : "known");
	}
	const below = table.rows[top + rows];
	const body = top + rows + (below && countsColumns(below) ? 1 : 0);
	return { columns, how, ignored, words, top, rows, body };
}

/** What a clerk said of words: of all rows together, or of the lowest alone. */
function mappedBy<T extends string>(
	hints: ColumnHints<T>,
	heads: readonly SourceCell[],
	printed: string,
): T | "ignore" | undefined {
	if (hints.words.size === 0 || printed === "") return undefined;
	return hints.words.get(bareWords(printed)) ?? hints.words.get(bareWords(heads.at(-1)?.text ?? ""));
}

/** Words that give those below them another meaning: 验收 over 责任人 is not the person who is responsible. */
const QUALIFIES = /验收|销号|督导|督办|监管|监督|配合|协办|协助|追责|问责|公示|核查/;
const LEVEL =
	/^(?:(?:省|市|县|区|州|盟|旗|乡|镇|街道|地|师|团)(?:级|直|本级|属|区|州)?|(?:省|市|县|区)(?:直)?(?:部门|单位)|单位[一二三\d]?|名称|内容|第?[一二三\d])$/;

/**
 * The field of a column whose header stands in several rows: its words together (责任 over 单位), else the lowest
 * ones alone, unless those above give them another meaning; a level of government below a field belongs to the field.
 */
function fieldOfHeads<T extends string>(
	norms: readonly string[],
	fieldOf: (norm: string) => T | null,
): T | null {
	const own = norms.map((norm) => (norm.length > 0 && norm.length <= 40 ? fieldOf(norm) : null));
	const last = norms.at(-1);
	if (last === undefined || norms.length === 1) return own[0] ?? null;
	for (let from = 0; from < norms.length - 1; from++) {
		const joined = norms.slice(from).join("");
		const field = joined.length <= 40 ? fieldOf(joined) : null;
		if (field !== null) return field;
	}
	const above = norms.slice(0, -1).join("");
	const qualifier = QUALIFIES.exec(above)?.[0];
	const lowest = own.at(-1) ?? null;
	if (lowest !== null) return qualifier === undefined || last.includes(qualifier) ? lowest : null;
	return LEVEL.test(last) ? (fieldOf(above) ?? own.at(-2) ?? null) : null;
}
