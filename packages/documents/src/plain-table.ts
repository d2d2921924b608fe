import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { decodeFile, decodeTextual } from "./source/decode.ts";
import { DEFAULT_LIMITS, type Limits } from "./source/limits.ts";
import { Refused, type SourceDocument } from "./source/model.ts";
import { decodeText } from "./source/text-bytes.ts";
import { warning } from "./warnings.ts";

/** A row with its place in the file: the line of a text, the row of a sheet. Cells are trimmed; an empty one is `""`. */
export type PlainRow = { readonly line: number; readonly cells: readonly string[] };

/** The first table of a file that has rows, or why there is none. */
export type PlainTable =
	| { readonly ok: true; readonly rows: readonly PlainRow[] }
	| { readonly ok: false; readonly problem: ReadingWarning };

const SHEET_ROW = /![A-Z]+(\d+)$/;

/** Text without a better name is taken as delimited, whatever its ending: lists come as .txt as well. */
async function decode(name: string, bytes: Uint8Array, limits: Limits): Promise<SourceDocument> {
	const source = await decodeFile(name, bytes, limits);
	return source.format === "txt" ? decodeTextual("csv", decodeText(bytes), limits) : source;
}

/**
 * Reads a list that an office keeps itself: CSV or TSV in UTF-8 or GB18030, or the first sheet with rows of an .xlsx or
 * .xls. Nothing is understood, only decoded. Never throws for what is in the file.
 */
export async function readTable(name: string, bytes: Uint8Array): Promise<PlainTable> {
	try {
		const source = await decode(name, bytes, DEFAULT_LIMITS);
		const over = source.warnings.find(({ code }) => code === "limitReached");
		if (over !== undefined) return { ok: false, problem: over };
		const table = source.tables.find(({ rows }) => rows.length > 0);
		const rows = (table?.rows ?? []).flatMap((row) => {
			const first = row.find((cell) => cell !== null);
			if (first === undefined || first === null) return [];
			const sheetRow = SHEET_ROW.exec(first.cells ?? "")?.[1];
			const cells = row.map((cell) => cell?.text.trim() ?? "");
			return cells.some((text) => text !== "")
				? [{ line: sheetRow === undefined ? first.line : Number(sheetRow), cells }]
				: [];
		});
		return rows.length > 0 ? { ok: true, rows } : { ok: false, problem: warning("noList") };
	} catch (error) {
		const problem = error instanceof Refused ? error.warning : warning("unreadableFile", { words: name });
		return { ok: false, problem };
	}
}
