import { COMMON_WORDS, LABEL_WORDS, type LabelField, mendLabelWords, SHORT_LABELS } from "./labels.ts";
import { BULLETS, type Mark } from "./marks.ts";

/** How a label stands in its text; the stronger forms need no neighbours to be believed. */
export type LabelForm =
	| "colon" // 责任单位：甲
	| "boxed" // 【责任单位】甲
	| "pipe" // 责任单位 | 甲
	| "paren" // （责任单位：甲）
	| "glued" // …长期坚持整改措施：1.
	| "alone" // the label is the whole line
	| "spaced" // 责任单位  甲
	| "numbered"; // 一、整改任务 甲 (colon lost)

export interface Label {
	field: LabelField;
	word: string;
	form: LabelForm;
	/** Offset of the number mark before the label, or of the label itself. */
	start: number;
	wordStart: number;
	/** Offset where the value begins. */
	end: number;
	mark: Mark | null;
	lineStart: boolean;
}

const escaped = (word: string) => word.replace(/[()]/g, "\\$&");
const ALL_WORDS = [...LABEL_WORDS, ...SHORT_LABELS];
const WORDS = new RegExp(ALL_WORDS.map(([word]) => escaped(word)).join("|"), "g");
const FIELD_OF: ReadonlyMap<string, LabelField> = new Map(ALL_WORDS);
const SHORT: ReadonlySet<string> = new Set(SHORT_LABELS.map(([word]) => word));

/** A folded text without its white space, and where each of its characters stood. */
function dense(norm: string): { text: string; at: Int32Array } {
	const at = new Int32Array(norm.length + 1);
	const chars: string[] = [];
	let n = 0;
	let from = 0;
	for (let i = 0; i <= norm.length; i++) {
		const unit = i < norm.length ? norm.charCodeAt(i) : 32;
		const blank = unit === 32 || unit === 10 || unit === 13;
		if (!blank) {
			at[n++] = i;
			continue;
		}
		if (i > from) chars.push(norm.slice(from, i));
		from = i + 1;
	}
	at[n] = norm.length;
	return { text: mendLabelWords(chars.join("")), at };
}

/** Characters that, just before a label, make it part of a sentence: 按照整改目标, 各责任单位. */
const PROSE_BEFORE = /[各按照据对的和与及由是将把该其关达合无并使以向请落到性类项每从]/;
const LINE_DECORATION = new RegExp(`[\\s\\-"|${BULLETS}]`);

interface Before {
	lineStart: boolean;
	mark: Mark | null;
	char: string;
	boxed: boolean;
	start: number;
}

function lookBefore(norm: string, wordStart: number, markByEnd: ReadonlyMap<number, Mark>): Before {
	let i = wordStart;
	let start = wordStart;
	let boxed = false;
	let mark: Mark | null = null;
	for (;;) {
		const found = markByEnd.get(i);
		if (found && !mark) {
			mark = found;
			i = found.start;
			start = i;
			continue;
		}
		const char = norm.charAt(i - 1);
		if (char === "" || char === "\n") return { lineStart: true, mark, char: "\n", boxed, start };
		if (char === "【") {
			boxed = true;
			start = --i;
			continue;
		}
		if (!LINE_DECORATION.test(char) || wordStart - i > 40)
			return { lineStart: false, mark, char, boxed, start };
		if (char === "|") return { lineStart: true, mark, char, boxed, start };
		i--;
	}
}

/** Where a label's own text ends: behind a remark or a second word that belongs to it (整改任务(第N项)：, 整改措施及责任分工：). */
function afterRemark(norm: string, end: number): number {
	const tail = norm.slice(end, end + 24);
	const remark = /^(?:\s{0,3}\([^()\n:]{1,14}\)|(?:及|和|与|、)[\u4e00-\u9fff]{2,8})(?=\s{0,3}[:|])/.exec(
		tail,
	);
	return remark ? end + remark[0].length : end;
}

function formOf(
	norm: string,
	word: string,
	wordEnd: number,
	before: Before,
): { form: LabelForm; end: number } | null {
	const tail = norm.slice(wordEnd, wordEnd + 12);
	const colon = /^[ *]{0,4}(?:】[ *]{0,2})?\n?[ ]{0,4}[:]+(?:\*\*(?!\s?[年*]))?[ ]{0,2}/.exec(tail);
	if (colon) {
		const end = wordEnd + colon[0].length;
		if (before.lineStart || before.mark) return { form: "colon", end };
		if (SHORT.has(word)) return null;
		if (before.char === "(") return { form: "paren", end };
		if (/[。;!?)]/.test(before.char) || before.char === " ") return { form: "colon", end };
		const common = COMMON_WORDS.has(word) || word.length < 3;
		if (common || PROSE_BEFORE.test(before.char)) return null;
		return { form: "glued", end };
	}
	if (SHORT.has(word) && !before.boxed) return null;
	if (before.boxed && /^\s{0,2}】/.test(tail))
		return { form: "boxed", end: wordEnd + tail.indexOf("】") + 1 };
	if (!before.lineStart) return null;
	const pipe = /^\s{0,4}\|/.exec(tail);
	if (pipe) return { form: "pipe", end: wordEnd + pipe[0].length };
	if (/^[ *]{0,10}(?:\n|$)/.test(tail)) return { form: "alone", end: wordEnd };
	if (COMMON_WORDS.has(word) && !(before.mark && /^ {1,8}[^ \n]/.test(tail))) return null;
	if (before.mark) return numberedForm(tail, wordEnd);
	if (/^ {1,8}[^ \n]/.test(tail)) return { form: "spaced", end: wordEnd };
	return null;
}

