import type { DatePoint, Deadline, Instant, IsoDate, Language } from "../kernel/index.ts";

// Written for the fronts: no schema library comes with these functions.

const MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
] as const;
const monthName = (month: number): string => MONTHS[month - 1] ?? String(month);
const shortMonth = (month: number): string => monthName(month).slice(0, 3);

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** A number from 1 to 99 in Chinese numerals: 15 is 十五. */
function numeral(n: number): string {
	const tens = Math.floor(n / 10);
	const ones = n % 10;
	const head = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens]}十`;
	return ones === 0 && tens > 0 ? head : `${head}${DIGITS[ones]}`;
}

/** `3rd`, `14th`. */
function ordinal(n: number): string {
	const teen = n % 100 > 10 && n % 100 < 14;
	const ending = teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
	return `${n}${ending}`;
}

const parts = (date: string) => ({
	year: Number(date.slice(0, 4)),
	month: Number(date.slice(5, 7)),
	day: Number(date.slice(8, 10)),
});

const MOST_DATES = 20_000;
/** Dates as they are written, kept once made: rules write the same few days of a ledger over and over. */
const written = { "zh-CN": new Map<string, string>(), en: new Map<string, string>() };

/** `2026年3月1日`, or `1 Mar 2026`. */
export function formatDate(date: IsoDate, language: Language): string {
	const known = written[language];
	let text = known.get(date);
	if (text === undefined) {
		const { year, month, day } = parts(date);
		text = language === "en" ? `${day} ${shortMonth(month)} ${year}` : `${year}年${month}月${day}日`;
		if (known.size >= MOST_DATES) known.clear();
		known.set(date, text);
	}
	return text;
}

const SHANGHAI_MS = 8 * 3_600_000;

/** A moment in Asia/Shanghai to the minute: `2026年3月1日 14:05`, or `1 Mar 2026, 14:05`. */
export function formatInstant(moment: Instant, language: Language): string {
	const local = new Date(Date.parse(moment) + SHANGHAI_MS).toISOString();
	const { year, month, day } = parts(local);
	const time = local.slice(11, 16);
	return language === "en"
		? `${day} ${shortMonth(month)} ${year}, ${time}`
		: `${year}年${month}月${day}日 ${time}`;
}

const EVERY = {
	month: { zh: "每月底前", en: "by the end of every month" },
	quarter: { zh: "每季度末前", en: "by the end of every quarter" },
	halfYear: { zh: "每半年末前", en: "by the end of every half-year" },
	year: { zh: "每年底前", en: "by the end of every year" },
} as const;

function pointInChinese(point: DatePoint): string {
	switch (point.precision) {
		case "day":
			return `${formatDate(point.date, "zh-CN")}前`;
		case "month":
			return `${point.year}年${point.month}月底前`;
		case "quarter":
			return `${point.year}年第${numeral(point.quarter)}季度末前`;
		case "halfYear":
			return `${point.year}年${point.half === 1 ? "上" : "下"}半年末前`;
		case "year":
			return `${point.year}年底前`;
		case "fiveYearPlan":
			return `“${numeral(point.plan)}五”末前`;
		case "recurring":
			return point.every === "year" && point.month !== null
				? `每年${point.month}月底前`
				: EVERY[point.every].zh;
		case "openEnded":
			return "长期坚持";
	}
}

function pointInEnglish(point: DatePoint): string {
	switch (point.precision) {
		case "day":
			return `by ${formatDate(point.date, "en")}`;
		case "month":
			return `by the end of ${monthName(point.month)} ${point.year}`;
		case "quarter":
			return `by the end of Q${point.quarter} ${point.year}`;
		case "halfYear":
			return `by the end of the ${point.half === 1 ? "first" : "second"} half of ${point.year}`;
		case "year":
			return `by the end of ${point.year}`;
		case "fiveYearPlan":
			return `by the end of the ${ordinal(point.plan)} five-year plan`;
		case "recurring":
			return point.every === "year" && point.month !== null
				? `by the end of ${monthName(point.month)} every year`
				: EVERY[point.every].en;
		case "openEnded":
			return "long-term";
	}
}

/** A date as exactly as it is known, never more: `2021年6月底前`, `“十四五”末前`, `每年6月底前`. */
export const formatDatePoint = (point: DatePoint, language: Language): string =>
	language === "en" ? pointInEnglish(point) : pointInChinese(point);

/**
 * A deadline: its date, with the category in front where the date does not already say it (立行立改). Without one:
 * 未定.
 */
export function formatDeadline(deadline: Deadline | null, language: Language): string {
	if (deadline === null) return language === "en" ? "not set" : "未定";
	const date = formatDatePoint(deadline.point, language);
	const undated = deadline.point.precision === "openEnded";
	if (deadline.category === "immediate") {
		const word = language === "en" ? "at once" : "立行立改";
		if (undated) return word;
		return language === "en" ? `${word}, ${date}` : `${word}，${date}`;
	}
	if (deadline.category === "longTerm" && !undated) {
		return language === "en" ? `${date}, then long-term` : `${date}并长期坚持`;
	}
	return date;
}

/** How far a due date is away: `逾期3天`, `今天到期`, `还有5天`. */
export function formatDaysLeft(daysLeft: number | null, language: Language): string {
	if (daysLeft === null) return language === "en" ? "no date" : "无期限";
	const days = Math.abs(daysLeft);
	if (language === "en") {
		const unit = days === 1 ? "day" : "days";
		if (daysLeft === 0) return "due today";
		return daysLeft < 0 ? `${days} ${unit} overdue` : `${days} ${unit} left`;
	}
	if (daysLeft === 0) return "今天到期";
	return daysLeft < 0 ? `逾期${days}天` : `还有${days}天`;
}

const CHINESE_OR_ARABIC = /^[\d〇零一二三四五六七八九十百]+$/;

/** A number as documents speak of it: `55` and `十七` become `第55项` and `第十七项`; anything else stays as printed. */
export function formatNumber(number: string, language: Language): string {
	if (!CHINESE_OR_ARABIC.test(number)) return number;
	return language === "en" ? `No. ${number}` : `第${number}项`;
}

const LANGUAGE_TAG = { "zh-CN": "、", en: ", " } as const;

/** Names in one line, `甲、乙`. */
export const formatNames = (names: readonly string[], language: Language): string =>
	names.join(LANGUAGE_TAG[language]);
