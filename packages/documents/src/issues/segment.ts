import { closingLine, isClosing } from "../text/chrome.ts";
import { findLabels, type Label } from "../text/find-labels.ts";
import { fieldOfLabel, type LabelField } from "../text/labels.ts";
import { BULLETS, findMarks, type Mark } from "../text/marks.ts";
import { CN, numeralValue } from "../text/numerals.ts";
import { type Passage, part } from "../text/view.ts";
import { chooseLabels, LIST_FIELDS } from "./choose-labels.ts";
import type { Draft, DraftField } from "./draft.ts";
import { withoutNested } from "./nested-labels.ts";
import { findStarts, type Start } from "./starts.ts";

/** Fields whose value is a line or a wrapped line, never a run of paragraphs. */
const ONE_LINE: ReadonlySet<LabelField> = new Set([
	"responsible",
	"lead",
	"support",
	"supervise",
	"acceptance",
	"accountability",
	"leader",
	"person",
	"deadline",
	"status",
	"contact",
	"publicity",
	"number",
	"rowNumber",
	"region",
	"verdict",
]);

export interface Segmented {
	drafts: Draft[];
	/** Labels outside any issue (公示时间 below the list), for document-level readers. */
	outside: Label[];
	labels: Label[];
	starts: Start[];
}

/**
 * Cuts a text into issues by their numbers and labels, in whatever order the labels stand. Text before the first
 * issue, chapter headings between issues and closing lines are left out and belong to nobody.
 */
export function segment(view: Passage): Segmented {
	const marks = findMarks(view.norm);
	const found = findLabels(view.norm, marks);
	const chosen = chooseLabels(found);
	const known = withoutNested(withoutBracketed(chosen, view.norm), marks);
	const labels = withUnknown(view.norm, known);
	const inBrackets = onlyBrackets(view, chosen, known);
	const starts = findStarts(view.norm, marks, inBrackets ?? known, decorations(view.norm, found, known));
	const drafts: Draft[] = [];
	let cursor = 0;
	for (const [i, start] of starts.entries()) {
		const end = starts[i + 1]?.offset ?? view.norm.length;
		while ((labels[cursor]?.start ?? Number.POSITIVE_INFINITY) < start.offset) cursor++;
		const own: Label[] = [];
		while ((labels[cursor]?.start ?? Number.POSITIVE_INFINITY) < end) {
			const label = labels[cursor++];
			if (label) own.push(label);
		}
		const limit =
			i + 1 < starts.length
				? beforeHeading(view.norm, start, end, starts[i + 1]?.mark ?? null, between(marks, start.offset, end))
				: end;
		const draft = cut(view, start, limit, own);
		if (draft) drafts.push(draft);
	}
	const first = starts[0]?.offset ?? Number.POSITIVE_INFINITY;
	if (inBrackets === null && !isCredible(drafts)) return { drafts: [], outside: labels, labels, starts: [] };
	return { drafts, outside: labels.filter((label) => label.start < first), labels, starts };
}

/**
 * Labels for a list that says everything in brackets behind each issue (1．甲河超标。（责任单位：甲，整改时限：2019年底）).
 * Null where labels stand outside of brackets, or fewer than two brackets name both a unit and a deadline: the tasks
 * of a plan's front chapters name units alone.
 */
function onlyBrackets(view: Passage, chosen: readonly Label[], known: readonly Label[]): Label[] | null {
	if (known.some(({ field }) => LIST_FIELDS.has(field))) return null;
	const opening = chosen.filter(({ form, field }) => form === "paren" && LIST_FIELDS.has(field));
	const telling = opening.filter(({ start, end }) => {
		const inside = view.norm.slice(start, closingBracket(view.norm, start));
		return end > start && /(?:时限|期限|时间)\s?:/.test(inside) && /(?:单位|部门|主体)\s?:/.test(inside);
	});
	return telling.length >= 2 ? telling.map((label) => ({ ...label, form: "colon" })) : null;
}

