import { utils, write } from "@e965/xlsx";

export type Cells = readonly (readonly (string | number | Date | null)[])[];

/** A sheet for a test: its rows, and its merged areas (`A1:C1`). */
export interface TestSheet {
	name?: string;
	rows: Cells;
	merges?: readonly string[];
}

/** A workbook of these sheets. */
export function workbook(sheets: readonly TestSheet[], bookType: "xlsx" | "xls" = "xlsx"): Uint8Array {
	const book = utils.book_new();
	for (const [i, { name, rows, merges }] of sheets.entries()) {
		const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
		sheet["!merges"] = (merges ?? []).map((range) => utils.decode_range(range));
		utils.book_append_sheet(book, sheet, name ?? `表${i + 1}`);
	}
	return new Uint8Array(write(book, { type: "buffer", bookType, cellDates: true }));
}
