import type { Label } from "../text/find-labels.ts";
import { isSubNumber, type Mark, type MarkStyle } from "../text/marks.ts";
import { LIST_FIELDS } from "./choose-labels.ts";
import { withoutFrontTasks } from "./front-tasks.ts";

/** Where an issue begins. */
export interface Start {
	offset: number;
	mark: Mark | null;
}

interface Candidate {
	starts: Start[];
	score: number;
	style: MarkStyle | "label" | "none";
}

/**
 * Where each issue of a text begins. An issue starts where a number is followed by a sentence and at least one
 * field label before the next number of the same style; the style is the one whose starts count on (1, 2, 3 …)
 * and stand nearest to the labels. Chapter numbers of the preamble have no labels behind them and measure numbers
 * do not count on, so neither can win. A document whose issues have no numbers starts them at their issue label.
 */
export function findStarts(
	norm: string,
	all: readonly Mark[],
	labels: readonly Label[],
	headings: ReadonlySet<Mark>,
): Start[] {
	const marks = all.filter((mark) => !headings.has(mark));
	const anchors = labels.filter((label) => LIST_FIELDS.has(label.field) && label.form !== "paren");
	if (anchors.length === 0) return [];
	const decorating = new Map(anchors.flatMap((label) => (label.mark ? [[label.mark, label] as const] : [])));
	const styles = new Set(marks.map((mark) => mark.style).filter((style) => style !== "measure"));
	const candidates: Candidate[] = [];
	for (const style of styles) {
		const found = byStyle(norm, style, marks, anchors, decorating);
		if (found) candidates.push(found);
	}
	const labelled = byStatementLabel(anchors, marks, labels);
	if (labelled) candidates.push(labelled);
	candidates.sort((a, b) => b.score - a.score);
	const best = candidates[0];
	if (best && best.score > 0) return withoutChapter(withoutStrays(best.starts), anchors);
	return byParagraph(norm, anchors);
}