const ABOUT_ITEMS: ReadonlySet<LabelField> = new Set([
	"contact",
	"publicity",
	"remarks",
	"opinion",
	"number",
	"rowNumber",
]);

/**
 * Whether cut-out drafts are issues and not sentences of a notice or a news item: some say more than what the
 * problem is, and a single one without a number or an issue label says at least three things.
 */
function isCredible(drafts: readonly Draft[]): boolean {
	const told = drafts.map(
		({ fields }) => new Set(fields.filter(({ field }) => !ABOUT_ITEMS.has(field)).map(({ field }) => field)),
	);
	if (!told.some((fields) => fields.size >= 2 || (fields.size === 1 && !fields.has("statement"))))
		return false;
	const [only] = drafts;
	const named =
		only?.mark !== null || only.fields.some(({ field, word }) => field === "statement" && word !== "");
	return drafts.length > 1 || named || (told[0]?.size ?? 0) >= 4;
}

const UNKNOWN = /(?<=^|\n)[ *]{0,8}([\u4e00-\u9fff]{2,10})[ *]{0,3}:/g;

/**
 * Adds words that the vocabulary does not know but that open a line with a colon about as often as there are issues
 * (问题来源：, 整改类型：): they end the value before them and are kept under their own name.
 */
function withUnknown(norm: string, labels: readonly Label[]): Label[] {
	const counts = new Map<string, number>();
	for (const { field, form } of labels) if (form === "colon") counts.set(field, (counts.get(field) ?? 0) + 1);
	const issues = Math.max(0, ...counts.values());
	if (issues < 2) return [...labels];
	let cursor = 0;
	const found = [...norm.matchAll(UNKNOWN)].flatMap((match) => {
		const word = match[1] ?? "";
		const wordStart = match.index + match[0].indexOf(word);
		while ((labels[cursor]?.end ?? Number.POSITIVE_INFINITY) <= wordStart) cursor++;
		const inside = (labels[cursor]?.start ?? Number.POSITIVE_INFINITY) <= wordStart;
		return inside || fieldOfLabel(word) !== null
			? []
			: [{ word, wordStart, end: match.index + match[0].length }];
	});
	const often = new Map<string, number>();
	for (const { word } of found) often.set(word, (often.get(word) ?? 0) + 1);
	const added = found
		.filter(({ word }) => (often.get(word) ?? 0) >= Math.max(2, issues * 0.5))
		.map(
			({ word, wordStart, end }): Label => ({
				field: "opinion",
				word,
				form: "colon",
				start: wordStart,
				wordStart,
				end,
				mark: null,
				lineStart: true,
			}),
		);
	return [...labels, ...added].toSorted((a, b) => a.start - b.start);
}

/**
 * Marks that open a bare label that was not believed (三、整改目标 of a preamble; （一）整改措施。 inside a value):
 * headings, never issue numbers.
 */
function decorations(norm: string, found: readonly Label[], chosen: readonly Label[]): Set<Mark> {
	const believed = new Set(chosen);
	const heads = ({ form, end }: Label): boolean =>
		form === "alone" || (form === "numbered" && norm.charAt(end - 1) === "。");
	return new Set(
		found.flatMap((label) => (!believed.has(label) && label.mark && heads(label) ? [label.mark] : [])),
	);
}

/** Labels inside brackets (责任单位：甲，配合单位：乙) belong to the measure that the brackets close, not to the issue. */
function withoutBracketed(labels: readonly Label[], norm: string): Label[] {
	const out: Label[] = [];
	let closedAt = -1;
	for (const label of labels) {
		if (label.start < closedAt) continue;
		if (label.form === "paren") {
			closedAt = closingBracket(norm, label.start);
			continue;
		}
		out.push(label);
	}
	return out;
}

/** Offset of the bracket that closes the one open at `from`, looking no further than 400 characters. */
function closingBracket(norm: string, from: number): number {
	let depth = 1;
	for (let i = from; i < norm.length && i < from + 400; i++) {
		const char = norm.charAt(i);
		if (char === "(") depth++;
		if (char === ")" && --depth === 0) return i;
	}
	return from + 1;
}