/** 一、整改任务 甲, 一、整改任务。甲: a numbered label whose colon is lost or written as a stop. */
function numberedForm(tail: string, wordEnd: number): { form: LabelForm; end: number } | null {
	if (tail.startsWith("。")) return { form: "numbered", end: wordEnd + 1 };
	return /^[^,;的及和、….·]/.test(tail) ? { form: "numbered", end: wordEnd } : null;
}

/**
 * Every place in a folded text where a label word may introduce a value, with the form it stands in. Label words
 * inside prose (对照整改目标、整改措施简要描述) are left out: a label needs a line start, a cell, a mark or a colon.
 */
export function findLabels(norm: string, marks: readonly Mark[]): Label[] {
	const usable = marks.filter((mark) => mark.boundary || mark.style.endsWith("Paren"));
	const markByEnd = new Map(usable.map((mark) => [mark.end, mark]));
	const { text, at } = dense(norm);
	const found: { word: string; from: number }[] = [];
	for (const match of text.matchAll(WORDS)) found.push({ word: match[0], from: match.index });
	const plain = new Set<string>();
	const labels: Label[] = [];
	const numbers = new Set(marks.filter(({ style }) => style === "worded").map(({ start }) => start));
	for (const { word, from } of found) {
		const label = labelAt(norm, at, word, from, markByEnd);
		// 整改任务二：is the number of an issue; its words are no label.
		if (!label || (label.field === "statement" && numbers.has(label.wordStart))) continue;
		if (label.form !== "glued") plain.add(word);
		labels.push(label);
	}
	const measures = numberedMeasures(marks);
	const all = measures.length > 0 ? [...labels, ...measures].toSorted((a, b) => a.start - b.start) : labels;
	return all.map((label) => (label.form === "glued" ? shortened(label, plain) : label));
}

/** 措施1：… ↵ 措施2：…: measures that carry the label each; the first begins the field. */
function numberedMeasures(marks: readonly Mark[]): Label[] {
	const own = marks.filter(({ style }) => style === "measure");
	return own
		.filter(({ value }, i) => value === 1 && own[i + 1]?.value === 2)
		.map(({ start, printed, lineStart }) => ({
			field: "measures",
			word: printed.slice(0, printed.indexOf("措施") + 2),
			form: "colon",
			start,
			wordStart: start,
			end: start,
			mark: null,
			lineStart,
		}));
}

function labelAt(
	norm: string,
	at: Int32Array,
	full: string,
	start: number,
	markByEnd: ReadonlyMap<number, Mark>,
): Label | null {
	let word = full;
	let from = start;
	const broken = norm.slice(at[from] ?? 0, at[from + word.length - 1] ?? 0).indexOf("\n");
	if (broken > 0 && !lookBefore(norm, at[from] ?? 0, markByEnd).lineStart) {
		// 持续整改↵责任单位：the first word ends a sentence of the line above and is no part of the label.
		const rest = suffixAfter(norm, at, word, from, (at[from] ?? 0) + broken);
		if (!rest) return null;
		({ word, from } = rest);
	}
	const field = FIELD_OF.get(word);
	const wordStart = at[from] ?? 0;
	const rawEnd = (at[from + word.length - 1] ?? 0) + 1;
	if (!field || rawEnd - wordStart > word.length + 12) return null;
	const before = lookBefore(norm, wordStart, markByEnd);
	const found = formOf(norm, word, afterRemark(norm, rawEnd), before);
	if (!found) return null;
	return {
		field,
		word,
		form: found.form,
		start: before.start,
		wordStart,
		end: found.end,
		mark: before.mark,
		lineStart: before.lineStart,
	};
}

/** The part of a label word that stands behind a line end, if that is a label by itself. */
function suffixAfter(
	norm: string,
	at: Int32Array,
	word: string,
	from: number,
	offset: number,
): { word: string; from: number } | null {
	for (let i = 1; i < word.length; i++) {
		if ((at[from + i] ?? 0) <= offset) continue;
		const rest = word.slice(i);
		return FIELD_OF.has(rest) && norm.length > offset ? { word: rest, from: from + i } : null;
	}
	return null;
}

/** …持续整改责任单位：where the document elsewhere writes 责任单位, 整改 ends the value before it. */
function shortened(label: Label, plain: ReadonlySet<string>): Label {
	const rest = label.word.replace(/^(?:整改|完成)/, "");
	const field = FIELD_OF.get(rest);
	if (rest === label.word || !field || plain.has(label.word) || !plain.has(rest)) return label;
	const shift = label.word.length - rest.length;
	return { ...label, field, word: rest, start: label.start + shift, wordStart: label.wordStart + shift };
}
