import { type ColumnMapping, type ColumnTarget, kindOfColumn, type TableKind } from "@zhenggai/domain/issues";
import { bareWords } from "./fingerprint.ts";

/** What a clerk said of one column, in the terms of a reader. */
export interface HintedColumn<T extends string> {
	index: number | null;
	bare: string;
	field: T | "ignore";
}

/** What clerks said of the columns of one kind of tables. */
export interface ColumnHints<T extends string> {
	/** Everywhere: bare words → field. */
	words: ReadonlyMap<string, T | "ignore">;
	/** For headers with a fingerprint. */
	layouts: ReadonlyMap<string, readonly HintedColumn<T>[]>;
	/** For the header at a line of the source. */
	headers: readonly { line: number; rows: number; columns: readonly HintedColumn<T>[] }[];
}

/** The kind of tables that a mapping is about; null where it fits both. */
const kindOfMapping = ({ kind, columns }: ColumnMapping): TableKind | null =>
	kind ?? columns.map(({ field }) => kindOfColumn(field)).find((own) => own !== null) ?? null;

/** The hints for one kind of tables. The first mapping of a layout or a word wins. */
export function hintsFor<T extends string>(
	mappings: readonly ColumnMapping[],
	kind: TableKind,
	fieldOf: (target: ColumnTarget) => T | "ignore" | null,
): ColumnHints<T> {
	const words = new Map<string, T | "ignore">();
	const layouts = new Map<string, HintedColumn<T>[]>();
	const headers: { line: number; rows: number; columns: HintedColumn<T>[] }[] = [];
	for (const mapping of mappings) {
		if ((kindOfMapping(mapping) ?? kind) !== kind) continue;
		const columns = mapping.columns.flatMap((column): HintedColumn<T>[] => {
			const field = fieldOf(column.field);
			return field === null ? [] : [{ index: column.index, bare: bareWords(column.words), field }];
		});
		if (mapping.header) headers.push({ ...mapping.header, columns });
		else if (mapping.layout) {
			if (!layouts.has(mapping.layout)) layouts.set(mapping.layout, columns);
		} else for (const { bare, field } of columns) if (bare !== "" && !words.has(bare)) words.set(bare, field);
	}
	return { words, layouts, headers };
}

/**
 * Puts hinted columns on the columns of a header: by their words; where words repeat, by place and then by order;
 * where there are none, by place. What does not fit is left out.
 */
export function placeHints<T extends string>(
	hinted: readonly HintedColumn<T>[],
	header: readonly string[],
): Map<number, T | "ignore"> {
	const bare = header.map(bareWords);
	const placed = new Map<number, T | "ignore">();
	const free = (c: number, word: string): boolean => bare[c] === word && !placed.has(c);
	for (const { index, bare: word, field } of hinted) {
		if (index !== null && index < bare.length && free(index, word)) {
			placed.set(index, field);
			continue;
		}
		const c = word === "" ? -1 : bare.findIndex((_, i) => free(i, word));
		if (c >= 0) placed.set(c, field);
	}
	return placed;
}
