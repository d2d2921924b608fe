import type { Align, Cells } from "./cells.ts";

/** What a piece of text means; the palette turns it into colour, and colour is never the only sign. */
export type Tone = "plain" | "dim" | "strong" | "accent" | "good" | "notice" | "warning" | "danger" | "match";

/** How a whole line stands out. */
export type Fill = "none" | "selected" | "marked" | "bar" | "banner";

export type Segment = { readonly text: string; readonly tone: Tone };
export type Line = { readonly segments: readonly Segment[]; readonly fill: Fill };

/** One cell of a table row before it is set. */
export type Column = { text: string; width: number; align?: Align; tone?: Tone };

export const segment = (text: string, tone: Tone = "plain"): Segment => ({ text, tone });

/** A line of pieces. */
export const line = (...segments: readonly Segment[]): Line => ({ segments, fill: "none" });

/** A line of one text. */
export const textLine = (text: string, tone: Tone = "plain"): Line => line(segment(text, tone));

export const EMPTY_LINE: Line = line();

/** The same line, standing out. */
export const filled = (source: Line, fill: Fill): Line => ({ segments: source.segments, fill });

/** A table row: every column exactly as wide as it says, one space between. */
export function columns(cells: Cells, parts: readonly Column[]): Line {
	const segments: Segment[] = [];
	for (const [index, part] of parts.entries()) {
		if (index > 0) segments.push(segment(" "));
		segments.push(segment(cells.fit(part.text, part.width, part.align), part.tone));
	}
	return { segments, fill: "none" };
}

/** The line cut to `width` cells at most. */
export function clipLine(cells: Cells, source: Line, width: number): Line {
	let left = width;
	const segments: Segment[] = [];
	for (const part of source.segments) {
		if (left <= 0) break;
		const text = cells.clip(part.text, left);
		segments.push(segment(text, part.tone));
		left -= cells.width(text);
	}
	return { segments, fill: source.fill };
}

/** Left part and right part on one line; the right part wins where there is no room for both. */
export function spread(cells: Cells, left: Line, right: Line, width: number): Line {
	const end = clipLine(cells, right, width);
	const endWidth = lineWidth(cells, end);
	const room = endWidth === 0 ? width : Math.max(0, width - endWidth - 1);
	const start = clipLine(cells, left, room);
	const gap = " ".repeat(Math.max(0, width - endWidth - lineWidth(cells, start)));
	return { segments: [...start.segments, segment(gap), ...end.segments], fill: left.fill };
}

/** Cells that a line takes. */
export const lineWidth = (cells: Cells, source: Line): number =>
	source.segments.reduce((sum, part) => sum + cells.width(part.text), 0);

/** A line's words without any style. */
export const plainText = (source: Line): string => source.segments.map((part) => part.text).join("");
