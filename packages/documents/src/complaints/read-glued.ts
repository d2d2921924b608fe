import {
	COLUMN_WORDS,
	type ComplaintField,
	fieldOfColumn,
	isComplaintHeader,
	NATIONAL_COLUMNS,
} from "../text/columns.ts";
import { findReceipts, type ReceiptAt } from "../text/receipts.ts";
import { type Passage, part, type View } from "../text/view.ts";
import type { ComplaintDraft } from "./build-complaint.ts";
import { isPlace, readStatus, readVerdict, TYPES_PATTERN } from "./values.ts";

const WORD_RUN = new RegExp(
	`(?:(?:${COLUMN_WORDS.filter((word) => word.length >= 2).join("|")})(?:\\([^()]{0,12}\\))?\\s*){5,16}`,
	"g",
);
const ONE_WORD = new RegExp(COLUMN_WORDS.filter((word) => word.length >= 2).join("|"), "g");

/** The columns of a header that has lost its borders (序号受理编号交办问题基本情况…), with the offset behind it. */
function gluedHeader(norm: string): { fields: ComplaintField[]; end: number } | null {
	const spaceless = norm.replace(/(?<=[\u4e00-\u9fff])[ \n]+(?=[\u4e00-\u9fff])/g, (gap) =>
		"\u0000".repeat(gap.length),
	);
	const dense = spaceless.replaceAll("\u0000", "");
	for (const match of dense.matchAll(WORD_RUN)) {
		const fields = [...match[0].matchAll(ONE_WORD)].flatMap(([word]) => fieldOfColumn(word) ?? []);
		if (!isComplaintHeader(fields)) continue;
		const target = match.index + match[0].length;
		let seen = 0;
		for (let i = 0; i < spaceless.length; i++) {
			if (seen >= target) return { fields, end: i };
			if (spaceless.charAt(i) !== "\u0000") seen++;
		}
		return { fields, end: norm.length };
	}
	return null;
}

