import { IsoDate } from "./date.ts";
import { addDays } from "./date-arithmetic.ts";
import { dayNumber, weekday } from "./day-number.ts";

/** Which list of a year is read: days off that fall on Monday to Friday, or weekend days that are worked instead (调休). */
export type CalendarDayKind = "holidays" | "makeUpDays";

/** What a text says of days, and the parts of it that say none. */
export type ReadCalendarDays = { readonly days: readonly IsoDate[]; readonly unread: readonly string[] };

const DAY = String.raw`(?:(\d{4})[年\-/.])?(\d{1,2})[月\-/.](\d{1,2})日?`;
const ONE = new RegExp(`^${DAY}$`);
const SPAN = new RegExp(`^${DAY}(?:至|到|—|–|~|～|(?<=日)-)(?:${DAY}|(\\d{1,2})日?)$`);

/** Notes in brackets, days of the week and the words around a list of days say nothing about which days they are. */
const REMARKS = /[（(][^）)]*[）)]|(?:星期|周)[一二三四五六日天]|放假|调休|上班|共\d+天/g;

/** Whether a day falls on Saturday or Sunday. */
export const isWeekend = (date: IsoDate): boolean => [0, 6].includes(weekday(dayNumber(date)));

function dayAt(year: string, month: string | undefined, day: string | undefined): IsoDate | null {
	const text = [year, (month ?? "").padStart(2, "0"), (day ?? "").padStart(2, "0")].join("-");
	const read = IsoDate.safeParse(text);
	return read.success ? read.data : null;
}

/** The days of a span that can be meant by it: a notice names whole spans, of which only these change anything. */
function spanOf(first: IsoDate, last: IsoDate, kind: CalendarDayKind): IsoDate[] {
	const days: IsoDate[] = [];
	for (let day = first; day <= last; day = addDays(day, 1)) {
		if (isWeekend(day) === (kind === "makeUpDays")) days.push(day);
	}
	return days;
}

/** No span of a notice is longer. */
const LONGEST_SPAN = 40;

function readPart(part: string, year: string, kind: CalendarDayKind): readonly IsoDate[] | null {
	const one = ONE.exec(part);
	if (one !== null) {
		const day = dayAt(one[1] ?? year, one[2], one[3]);
		return day === null ? null : [day];
	}
	const span = SPAN.exec(part);
	if (span === null) return null;
	const [, fromYear = year, fromMonth, fromDay, toYear = fromYear, toMonth = fromMonth, toDay, onlyDay] =
		span;
	const [first, last] = [dayAt(fromYear, fromMonth, fromDay), dayAt(toYear, toMonth, toDay ?? onlyDay)];
	if (first === null || last === null || last < first || last > addDays(first, LONGEST_SPAN)) return null;
	return spanOf(first, last, kind);
}

/**
 * Reads days as people write them and as they are printed in the State Council's notice: `1月1日`, `01-01`, `2027-01-01`,
 * `2月15日（周一）至23日`, one after the other on lines or with commas. Days without a year are of `year`. Of a span only the
 * days that can be of the list are taken; a day that is named alone is taken as it is. What says no day is told, in order.
 */
export function readCalendarDays(text: string, year: number, kind: CalendarDayKind): ReadCalendarDays {
	const parts = text
		.replace(REMARKS, "")
		.split(/[\s,，、;；。]+/)
		.filter((part) => part !== "");
	const [days, unread]: [IsoDate[], string[]] = [[], []];
	for (const part of parts) {
		const read = readPart(part, String(year), kind);
		if (read === null) unread.push(part);
		else days.push(...read);
	}
	return { days, unread };
}
