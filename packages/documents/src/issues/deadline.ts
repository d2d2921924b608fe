import {
	type DatePoint,
	type DeadlineCategory,
	type IsoDate,
	lastDay,
	type ProposedDeadline,
	type ReadingWarningCode,
} from "@zhenggai/domain/kernel";
import { type DatePhrases, datePhrases } from "./date-phrase.ts";

/** A deadline as read, with what is doubtful about it. */
export interface ReadDeadline {
	deadline: ProposedDeadline;
	doubts: ReadingWarningCode[];
	confidence: number;
}

const LONG_TERM = /长期|持续|常态|坚持|始终|永久|不间断/;
const RECURRING = /每(?:年|半年|季|月|周)|按(?:年|季|月)|逐年/;
const STAGED = /分阶段|分步|分期|分批|阶段性|短期|中期|近期|远期/;
const BY_STAGES = /分阶段|分步|分期|短期.*(?:中期|长期)|近期.*(?:中期|远期)/;
const IMMEDIATE =
	/立行立改|即知即改|立说立行|立整立改|边督边改|立查立改|即行即改|立知立改|立即|马上|即时|立改|立行|即改|已整改到位即知/;
const LIMITED = /限期|按期|按时限/;

/** The words of a deadline without the space and stops around them. */
export const deadlineWords = (text: string): string =>
	text
		.replace(/\s*\n\s*/g, "")
		.replace(/^[\s|｜:：。，,；;、]+/, "")
		.replace(/[\s|｜。．，,；;、]+$/, "");

function categoryOf(phrases: DatePhrases, dated: boolean): DeadlineCategory | null {
	const text = phrases.compact;
	if (dated)
		return BY_STAGES.test(text) && new Set(phrases.points.map((p) => lastDay(p.point))).size > 1
			? "staged"
			: "fixed";
	if (LONG_TERM.test(text)) return "longTerm";
	if (RECURRING.test(text)) return "recurring";
	if (STAGED.test(text)) return "staged";
	if (IMMEDIATE.test(text)) return "immediate";
	if (LIMITED.test(text)) return "fixed";
	return phrases.doubts.size > 0 ? "fixed" : null;
}

function recurringPoint(text: string): DatePoint {
	if (/每(?:个)?月|按月|每周/.test(text)) return { precision: "recurring", every: "month", month: null };
	if (/每(?:个)?季|按季/.test(text)) return { precision: "recurring", every: "quarter", month: null };
	if (/每半年/.test(text)) return { precision: "recurring", every: "halfYear", month: null };
	const month = Number(/(\d{1,2})月/.exec(text)?.[1] ?? 0);
	const known = month >= 1 && month <= 12;
	return { precision: "recurring", every: "year", month: known ? month : null };
}

/** The latest of the dates stated, by its last day. */
function latest(phrases: DatePhrases): DatePoint | null {
	let best: { point: DatePoint; day: IsoDate } | null = null;
	for (const { point } of phrases.points) {
		const day = lastDay(point);
		if (day && (!best || day > best.day)) best = { point, day };
	}
	return best?.point ?? null;
}

/**
 * Reads the words of a deadline (立行立改，2019年6月底; “十四五”期间; 每年6月底前). A date wins over 立行立改 and
 * 长期坚持; without a date the long term wins. The date is the last day of the stated period and is given only
 * where the text states all of it: a lost 年, 月 or 日, a redacted or an implied year gives no date and a doubt.
 * `defined` is what the document says once about a kind of deadline and is used by callers for an offer, never here.
 * Null when the text holds no words at all.
 */
export function readDeadline(text: string): ReadDeadline | null {
	const words = deadlineWords(text);
	if (words.length === 0) return null;
	const phrases = datePhrases(words);
	const broken = phrases.doubts.has("damaged") || phrases.doubts.has("redacted");
	const everyYear = RECURRING.test(phrases.compact);
	const point = broken ? null : latest(phrases);
	const doubts = doubtsOf(phrases, point !== null, everyYear);
	if (point) {
		return {
			deadline: { text: words, category: categoryOf(phrases, true), point },
			doubts,
			confidence: doubts.length > 0 ? 0.7 : 0.98,
		};
	}
	const category = categoryOf(phrases, false);
	const open: DatePoint | null =
		category === "longTerm"
			? { precision: "openEnded" }
			: category === "recurring" && !broken
				? recurringPoint(phrases.compact)
				: null;
	return {
		deadline: { text: words, category, point: open },
		doubts,
		confidence: doubts.length > 0 ? 0.5 : 0.9,
	};
}

function doubtsOf(phrases: DatePhrases, dated: boolean, everyYear: boolean): ReadingWarningCode[] {
	const doubts: ReadingWarningCode[] = [];
	if (phrases.doubts.has("damaged")) doubts.push("damagedDate");
	if (phrases.doubts.has("redacted")) doubts.push("redactedDate");
	const unclear = phrases.doubts.has("impliedYear") || phrases.doubts.has("relative");
	if ((!dated && unclear && !everyYear) || phrases.doubts.has("looseYear")) doubts.push("ambiguousDeadline");
	return doubts;
}

/** The last day of a proposed deadline, or null where the document states none. */
export const lastDayOf = (deadline: ProposedDeadline): IsoDate | null =>
	deadline.point ? lastDay(deadline.point) : null;
