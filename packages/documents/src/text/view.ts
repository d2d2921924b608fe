import type { Place } from "@zhenggai/domain/kernel";
import { type CleanLine, cleanLine } from "./clean.ts";
import { fold } from "./fold.ts";
import { mendNumbers } from "./mojibake.ts";

/** A text for reading: what is kept (`text`), what is matched (`norm`, same offsets), and where it stands. */
export interface Passage {
	readonly text: string;
	readonly norm: string;
	/** The line of the source (from 1) that holds an offset. */
	lineAt(offset: number): number;
	/** What stood in the source between two offsets, before cleaning. */
	rawBetween(from: number, to: number): string;
	/** Spreadsheet cells, where the text comes from some. */
	readonly cells: string | null;
}

/** The whole of a text document, line by line. */
export interface View extends Passage {
	readonly lineStarts: readonly number[];
	/** 1-based lines whose characters show damage (mojibake, lost spaces, inserted pinyin). */
	readonly damagedLines: readonly number[];
}

/** Index of the last start that is not after `offset`. */
function lastNotAfter(starts: readonly number[], offset: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const mid = (low + high + 1) >> 1;
		if ((starts[mid] ?? 0) <= offset) low = mid;
		else high = mid - 1;
	}
	return low;
}

/** Prepares lines for reading. Skipped lines (counted from 1) read as blank. */
export function viewOf(
	lines: readonly string[],
	skip: ReadonlySet<number> = new Set(),
	markdown = false,
): View {
	const cleaned: CleanLine[] = lines.map((line, i) =>
		skip.has(i + 1) ? { text: "", at: null, damaged: false } : cleanLine(line, markdown),
	);
	const lineStarts: number[] = [];
	let offset = 0;
	for (const line of cleaned) {
		lineStarts.push(offset);
		offset += line.text.length + 1;
	}
	const text = cleaned.map((line) => line.text).join("\n");
	const rawColumn = (line: number, column: number, end: boolean): number => {
		const at = cleaned[line]?.at;
		if (!at) return column;
		return end ? (at[column - 1] ?? -1) + 1 : (at[column] ?? lines[line]?.length ?? 0);
	};
	return {
		text,
		norm: mendNumbers(fold(text)),
		lineStarts,
		damagedLines: cleaned.flatMap((line, i) => (line.damaged ? [i + 1] : [])),
		cells: null,
		lineAt: (at) => lastNotAfter(lineStarts, at) + 1,
		rawBetween: (from, to) => {
			if (to <= from) return "";
			const first = lastNotAfter(lineStarts, from);
			const last = lastNotAfter(lineStarts, to - 1);
			const start = rawColumn(first, from - (lineStarts[first] ?? 0), false);
			const end = rawColumn(last, to - (lineStarts[last] ?? 0), true);
			if (first === last) return (lines[first] ?? "").slice(start, end);
			const middle = lines.slice(first + 1, last);
			return [(lines[first] ?? "").slice(start), ...middle, (lines[last] ?? "").slice(0, end)].join("\n");
		},
	};
}

const AROUND = /[\s|｜]/;

/** Part of a passage, without the blank space and cell borders around it. Null when nothing but space is left. */
export function part(whole: Passage, from: number, to: number): Passage | null {
	let start = from;
	let end = to;
	while (start < end && AROUND.test(whole.text.charAt(start))) start++;
	while (end > start && AROUND.test(whole.text.charAt(end - 1))) end--;
	if (end <= start) return null;
	return {
		text: whole.text.slice(start, end),
		norm: whole.norm.slice(start, end),
		cells: whole.cells,
		lineAt: (at) => whole.lineAt(start + at),
		rawBetween: (a, b) => whole.rawBetween(start + a, start + b),
	};
}

/** A passage that stands in one cell of a sheet or table, beginning at a line. */
export function cellPassage(text: string, line: number, cells: string | null, linesInside: boolean): Passage {
	const cleaned = text.split("\n").map((piece) => cleanLine(piece).text);
	const joined = cleaned.join("\n");
	const breaks = [...joined.matchAll(/\n/g)].map((match) => match.index);
	return {
		text: joined,
		norm: fold(joined),
		cells,
		lineAt: (at) => (linesInside ? line + breaks.filter((b) => b < at).length : line),
		rawBetween: (from, to) => joined.slice(from, to),
	};
}

/** Lines of a passage from its first to its last character. */
export const placeOf = (passage: Passage): Place => ({
	line: passage.lineAt(0),
	endLine: passage.lineAt(Math.max(0, passage.text.length - 1)),
	cells: passage.cells,
});