/** The marks that begin in a part of the text, found without walking through all of them for each issue. */
function between(marks: readonly Mark[], from: number, to: number): Mark[] {
	const indexAt = (offset: number): number => {
		let low = 0;
		let high = marks.length;
		while (low < high) {
			const mid = (low + high) >> 1;
			if ((marks[mid]?.start ?? 0) < offset) low = mid + 1;
			else high = mid;
		}
		return low;
	};
	return marks.slice(indexAt(from), indexAt(to));
}

/** Where the text of an issue ends when a chapter heading (（二）水污染防治方面) stands before the next number. */
function beforeHeading(
	norm: string,
	start: Start,
	end: number,
	next: Mark | null,
	marks: readonly Mark[],
): number {
	let limit = gluedHeading(norm, start, end, next, marks);
	for (let round = 0; round < 3; round++) {
		const tail = norm.slice(start.offset, limit).trimEnd();
		const lineStart = start.offset + tail.lastIndexOf("\n") + 1;
		const line = norm.slice(lineStart, start.offset + tail.length).trim();
		if (lineStart <= start.offset || !isHeading(line)) break;
		const mark = marks.find((m) => m.start >= lineStart && m.start < lineStart + 6 && m.lineStart);
		if (mark && (mark.style === next?.style || countsOn(mark, start, marks))) break;
		const titled =
			/^第[一二三四五六七八九十]{1,3}(?:章|部分|类|节)/.test(line) || /(?:方面|部分|类问题|领域)$/.test(line);
		if (!mark && !titled) break;
		limit = lineStart;
	}
	return limit;
}

const CHAPTER = /^[^。;:,\n]{2,30}(?:方面|部分|领域|类问题)$/;

/** A chapter heading that a lost line end glued to the last sentence: …建立台账。二、污染治理方面(三)…. */
function gluedHeading(
	norm: string,
	start: Start,
	end: number,
	next: Mark | null,
	marks: readonly Mark[],
): number {
	const last = marks.findLast((m) => {
		if (m.start <= start.offset || m.start >= end || m.lineStart) return false;
		// Behind a value without a stop (2018年6月二、工作推进不力方面) only a chapter's own words tell.
		return m.boundary || (m.style === "cnDun" && CHAPTER.test(norm.slice(m.end, end).trim()));
	});
	if (!last || last.style === next?.style || (last.style !== "cnDun" && last.style !== "cnParen")) return end;
	const heading = norm.slice(last.end, end).trim();
	return isHeading(heading) && heading.length <= 40 && !countsOn(last, start, marks) ? last.start : end;
}

const isHeading = (line: string): boolean =>
	line.length >= 3 && line.length <= 60 && !/[。;:,!?)|]$/.test(line) && !/[。;:|]/.test(line);

/** Whether a mark continues the enumeration of the same style that the issue has reached before it. */
function countsOn(mark: Mark, start: Start, marks: readonly Mark[]): boolean {
	const before = marks.filter(
		(m) => m.style === mark.style && m.start > start.offset && m.start < mark.start,
	);
	return before.at(-1)?.value === mark.value - 1;
}

function cut(view: Passage, start: Start, end: number, labels: readonly Label[]): Draft | null {
	const fields: DraftField[] = [];
	const first = labels[0];
	const body = start.mark?.end ?? start.offset;
	const lead = part(view, body, beforeBullet(view.norm, body, first ? Math.max(body, first.start) : end));
	const hasStatement = labels.some((label) => label.field === "statement");
	if (lead && !(hasStatement && lead.text.length < 60)) {
		const kept = first ? lead : clipped(lead, "statement");
		if (kept)
			fields.push({
				field: "statement",
				word: "",
				passage: kept,
				confidence: 0.95,
				labelLine: view.lineAt(start.offset),
			});
	}
	for (const [i, label] of labels.entries()) {
		const whole = part(view, label.end, beforeBullet(view.norm, label.end, labels[i + 1]?.start ?? end));
		const kept = whole && clipped(whole, label.field);
		if (!kept) continue;
		const sure = label.form === "colon" || label.form === "boxed" || label.form === "pipe";
		fields.push({
			field: label.field,
			word: label.word,
			passage: kept,
			confidence: sure ? 0.97 : 0.85,
			labelLine: view.lineAt(label.start),
		});
	}
	if (fields.length === 0) return null;
	const last = Math.max(...fields.map((f) => f.passage.lineAt(f.passage.text.length - 1)));
	return {
		mark: start.mark && (inBrackets(view.norm, start.mark) ?? start.mark),
		rowNumber: null,
		fields,
		lines: [view.lineAt(start.offset), last],
		confidence: 0.95,
	};
}

