import { COLUMN_WORDS, type ComplaintField, fieldOfColumn, isComplaintHeader } from "../text/columns.ts";
import { numeralValue } from "../text/numerals.ts";
import { findReceipts } from "../text/receipts.ts";
import { type Passage, part, type View } from "../text/view.ts";
import type { ComplaintDraft } from "./build-complaint.ts";
import { isPlace } from "./values.ts";

const LONG_WORDS = COLUMN_WORDS.filter((word) => word.length >= 4);
const LABEL = new RegExp(
	`(?<=^|\\n|\\s|\\||。)([一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十]{1,3}\\)|\\d{1,3}[.、])?\\s{0,2}(${LONG_WORDS.join("|")})(?:\\s{0,2}[:|]|\\s|(?=[DX]\\d?[A-Z\\d]{2}\\d{8}))`,
	"g",
);

/**
 * Reads complaints that are printed as cards, the column's name before each value, one letter after the other. A
 * card begins where the first name of the first card comes again.
 */
export function readComplaintCards(view: View): ComplaintDraft[] | null {
	const labels = [...view.norm.matchAll(LABEL)].flatMap((match): CardLabel[] => {
		const word = match[2] ?? "";
		const field = fieldOfColumn(word);
		const mark = match[1] ?? "";
		const wordStart = match.index + match[0].lastIndexOf(word);
		return field
			? [{ field, word, mark, start: match.index, wordStart, end: match.index + match[0].length }]
			: [];
	});
	labels.push(...headings(view.norm, labels));
	labels.sort((a, b) => a.start - b.start);
	if (!isComplaintHeader(labels.map(({ field }) => field))) return null;
	const receipt = labels.find(({ field }) => field === "receipt")?.field;
	const opening: ComplaintField | undefined = receipt ?? labels[0]?.field;
	const counted = countedCards(labels, opening);
	const drafts: ComplaintDraft[] = [];
	for (const [i, label] of labels.entries()) {
		const passage = part(view, label.end, labels[i + 1]?.start ?? view.norm.length);
		if (label.field === opening)
			drafts.push({
				cells: [],
				lines: [view.lineAt(label.start), view.lineAt(label.start)],
				confidence: 0.8,
			});
		const draft = drafts.at(-1);
		const number = counted && label.field === opening ? part(view, label.start, label.wordStart) : null;
		if (draft && number) draft.cells.push({ field: "seq", word: "", passage: number });
		if (!draft || !passage || draft.cells.some(({ field }) => field === label.field)) continue;
		draft.cells.push({ field: label.field, word: label.word, passage });
		if (label.field === "receipt") placeBehind(draft, passage);
		draft.lines = [draft.lines[0], passage.lineAt(passage.text.length - 1)];
	}
	const [only] = drafts;
	if (!receipt && only && drafts.length === 1) nameFromTitle(view, only, labels[0]?.start ?? 0);
	const full = drafts.filter(({ cells }) => isComplaintHeader(cells.map(({ field }) => field)));
	return full.length > 0 ? full : null;
}

const HEADING =
	/(?<=^|\n)[ #*]{0,4}([一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,3}[.、])?\s?(?:关于)?(?:第|编号为?|受理号)?\s?([A-Z]\d?[A-Z]{0,4}\d{8,20})\s?号?(?:群众)?(?:信访|举报|投诉|交办|转办|受理|来电|来信)?(?:案件|件|问题|事项)?[^\n。:,]{0,12}[:。]?(?=\n)/g;

interface CardLabel {
	field: ComplaintField;
	word: string;
	mark: string;
	start: number;
	wordStart: number;
	end: number;
}

/** Headings that name the letter whose card stands below: 一、第D3SX202406080012号信访件. None where receipts have labels. */
function headings(norm: string, labels: readonly CardLabel[]): CardLabel[] {
	if (labels.some(({ field }) => field === "receipt")) return [];
	const found = [...norm.matchAll(HEADING)];
	// A single one is the title of a notice about one letter.
	if (found.length < 2) return [];
	return found.map((match) => {
		const [whole, mark = "", receipt = ""] = match;
		const at = match.index + whole.indexOf(receipt);
		return {
			field: "receipt",
			word: "",
			mark,
			start: match.index + whole.search(/\S/),
			wordStart: mark === "" ? at : match.index + whole.indexOf(mark) + mark.length,
			end: at,
		};
	});
}

/** Whether the numbers before the first names count the cards: they count on, and no other name has one. */
function countedCards(
	labels: readonly { field: ComplaintField; mark: string }[],
	opening: ComplaintField | undefined,
): boolean {
	const own = labels.filter(({ field }) => field === opening).map(({ mark }) => numeralIn(mark));
	const others = labels.some(({ field, mark }) => field !== opening && mark !== "");
	return !others && own.every((value, i) => value !== null && value === (own[0] ?? 0) + i);
}

const numeralIn = (mark: string): number | null => numeralValue(mark.replace(/[()、.]/g, ""));

/** 受理编号D3…。甲县。: the place that stands behind a receipt. */
function placeBehind(draft: ComplaintDraft, passage: Passage): void {
	const [receipt] = findReceipts(passage.norm);
	const place = receipt && part(passage, receipt.end, passage.text.length);
	const name =
		place &&
		part(
			place,
			/^[。,;、:]?/.exec(place.norm)?.[0].length ?? 0,
			place.text.replace(/[。，,；;]$/, "").length,
		);
	if (name && isPlace(name.norm)) draft.cells.push({ field: "region", word: "", passage: name });
}

/** A notice about one letter names its receipt in the title: 关于第D3…号信访件办理情况的公示. */
function nameFromTitle(view: View, draft: ComplaintDraft, before: number): void {
	const named = findReceipts(view.norm.slice(0, before)).filter(({ number }) => /\d{6}/.test(number));
	const [first] = named;
	const passage =
		first && new Set(named.map(({ number }) => number)).size === 1
			? part(view, first.start, first.end)
			: null;
	if (passage) draft.cells.push({ field: "receipt", word: "", passage });
}
