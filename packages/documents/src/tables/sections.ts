import type { SourceCell, SourceTable } from "../source/model.ts";
import { findGridHeader, type GridHeader, type HeaderRules, widthOf } from "./find-header.ts";
import { cellsIn, normOf } from "./header-rows.ts";

/** A table, or the part of a sheet from one header to the next, with what its columns hold. */
export interface GridSection<T extends string> {
	/** The rows of this part alone. */
	table: SourceTable;
	/** The table of the document that it is, or is a part of. */
	whole: SourceTable;
	header: GridHeader<T>;
	/** False for a table that goes on with the columns of the one above it. */
	ownHeader: boolean;
}

/**
 * The tables of a document that have a header of this kind. A sheet that holds one table below another falls apart;
 * a table without a header whose rows count on where the one above ended takes its columns.
 */
export function gridSections<T extends string>(
	tables: readonly SourceTable[],
	rules: HeaderRules<T>,
	counter: readonly T[],
): GridSection<T>[] {
	const out: GridSection<T>[] = [];
	for (const whole of tables) {
		let table = whole;
		for (let header = findGridHeader(table, rules); header !== null; ) {
			const at = nextHeader(table, header, rules);
			out.push({ table: at === null ? table : rowsOf(table, 0, at), whole, header, ownHeader: true });
			if (at === null) break;
			table = rowsOf(table, at, table.rows.length);
			header = findGridHeader(table, rules);
		}
		const last = out.at(-1);
		if (last && last.whole !== whole && goesOn(last, whole, counter))
			out.push({
				table: whole,
				whole,
				header: { ...last.header, top: 0, rows: 0, body: 0 },
				ownHeader: false,
			});
	}
	return out;
}

function rowsOf(table: SourceTable, from: number, to: number): SourceTable {
	const rows = table.rows.slice(from, to);
	const cells = rows.flatMap(cellsIn);
	return {
		...table,
		rows,
		line: Math.min(...cells.map(({ line }) => line)),
		endLine: Math.max(...cells.map(({ endLine }) => endLine)),
	};
}

const SHORT = 24;

/** The first row below a header that is a header of its own, with other columns. */
function nextHeader<T extends string>(
	table: SourceTable,
	header: GridHeader<T>,
	rules: HeaderRules<T>,
): number | null {
	for (let r = header.body + 1; r < table.rows.length; r++) {
		const row = table.rows[r];
		if (!row || !couldBeHeader(row)) continue;
		const fields = row.map((cell) => (cell ? rules.fieldOf(normOf(cell)) : null));
		const differs = fields.some((field, c) => field !== null && field !== header.columns[c]);
		if (differs && rules.enough(fields)) return r;
	}
	return null;
}

function couldBeHeader(row: readonly (SourceCell | null)[]): boolean {
	let words = 0;
	for (const cell of row) {
		if (cell === null || cell.text === "") continue;
		if (cell.text.length > SHORT) return false;
		words++;
	}
	return words >= 3;
}

/** Whether a table without a header begins with the number behind the last one of a table of the same width. */
function goesOn<T extends string>(above: GridSection<T>, table: SourceTable, counter: readonly T[]): boolean {
	const column = above.header.columns.findIndex((field) => field !== null && counter.includes(field));
	if (column < 0 || widthOf(table) !== widthOf(above.whole)) return false;
	const number = (row: readonly (SourceCell | null)[] | undefined): number | null => {
		const norm = normOf(row?.[column]);
		return /^\d{1,4}$/.test(norm) ? Number(norm) : null;
	};
	const last = above.table.rows.map(number).findLast((value) => value !== null);
	const first = number(table.rows.find((row) => cellsIn(row).length > 0));
	return last !== undefined && last !== null && first === last + 1;
}