function byStyle(
	norm: string,
	style: MarkStyle,
	marks: readonly Mark[],
	anchors: readonly Label[],
	decorating: ReadonlyMap<Mark, Label>,
): Candidate | null {
	const own = marks.filter((mark) => mark.style === style && (mark.boundary || mark.glued));
	const decorates = own.map((mark) => decorating.get(mark)?.field);
	const decoratesOthers = decorates.some((field) => field !== undefined && field !== "statement");
	const open = own.filter(
		(_, i) => decorates[i] === undefined || (decorates[i] === "statement" && !decoratesOthers),
	);
	const told: Mark[] = [];
	let cursor = 0;
	for (const [i, mark] of open.entries()) {
		const next = open[i + 1]?.start ?? Number.POSITIVE_INFINITY;
		while ((anchors[cursor]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) cursor++;
		const label = anchors[cursor];
		if (!label || label.start >= next) continue;
		const gap = label.start - mark.end;
		const sentence = norm.slice(mark.end, label.start).trim();
		if (sentence.length < 4 && label.field !== "statement" && decorating.get(mark) === undefined) continue;
		if (gap > 6000) continue;
		told.push(mark);
	}
	const starts = withoutFrontTasks(told, anchors);
	if (starts.length === 0) return null;
	return {
		style,
		starts: filled(norm, starts, open).map((mark) => ({ offset: openedAt(norm, mark, anchors), mark })),
		score: scoreOf(starts, marks, anchors),
	};
}

/** An issue whose label stands before its number (问题名称：第七项。…) begins at the label. */
function openedAt(norm: string, mark: Mark, anchors: readonly Label[]): number {
	const label = anchors[indexBefore(anchors, mark.start)];
	const near = label?.field === "statement" && label.end <= mark.start && label.mark === null;
	return label && near && norm.slice(label.end, mark.start).trim() === "" ? label.start : mark.start;
}

/** How much a series of starts looks like the numbering of an issue list. */
function scoreOf(starts: readonly Mark[], marks: readonly Mark[], anchors: readonly Label[]): number {
	let score = 0;
	let previous: number | null = null;
	let label = 0;
	let other = 0;
	for (const [i, mark] of starts.entries()) {
		const next = starts[i + 1]?.start ?? Number.POSITIVE_INFINITY;
		while ((anchors[label]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) label++;
		const fields = new Map<string, number>();
		let first: Label | undefined;
		for (let k = label; k < anchors.length; k++) {
			const anchor = anchors[k];
			if (!anchor || anchor.start >= next) break;
			first ??= anchor;
			if (anchor.field !== "progress") fields.set(anchor.field, (fields.get(anchor.field) ?? 0) + 1);
		}
		const repeats = [...fields.values()].reduce((sum, n) => sum + Math.max(0, n - 1), 0);
		while ((marks[other]?.start ?? Number.POSITIVE_INFINITY) <= mark.start) other++;
		let nearer = 0;
		for (let k = other; k < marks.length && nearer < 3; k++) {
			const between = marks[k];
			if (!between || !first || between.start >= first.start) break;
			if (between.lineStart && between.style !== mark.style) nearer++;
		}
		const follows = previous === null ? mark.value === 1 : mark.value === previous + 1;
		const restarts = mark.value === 1;
		score +=
			1 +
			(follows ? 1 : restarts ? 0.5 : isSubNumber(mark) ? 0 : -0.8) -
			Math.min(1.5, repeats * 0.5) -
			nearer * 0.4;
		score += mark.lineStart ? 0.2 : 0;
		previous = mark.value;
	}
	return score;
}

/** Adds numbers that are missing from the series and stand where they belong: an issue that has no labels of its own. */
function filled(norm: string, starts: readonly Mark[], all: readonly Mark[]): Mark[] {
	const known = new Set(starts);
	const out: Mark[] = [];
	for (const [i, mark] of starts.entries()) {
		out.push(mark);
		const next = starts[i + 1];
		if (!next || next.value <= mark.value + 1 || next.value > mark.value + 4) continue;
		let expected = mark.value + 1;
		for (const between of all) {
			if (between.start <= mark.start || between.start >= next.start || known.has(between)) continue;
			if (between.lineStart && between.value === expected && expected < next.value) {
				out.push(between);
				expected++;
			}
		}
	}
	const last = starts.at(-1);
	const rest = last ? all.filter((mark) => mark.start > last.start && mark.lineStart) : [];
	const [only] = rest;
	if (last && only && starts.length >= 2 && rest.length === 1 && only.value === last.value + 1) {
		const within = all.some(
			(mark) => mark.start > (starts[0]?.start ?? 0) && mark.start < last.start && !known.has(mark),
		);
		// A document that breaks off ends in the sentence of its last issue; a closing chapter has text below its title.
		const sentence = norm.slice(only.end).trim();
		if (!within && sentence.length >= 8 && !sentence.includes("\n")) out.push(only);
	}
	return out;
}

/** Starts at issue labels (反馈问题：), each reaching back to a number that opens the line before it. */
function byStatementLabel(
	anchors: readonly Label[],
	marks: readonly Mark[],
	all: readonly Label[],
): Candidate | null {
	const labels = anchors.filter((label) => label.field === "statement");
	const starts: Start[] = [];
	let seen = new Set<string>();
	let previous: Label | null = null;
	const elsewhere = new Set(
		anchors.flatMap(({ field, mark }) => (mark && field !== "statement" ? [mark.style] : [])),
	);
	for (const anchor of anchors) {
		const opens = anchor.field === "statement" && (previous === null || seen.size > 0);
		if (opens) {
			const shared = anchor.mark !== null && elsewhere.has(anchor.mark.style);
			const mark = anchor.mark && !shared ? anchor.mark : headingBefore(anchor, marks);
			const number = numberLabelBefore(anchor, all);
			starts.push({ offset: Math.min(mark?.start ?? anchor.start, number?.start ?? anchor.start), mark });
			seen = new Set();
			previous = anchor;
		} else if (previous !== null && anchor.field !== "statement") {
			seen.add(anchor.field);
		}
	}
	if (labels.length === 0 || starts.length === 0) return null;
	return { style: "label", starts: withLeading(starts, anchors), score: starts.length * 1.6 };
}

/**
 * Cards that name the unit or the person before the problem (责任单位 甲 ↵ 责任人 乙 ↵ 反馈问题 丙 …): the labels before
 * the first issue label belong to it where the same labels stand before every other one and none comes again below.
 */
function withLeading(starts: readonly Start[], anchors: readonly Label[]): Start[] {
	const at = starts.map(({ offset }) => indexBefore(anchors, offset) + 1);
	const first = at[0] ?? 0;
	const lead = anchors.slice(0, first).map(({ field }) => field);
	const form = anchors[first]?.form;
	const near = (anchors[first]?.start ?? 0) - (anchors[0]?.start ?? 0) <= 200 * lead.length;
	if (lead.length === 0 || lead.length > 6 || !near || anchors.slice(0, first).some((l) => l.form !== form))
		return [...starts];
	for (const [i, index] of at.entries()) {
		const own = anchors.slice(index, (at[i + 1] ?? anchors.length + lead.length) - lead.length);
		const before = anchors.slice(Math.max(0, index - lead.length), index);
		if (own.some(({ field }) => lead.includes(field)) || before.some(({ field }, k) => field !== lead[k]))
			return [...starts];
	}
	return starts.map((start, i) => ({
		...start,
		offset: Math.min(start.offset, anchors[(at[i] ?? 0) - lead.length]?.start ?? start.offset),
	}));
}

/** 序号：7 on the line before an issue label. */
function numberLabelBefore(anchor: Label, all: readonly Label[]): Label | null {
	const before = all[indexBefore(all, anchor.start)];
	const numbers = before?.field === "rowNumber" || before?.field === "number";
	return before && numbers && anchor.start - before.end <= 16 ? before : null;
}

/** A number mark that stands alone, with a short heading at most, on the line before a label. */
function headingBefore(label: Label, marks: readonly Mark[]): Mark | null {
	const own = label.mark ? label.mark.start : label.start;
	for (let i = indexBefore(marks, own); i >= 0; i--) {
		const mark = marks[i];
		if (!mark || own - mark.end > 60) return null;
		if (mark.lineStart)
			return mark.style === "worded" || mark.style === "sub" || mark.style === "cnDun" ? mark : null;
	}
	return null;
}

/** The first chapter of a notice about one issue (一、整改任务基本情况 ↵ 1.反馈问题) does not number the issue. */
function withoutChapter(starts: Start[], anchors: readonly Label[]): Start[] {
	const [only] = starts;
	const mark = only?.mark;
	if (!only || !mark || starts.length > 1 || mark.style !== "cnDun" || mark.value !== 1) return starts;
	const first = anchors.find(({ start }) => start >= mark.start);
	const chapter = first?.field === "statement" && first.mark !== mark && first.start - mark.end <= 40;
	return chapter ? [{ offset: only.offset, mark: null }] : starts;
}

/** Drops a leading run that does not belong to the list: one or two starts in the preamble before the list begins at 1. */
function withoutStrays(starts: readonly Start[]): Start[] {
	const restart = starts.findIndex((start, i) => i > 0 && start.mark?.value === 1);
	const first = starts[0]?.mark?.value;
	const stray =
		restart > 0 && restart <= 2 && first !== undefined && first !== 1 && starts.length - restart >= 3;
	return stray ? starts.slice(restart) : [...starts];
}

/** No number and no issue label: an issue is the paragraph before its first label; a repeated first label opens the next. */
function byParagraph(norm: string, anchors: readonly Label[]): Start[] {
	const first = anchors[0];
	if (!first || anchors.length < 2) return [];
	const starts: Start[] = [];
	let searchedTo = -1;
	for (const anchor of anchors) {
		// Anchors of one line share its beginning: it is searched for once.
		if (anchor.field !== first.field || anchor.start <= searchedTo) continue;
		starts.push({ offset: paragraphBefore(norm, anchor.start), mark: null });
		const end = norm.indexOf("\n", anchor.start);
		searchedTo = end < 0 ? norm.length : end;
	}
	return starts;
}

function paragraphBefore(norm: string, offset: number): number {
	let end = offset;
	while (end > 0 && /\s/.test(norm.charAt(end - 1))) end--;
	return norm.lastIndexOf("\n", end - 1) + 1;
}

/** Index of the last label that begins before an offset, or -1. */
function indexBefore(labels: readonly { start: number }[], offset: number): number {
	let low = 0;
	let high = labels.length;
	while (low < high) {
		const mid = (low + high) >> 1;
		if ((labels[mid]?.start ?? 0) < offset) low = mid + 1;
		else high = mid;
	}
	return low - 1;
}