const LIST_NUMBER = new RegExp(
	`^\\s?\\(\\s?((?:整改)?(?:任务|问题|事项|清单)?(?:序号|编号)\\s?:?\\s?(${CN}{1,5}|\\d{1,3})|第\\s?(${CN}{1,5}|\\d{1,3})\\s?项)\\s?\\)\\s{0,3}(?:\\n|$)`,
);

/** 问题一（序号23）: the heading counts the notice's own issues, the brackets say the number in the list. */
function inBrackets(norm: string, mark: Mark): { label: string; value: number } | null {
	const named = mark.style === "worded" ? LIST_NUMBER.exec(norm.slice(mark.end, mark.end + 30)) : null;
	const value = named ? numeralValue(named[2] ?? named[3] ?? "") : null;
	return named?.[1] && value !== null ? { label: named[1].replace(/[\s:]+/g, ""), value } : null;
}

const BULLET_LINE = new RegExp(`\\n[ ${BULLETS}-]{1,8}$`);

/** Where a value ends when the bullet of the next label (◆ 整改措施：) stands behind it. */
function beforeBullet(norm: string, from: number, to: number): number {
	const bullet = BULLET_LINE.exec(norm.slice(Math.max(from, to - 10), to));
	return bullet ? to - bullet[0].length : to;
}

const NUMBERS: ReadonlySet<LabelField> = new Set(["number", "rowNumber"]);

/** A value without the paragraphs that cannot be its own: closing lines, and what follows a one-line value. */
function clipped(passage: Passage, field: LabelField): Passage | null {
	const lines = passage.norm.split("\n");
	const closing = closingLine(lines);
	const upTo = closing >= 0 ? closing : lines.length;
	const count = NUMBERS.has(field) ? 1 : ONE_LINE.has(field) ? oneLine(lines.slice(0, upTo)) : upTo;
	const length = lines.slice(0, count).reduce((sum, line) => sum + line.length + 1, -1);
	// 编号：1  类别：省级督察: a number ends where space follows it.
	const own = NUMBERS.has(field) ? (/^\s*\S+(?=\s{2,})/.exec(lines[0] ?? "")?.[0].length ?? length) : length;
	return part(passage, 0, Math.max(0, own));
}

/** A line with a label of its own, known or not (问题来源：督察反馈). */
const OWN_LABEL = /^[\u4e00-\u9fff()]{2,14}\s?:/;

/** How many lines a one-line value takes: it runs on only where the line was wrapped. */
function oneLine(lines: readonly string[]): number {
	for (let i = 1; i < lines.length; i++) {
		const previous = (lines[i - 1] ?? "").trim();
		const line = (lines[i] ?? "").trim();
		if (line === "" || previous === "") return previous === "" && i === 1 ? i + 1 : i;
		// A page number between the lines of a wrapped value.
		if (/^\d{1,3}$/.test(line) && /[^、,(-]$/.test(previous)) return i;
		if (/[。;]$/.test(previous) || isClosing(line) || OWN_LABEL.test(line)) return i;
		if (/^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[.、](?!\d))/.test(line))
			return i;
		const wrapped =
			/[、,(-]$/.test(previous) || /^[、,)]/.test(line) || line.length <= 30 || previous.length >= 24;
		if (!wrapped || i > 8) return i;
	}
	return lines.length;
}
