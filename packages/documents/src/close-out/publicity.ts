import type { ProposedNotice } from "@zhenggai/domain/close-out";
import { dateOf, type IsoDate } from "@zhenggai/domain/kernel";
import { numeralValue } from "../text/numerals.ts";
import { readingOf } from "../text/reading-of.ts";
import { type Passage, part } from "../text/view.ts";

export interface Publicity {
	period: ProposedNotice["publicity"];
	length: ProposedNotice["publicityLength"];
	/** A period is stated whose year or day is missing or lost. */
	incomplete: Passage | null;
}

const S = "\\s{0,3}";
const FULL = `((?:19|20)\\d{2})${S}[年./-]${S}(\\d{1,2})${S}[月./-]${S}(\\d{1,2})${S}[日号]?`;
const LATER = `(?:((?:19|20)\\d{2})${S}[年./-]${S})?(?:(\\d{1,2})${S}[月./-]${S})?(\\d{1,2})${S}[日号]?`;
const TO = `(?:\\([^()\\n]{0,8}\\))?${S}(?:起|开始)?[,，]?${S}(?:至|到|-{1,2}|~)${S}`;
const RANGE = new RegExp(`${FULL}${TO}${LATER}`, "g");
const YEARLESS = new RegExp(
	`(?<![\\d年./-])\\d{1,2}${S}月${S}\\d{1,2}${S}日?${TO}(?:\\d{1,2}${S}月${S})?\\d{1,2}${S}日`,
	"g",
);
/** How long, in days; the day of a date (3月13日) is none. */
const LENGTH =
	/公示(?:期|时间|期限)?[^。\n]{0,40}?(?<![年月至到\d./~-]\s?)(\d{1,2}|[一二三四五六七八九十]{1,3})\s?个?\s?(工作日|日历日|自然日|天|日(?!至|-|到))|(?:为期|共|共计|期限)\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?个?\s?(工作日|日历日|自然日|天)/;

/** Whether the words around a range speak of publicity. */
function aboutPublicity(norm: string, start: number, end: number): boolean {
	const before = norm.slice(Math.max(0, start - 60), start);
	const after = norm.slice(end, end + 40).split("\n")[0] ?? "";
	return (
		/公示/.test(before.slice(before.lastIndexOf("。") + 1)) ||
		/^[^。]{0,24}(?:公示|为期|共\s?\d+\s?[天个])/.test(after)
	);
}

function periodOf(match: RegExpMatchArray): { start: IsoDate; end: IsoDate } | null {
	const [, year, month, day, laterYear, laterMonth, laterDay] = match;
	const start = dateOf(Number(year), Number(month), Number(day));
	const end = dateOf(Number(laterYear ?? year), Number(laterMonth ?? month), Number(laterDay));
	if (start && end && end >= start) return { start, end };
	// 2021年12月28日至1月5日 runs over New Year: the next January is the only one that follows.
	const overNewYear = laterYear === undefined && Number(month) === 12 && Number(laterMonth) === 1;
	const next = overNewYear ? dateOf(Number(year) + 1, 1, Number(laterDay)) : null;
	return start && next ? { start, end: next } : null;
}

/**
 * The publicity period of a notice. A year that is stated once at the beginning serves both ends; a period without
 * any year, or whose end would lie before its start, is not completed, except over New Year. A stated length alone gives no dates.
 */
export function readPublicity(view: Passage): Publicity {
	let period: Publicity["period"] = null;
	let incomplete: Passage | null = null;
	for (const match of view.norm.matchAll(RANGE)) {
		const end = match.index + match[0].length;
		if (!aboutPublicity(view.norm, match.index, end)) continue;
		const passage = part(view, match.index, end);
		const dates = periodOf(match);
		if (passage && dates) {
			period = readingOf(dates, passage, 0.97);
			break;
		}
		incomplete ??= passage;
	}
	if (!period) {
		for (const match of view.norm.matchAll(YEARLESS)) {
			const end = match.index + match[0].length;
			if (aboutPublicity(view.norm, match.index, end)) incomplete ??= part(view, match.index, end);
		}
	}
	return { period, length: lengthOf(view), incomplete: period ? null : incomplete };
}

function lengthOf(view: Passage): Publicity["length"] {
	const match = LENGTH.exec(view.norm);
	if (!match) return null;
	const days = numeralValue(match[1] ?? match[3] ?? "");
	const unit = match[2] ?? match[4] ?? "";
	const passage = part(view, match.index, match.index + match[0].length);
	if (!passage || days === null || days < 1) return null;
	return readingOf({ days, unit: unit === "工作日" ? "workingDay" : "calendarDay" }, passage, 0.9);
}
