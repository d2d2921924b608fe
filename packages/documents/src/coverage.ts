import type { ReadingWarning, UnassignedText } from "@zhenggai/domain/kernel";
import type { SourceDocument } from "./source/model.ts";
import { warning } from "./warnings.ts";

export interface Span {
	from: number;
	to: number;
	/** Characters of the source that the field holds; infinite where it holds its lines whole. */
	length: number;
}

/**
 * What no field took, as runs of lines. Together with the fields it covers every non-blank line of the document. A
 * run between the first and the last item is warned about; text before and behind the list is only listed.
 */
export function coverageOf(
	source: SourceDocument,
	items: readonly (readonly Span[])[],
	chrome: ReadonlySet<number>,
): { unassigned: UnassignedText[]; warnings: ReadingWarning[] } {
	const covered = new Uint8Array(source.lines.length + 2);
	let first = Number.POSITIVE_INFINITY;
	let last = 0;
	for (const span of items.flatMap((spans) => spansOf(spans, source.lines))) {
		const { from, to } = span;
		covered.fill(1, from, Math.min(to, source.lines.length) + 1);
		first = Math.min(first, from);
		last = Math.max(last, to);
	}
	const unassigned: UnassignedText[] = [];
	const warnings: ReadingWarning[] = [];
	let run: number[] = [];
	const close = () => {
		const [from, to] = [run[0], run.at(-1)];
		if (from !== undefined && to !== undefined) {
			const text = run.map((line) => source.lines[line - 1] ?? "").join("\n");
			unassigned.push({ place: { line: from, endLine: to, cells: null }, text });
			const heading = text.length <= 40 && !text.includes("。");
			const inside = from > first && to < last && !heading && !run.every((line) => chrome.has(line));
			if (inside && warnings.length < 50)
				warnings.push(warning("unassignedText", { line: from, words: text }));
		}
		run = [];
	};
	for (let line = 1; line <= source.lines.length; line++) {
		const blank = (source.lines[line - 1] ?? "").trim() === "";
		if (covered[line] === 1) close();
		else if (!blank) run.push(line);
	}
	close();
	return { unassigned, warnings };
}

/**
 * The lines that an item covers. A line of which its fields hold only a few words (the publicity period inside the
 * introduction of a notice) is not covered: the rest of it would be lost.
 */
function spansOf(spans: readonly Span[], lines: readonly string[]): Span[] {
	const held = new Map<number, number>();
	for (const { from, to, length } of spans) if (from === to) held.set(from, (held.get(from) ?? 0) + length);
	return spans.filter(({ from, to }) => {
		const whole = (lines[from - 1] ?? "").length;
		const part = held.get(from) ?? 0;
		return from !== to || part * 2 >= whole || whole - part <= 30;
	});
}
