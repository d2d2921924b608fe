import { type DatePoint, dateOf, lastDay } from "@zhenggai/domain/kernel";
import { fold } from "../text/fold.ts";
import { numeralValue } from "../text/numerals.ts";

/** What makes a date in a text unusable. */
export type DateDoubt = "damaged" | "redacted" | "impliedYear" | "relative" | "looseYear";

export interface DatePhrases {
	/** Whole dates, in order, each with its offset in the compact text. */
	points: { point: DatePoint; at: number; length: number }[];
	doubts: Set<DateDoubt>;
	/** The text that was searched: folded, without space. */
	compact: string;
}

/** 二〇二一年; also with the letter O or the digit 0 for 〇, as these documents are typed. */
const CN_YEAR = /[一二][零〇一二三四五六七八九Oo0]{3}(?=年)/g;
const CN_PART = /([一二三四五六七八九十]{1,3})(?=月(?!份以)|日)/g;

/** Folds, drops space and writes Chinese numerals of dates in digits (二〇二一年六月 → 2021年6月). */
function compactOf(text: string): string {
	return fold(text)
		.replace(/\s+/g, "")
		.replace(CN_YEAR, (year) => String(numeralValue(year.replace(/[Oo0]/g, "〇")) ?? year))
		.replace(/(?<=年)(\d{1,2})月?[-~至到](?=(\d{1,2})月)/g, (range, from, to) =>
			Number(from) <= Number(to) ? "" : range,
		)
		.replace(CN_PART, (part) => String(numeralValue(part) ?? part));
}

const YEAR = "((?:19|20)\\d{2})";
const MONTH = "(\\d{1,2})月份?";
const QUARTERS = "一二三四";
const PLAN: Readonly<Record<string, number>> = { 一: 11, 二: 12, 三: 13, 四: 14, 五: 15, 六: 16 };

const WHOLE = new RegExp(
	[
		`(?<day>${YEAR}年${MONTH}(\\d{1,2})[日号])`,
		`(?<numeric>${YEAR}[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d))`,
		`(?<month>${YEAR}年${MONTH}(上旬|中旬)?(?!\\d))`,
		`(?<quarter>${YEAR}年(?:第)?([一二三四1-4])季度?)`,
		`(?<half>${YEAR}年([上下])半年)`,
		`(?<numericMonth>${YEAR}[-./](1[0-2]|0?[1-9])(?![\\d.-])(?=月?(?:底|末|前|$|[,。;、)])))`,
		`(?<plan>"?十([一二三四五六])五"?(?:规划)?(?:期|末|期末|期间|结束|收官)?)`,
		`(?<year>${YEAR}年(?!\\d|月|[*xX×]))`,
	].join("|"),
	"g",
);

const WHOLE_HERE = new RegExp(`^(?:${WHOLE.source})`);

const DAMAGED = [
	/(?:19|20)\d{2}年\d{3,}/,
	/(?:19|20)\d{2}年\d{1,2}(?![\d月日季号./-]|个)/,
	/(?:19|20)\d{2}年(?:月|\d{1,2}日)/,
	/(?:19|20)\d{2}年\d{1,2}月\d{1,2}(?![\d日号月])(?!个|家|条|处|项|吨|万|亿)/,
	/(?<!\d)(?:19|20)\d{3,6}(?:日|时|月|前|底|年)/,
	/(?<!\d)(?:19|20)\d{6}(?!\d)/,
	/(?<!\d)\d{3}年\d{1,2}月/,
	/(?<!\d)20[\d]{2}月/,
	/(?<!\d)(?:19|20)\d{2}(?:底|末)前?/,
	// A year, a month or a day of which a character is lost or illegible: 025年底, 20?5年, 至*2月.
	/(?<!\d)(?:\d|\d{3})年(?:年?底|末|\d{1,2}月)/,
	/[*?]\d{0,3}(?=[年月日])|\d{4}[*?](?=底|末|前)|[年月至]\d{0,2}[*?]/,
];
const REDACTED = /[*×xX_]{1,4}\s?(?:年|月|日)|[*×]{2,}|(?:19|20)\d?[*×xX]{1,3}年/;
const IMPLIED =
	/(?<![\d年])(\d{1,2}月(?:\d{1,2}日|底|末|份|前|上旬|中旬|下旬)?|(?:第[一二三四]季度|[上下]半年|年底|年内|年末|今年|明年|当年|本年)|(?<!\d)\d{2}年(?:\d{1,2}月|底))/;
