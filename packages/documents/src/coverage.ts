import type { ReadingWarning, UnassignedText } from "@zhenggai/domain/kernel";
import type { SourceDocument } from "./source/model.ts";
import { warning } from "./warnings.ts";

interface Span {
	from: number;
	to: number;
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
	for (const { from, to } of items.flat()) {
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