const CITED_BEFORE =
	/(?:与|和|同|及|、|,|号|见|为|的|是|件|\(|:|至|并|含|转办|受理|重复|编号)\s?(?:\(|第?[一二三四五六七八九十\d]{0,4}批?)?\s?$/;
const CITED_AFTER = /^\s?(?:号|重复|举报|信访件|件|一致|相同|、|,|反映|的|\)|。|;)/;

/** Receipts that open a record: behind a running number or at a line start, and not cited in a sentence. */
function openings(norm: string, from: number): { receipt: ReceiptAt; start: number; seq: number | null }[] {
	const out: { receipt: ReceiptAt; start: number; seq: number | null }[] = [];
	let previous: number | null = null;
	for (const receipt of findReceipts(norm)) {
		if (receipt.start < from || !/\d{6}/.test(receipt.number)) continue;
		const before = norm.slice(Math.max(0, receipt.start - 40), receipt.start);
		const after = norm.slice(receipt.end, receipt.end + 8);
		const number =
			/(?:^|[^\d.年月])(\d{1,4})[、.\s|]{0,4}(?:第[一二三四五六七八九十\d]{1,4}批\s{0,2})?$/.exec(before);
		const value = number?.[1] ? Number(number[1]) : null;
		const counts = value !== null && (previous === null || value === previous + 1);
		const lineStart = /(?:^|\n)[\s|]{0,8}(?:\d{1,4}[\s|、.]{0,6})?$/.test(before);
		if (!counts && !lineStart && (CITED_BEFORE.test(before) || CITED_AFTER.test(after))) continue;
		if (!counts && !lineStart && out.length > 0 && !/[。|无\s结]$/.test(before)) continue;
		const start =
			counts && number
				? receipt.start - before.length + number.index + number[0].search(/\d/)
				: receipt.start;
		out.push({ receipt, start, seq: counts ? value : null });
		if (counts) previous = value;
	}
	return out;
}

const TYPES = new RegExp(`(?<![\\u4e00-\\u9fff]水|污|废|节|用|排|雨|饮|的)${TYPES_PATTERN}`, "g");
const REGION_END = /([\u4e00-\u9fff、()]{1,18}(?:县|市|区|旗|农场|林场|团|州|盟|管委会|街道|镇))[\s|]{0,3}$/;
const FINDS =
	/^[\s|]{0,4}(?:[1一][.、]|\(一\)|①|经|调查|现场|\d{1,2}月|\d{4}年|接|反映|该|关于|举报|信访|“|"|针对|收到|通过|根据)/;
const VERDICT =
	/(?<=[。!?)"\s|；;])(?:部\s?分\s?属\s?实|基\s?本\s?属\s?实|不\s?属\s?实|属\s?实)(?=[\s|/]|[\d一二三四五六七八九十(①]|[\u4e00-\u9fff])(?![。,;，的])/g;
const STATUS_END =
	/(已\s?办\s?结|阶\s?段\s?性?\s?办\s?结|未\s?办\s?结|办\s?理\s?中|正\s?在\s?办\s?理)[\s|]{0,4}([^。]{0,120}[。]?)$/;

/**
 * Reads complaint records whose cell borders are lost (single spaces, or nothing at all between cells): each record
 * opens with its receipt; a run of pollution types behind a place, and a verdict that stands alone between two
 * sentences, divide it; the conclusion stands at its end.
 */
export function readGluedComplaints(view: View): { drafts: ComplaintDraft[]; from: number } | null {
	const header = gluedHeader(view.norm);
	const opens = openings(view.norm, header?.end ?? 0);
	const verdicts = view.norm.match(/属实/g)?.length ?? 0;
	if (opens.length === 0 || (!header && (opens.length < 2 || verdicts < opens.length))) return null;
	const fields = header?.fields ?? NATIONAL_COLUMNS;
	const drafts = opens.flatMap((open, i) => {
		const end = opens[i + 1]?.start ?? view.norm.length;
		const cells = recordCells(view, open, end, fields);
		const last = part(view, open.start, end);
		return last
			? [
					{
						cells,
						lines: [view.lineAt(open.start), last.lineAt(last.text.length - 1)] satisfies [number, number],
						confidence: 0.7,
					},
				]
			: [];
	});
	return { drafts, from: view.lineAt(opens[0]?.start ?? 0) };
}

function recordCells(
	view: View,
	open: { receipt: ReceiptAt; start: number; seq: number | null },
	end: number,
	fields: readonly ComplaintField[],
): ComplaintDraft["cells"] {
	const cells: ComplaintDraft["cells"] = [];
	const add = (field: ComplaintField, from: number, to: number) => {
		const passage: Passage | null = part(view, from, to);
		if (passage) cells.push({ field, word: "", passage });
	};
	if (open.seq !== null) add("seq", open.start, open.receipt.start);
	add("receipt", open.receipt.start, open.receipt.end);
	const body = view.norm.slice(open.receipt.end, end);
	const base = open.receipt.end;
	const types = fields.includes("types") ? bestTypes(body) : null;
	const tail = STATUS_END.exec(body.trimEnd());
	const bodyEnd = tail ? tail.index : body.trimEnd().length;
	const verdict = bestVerdict(body, types?.end ?? 0, bodyEnd);
	if (types) {
		const region = regionBefore(body.slice(0, types.start));
		add("summary", base, base + types.start - region.length);
		if (region) add("region", base + types.start - region.length, base + types.start);
		add("types", base + types.start, base + types.end);
	}
	const findings = types?.end ?? 0;
	if (verdict) {
		add(types ? "investigation" : "summary", base + findings, base + verdict.start);
		add("verdict", base + verdict.start, base + verdict.end);
		add("handling", base + verdict.end, base + bodyEnd);
	} else add(types ? "investigation" : "summary", base + findings, base + bodyEnd);
	if (tail?.[1] && readStatus(tail[1])) {
		add("status", base + tail.index, base + tail.index + tail[1].length);
		add("accountability", base + tail.index + tail[1].length, base + body.length);
	}
	return cells;
}

/**
 * The place name at the end of a text: all that follows the last sentence, where that is a place (its words may be
 * torn by spaces), else what follows the last space.
 */
function regionBefore(text: string): string {
	const sentence = text.slice(
		Math.max(...["。", ";", "!", "?", ","].map((stop) => text.lastIndexOf(stop))) + 1,
	);
	if (sentence.trim().length <= 18 && isPlace(sentence.trim())) return sentence;
	const end = REGION_END.exec(text)?.[0] ?? "";
	const last =
		end
			.trimEnd()
			.split(/[。,;!?\s|]/)
			.at(-1) ?? "";
	return last === "" ? "" : text.slice(text.lastIndexOf(last));
}

function bestTypes(body: string): { start: number; end: number } | null {
	let best: { start: number; end: number; score: number } | null = null;
	for (const match of body.matchAll(TYPES)) {
		const start = match.index;
		const end = start + match[0].length;
		const before = body.slice(Math.max(0, start - 30), start);
		const after = body.slice(end, end + 12);
		let score = 0;
		if (REGION_END.test(before)) score += 3;
		if (FINDS.test(after)) score += 3;
		if (/[\s|]$/.test(before)) score += 1;
		if (/^[\s|]/.test(after)) score += 1;
		if (/^[,。;的]/.test(after)) score -= 3;
		if (score >= 3 && (!best || score > best.score)) best = { start, end, score };
	}
	return best;
}

function bestVerdict(body: string, from: number, to: number): { start: number; end: number } | null {
	let best: { start: number; end: number; score: number } | null = null;
	for (const match of body.matchAll(VERDICT)) {
		const start = match.index;
		const end = start + match[0].length;
		if (start < from || start > to || readVerdict(match[0]) === null) continue;
		const after = body.slice(end, end + 6);
		const before = body.slice(Math.max(0, start - 3), start);
		let score = 1;
		if (
			/^[\s|]?(?:[/-]|无(?!关)|1[.、]|一是|\(一\)|①|一、|责令|已|立即|下一步|加强|要求|督促|针对|对)/.test(
				after,
			)
		)
			score += 3;
		if (/。[\s|]{0,3}$/.test(before)) score += 1;
		if (/^[\s|]/.test(after) && /[\s|]$/.test(before)) score += 2;
		if (!best || score >= best.score) best = { start, end, score };
	}
	return best;
}