const RELATIVE = /(?:\d{1,3}|[一二三四五六七八九十半]{1,3})个?(?:月|年|周|天|工作日|日)(?:内|以内|之内)/;
/** What may follow a year that stands for its end: 2025年底, 到2025年, 2023年内完成, but not 2021年中 or 2020年前. */
const YEAR_ENDS =
	/^(?:$|[,。;、()"~-]|年?[底末内]|年?度|全年|完成|全部|全面|基本|实现|建成|取得|达到|整改|治理|至|到|立行|持续|长期|并|及|和|期间)/;
/** A part of a month or of a plan's years whose last day nobody has defined: 8月初, 6月中, 6月前后, “十四五”中期. */
const NO_LAST_DAY: Readonly<Record<"month" | "plan", RegExp>> = {
	month: /^(?:初(?!起?(?:至|到|-|~))|月?中(?![上中下]旬)|[*?]?旬|前后|左右)/,
	plan: /^(?:初|前|中|后)/,
};
/** What follows the first date of a range, up to its last one. */
const RANGE_OPENS = /^(?:初|底|末)?起?(?:至|到|-{1,2}|~)(?=[\d*?次翌明月])/;
const STARTS_ONLY = /^(?:初|底|末)?(?:起?(?:至|到)(?:今|长期)|起(?!至|到|-)|开始|以来|以后|之后|后起)/;

/**
 * Finds the dates that a text states in full. A date that lost characters, is redacted, lacks its year or counts
 * from an unnamed day is never completed: it yields a doubt instead of a point. A date from which something runs
 * on (2021年起) is not an end and yields nothing.
 */
export function datePhrases(text: string): DatePhrases {
	const compact = compactOf(text);
	const doubts = new Set<DateDoubt>();
	if (DAMAGED.some((pattern) => pattern.test(compact))) doubts.add("damaged");
	if (REDACTED.test(compact)) doubts.add("redacted");
	if (RELATIVE.test(compact)) doubts.add("relative");
	const points: DatePhrases["points"] = [];
	let wholeYears = 0;
	let covered = compact;
	for (const match of compact.matchAll(WHOLE)) {
		const groups = match.groups ?? {};
		const after = compact.slice(match.index + match[0].length);
		covered = blank(covered, match.index, match[0].length);
		if (STARTS_ONLY.test(after)) continue;
		const point = pointOf(groups, match);
		if (!point) {
			doubts.add("damaged");
			continue;
		}
		const opens = RANGE_OPENS.exec(after);
		if (opens && !WHOLE_HERE.test(after.slice(opens[0].length)) && !rangeEnd(point, after)) {
			// 2020年6月至12, 2020年6月至次年3月: the beginning of a range whose end is not stated whole is no deadline.
			doubts.add("damaged");
			continue;
		}
		if (groups.year && !YEAR_ENDS.test(after)) {
			// 2020年前, 2021年中, 2022年春节前: the year is stated, its day is not.
			doubts.add("looseYear");
			continue;
		}
		if (
			(groups.month && NO_LAST_DAY.month.test(after)) ||
			(groups.plan && NO_LAST_DAY.plan.test(after) && !/末$/.test(match[0]))
		) {
			doubts.add("looseYear");
			continue;
		}
		points.push({ point, at: match.index, length: match[0].length });
		if (groups.year && !/^年?[底末内度]/.test(after)) wholeYears++;
		let at = match.index + match[0].length;
		let end = rangeEnd(point, after) ?? laterMonth(point, after);
		while (end) {
			points.push({ point: end.point, at, length: end.length });
			covered = blank(covered, at, end.length);
			at += end.length;
			end = laterMonth(end.point, compact.slice(at));
		}
	}
	if (IMPLIED.test(covered) && !/每(?:年|月|季)/.test(compact)) doubts.add("impliedYear");
	if (doubts.has("impliedYear") && wholeYears > 0 && wholeYears === points.length) {
		// 2021年，6月底前; 10月底前（2021年）: the month is stated, and the year's end would be a wrong day.
		points.length = 0;
		doubts.add("looseYear");
	}
	return { points, doubts, compact };
}

const blank = (text: string, from: number, length: number): string =>
	`${text.slice(0, from)}${"年".repeat(length)}${text.slice(from + length)}`;

const numbersIn = (text: string): number[] => [...text.matchAll(/\d+/g)].map((match) => Number(match[0]));

function pointOf(
	groups: Readonly<Record<string, string | undefined>>,
	match: RegExpMatchArray,
): DatePoint | null {
	const text = match[0];
	const [year = 0, second = 0, third = 0] = numbersIn(text);
	if (groups.plan) {
		const plan = PLAN[/十([一二三四五六])五/.exec(text)?.[1] ?? ""];
		return plan === undefined ? null : { precision: "fiveYearPlan", plan };
	}
	if (year < 1990 || year > 2100) return null;
	if (groups.day || groups.numeric) return dayPoint(year, second, third);
	if (groups.month || groups.numericMonth) {
		if (/上旬/.test(text)) return dayPoint(year, second, 10);
		if (/中旬/.test(text)) return dayPoint(year, second, 20);
		return monthPoint(year, second);
	}
	if (groups.quarter) {
		const sign = /([一二三四1-4])季/.exec(text)?.[1] ?? "";
		const quarter = QUARTERS.includes(sign) ? QUARTERS.indexOf(sign) + 1 : Number(sign);
		return { precision: "quarter", year, quarter };
	}
	if (groups.half) return { precision: "halfYear", year, half: text.includes("上") ? 1 : 2 };
	return { precision: "year", year };
}

function dayPoint(year: number, month: number, day: number): DatePoint | null {
	const date = dateOf(year, month, day);
	return date ? { precision: "day", date } : null;
}

const monthPoint = (year: number, month: number): DatePoint | null =>
	month >= 1 && month <= 12 ? { precision: "month", year, month } : null;

/** A later month of the same year that a list states without repeating the year: 2022年6月、12月底前. */
function laterMonth(start: DatePoint, after: string): { point: DatePoint; length: number } | null {
	const match = /^(?:底|末)?前?[、,和及与](\d{1,2})月(?=底|末|前|$|[、,和及与])/.exec(after);
	if (!match || start.precision !== "month" || Number(match[1]) <= start.month) return null;
	const point = monthPoint(start.year, Number(match[1]));
	return point ? { point, length: match[0].length } : null;
}

/** The end of a range that states its year once: 2020年6月至12月. */
function rangeEnd(start: DatePoint, after: string): { point: DatePoint; length: number } | null {
	const match =
		/^(?:初|底|末)?起?(?:至|到|-{1,2}|~)(\d{1,2})(?:月份?(\d{1,2})[日号]|(月)|([日号]))(?:底|末)?/.exec(
			after,
		);
	const from = lastDay(start);
	if (!match || !from) return null;
	const year = Number(from.slice(0, 4));
	const first = Number(match[1]);
	if (match[4]) {
		const point = start.precision === "day" ? dayPoint(year, Number(from.slice(5, 7)), first) : null;
		return point ? { point, length: match[0].length } : null;
	}
	const point = match[2] ? dayPoint(year, first, Number(match[2])) : monthPoint(year, first);
	const end = point ? lastDay(point) : null;
	return point && end && end >= from ? { point, length: match[0].length } : null;
}
