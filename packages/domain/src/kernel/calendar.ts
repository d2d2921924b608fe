import { z } from "zod";
import { IsoDate } from "./date.ts";
import { addDays } from "./date-arithmetic.ts";
import { dateOfDay, dayNumber, weekday } from "./day-number.ts";
import { ok, type Refusal, type Result, refuse } from "./result.ts";
import { say } from "./text.ts";

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "MM-DD");

/**
 * The working-day table: for each year the holidays that fall on Monday to Friday and the weekend days that are
 * worked instead (调休). A year that is not in it is unknown: nothing is ever guessed about it (rule DL-08).
 */
export const CalendarData = z.object({
	source: z.string().min(1),
	years: z.array(
		z.object({
			year: z.int().min(1990).max(2100),
			holidays: z.array(monthDay),
			makeUpDays: z.array(monthDay),
		}),
	),
});
export type CalendarData = z.infer<typeof CalendarData>;

/** A calendar ready to count with. Every question is answered in constant time. */
export type Calendar = {
	readonly source: string;
	readonly years: ReadonlySet<number>;
	/** Day number of the first day of the table. */
	readonly firstDay: number;
	/** For each day of the table, how many working days there are up to and including it. */
	readonly upTo: Uint32Array;
	/** Day numbers of all working days, in order. */
	readonly workingDays: Int32Array;
	/** What was known before this calendar, the oldest first; empty where nothing was ever loaded or corrected. */
	readonly earlier: readonly EarlierCalendar[];
};

/** A calendar that was known up to the day before `until`. */
export type EarlierCalendar = { readonly until: IsoDate; readonly calendar: Calendar };

const known = (calendar: Calendar, year: number): boolean => calendar.years.has(year);
const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** Builds a calendar from its table. Years may be missing in between; what touches them is refused. */
export function makeCalendar(data: CalendarData, earlier: readonly EarlierCalendar[] = []): Calendar {
	const years = new Map(data.years.map((entry) => [entry.year, entry]));
	const order = [...years.keys()].toSorted((a, b) => a - b);
	const [first = 1970, last = 1969] = [order[0], order.at(-1)];
	const firstDay = dayNumber(IsoDate.parse(`${first}-01-01`));
	const size = order.length === 0 ? 0 : dayNumber(IsoDate.parse(`${last}-12-31`)) - firstDay + 1;
	const free = new Set<number>();
	const worked = new Set<number>();
	for (const entry of data.years) {
		for (const text of entry.holidays) free.add(dayNumber(IsoDate.parse(`${entry.year}-${text}`)));
		for (const text of entry.makeUpDays) worked.add(dayNumber(IsoDate.parse(`${entry.year}-${text}`)));
	}
	const upTo = new Uint32Array(size);
	const workingDays: number[] = [];
	for (let at = 0; at < size; at++) {
		const day = firstDay + at;
		const ofWeek = weekday(day);
		const isWorked = ofWeek === 0 || ofWeek === 6 ? worked.has(day) : !free.has(day);
		if (isWorked && years.has(new Date(day * 86_400_000).getUTCFullYear())) workingDays.push(day);
		upTo[at] = workingDays.length;
	}
	return {
		source: data.source,
		years: new Set(order),
		firstDay,
		upTo,
		workingDays: Int32Array.from(workingDays),
		earlier,
	};
}

/**
 * What was counted when something was made on a day: by the calendar that was known then, or the first later one that could
 * tell. So an end that could once be told never moves when a year is corrected afterwards.
 */
export function countedWhenMade<T>(
	calendar: Calendar,
	madeOn: IsoDate,
	count: (known: Calendar) => Result<T>,
): Result<T> {
	for (const { until, calendar: known } of calendar.earlier) {
		if (until <= madeOn) continue;
		const counted = count(known);
		if (counted.ok) return counted;
	}
	return count(calendar);
}

/** The refusal for a year without an official table (rule DL-08). */
export const unknownYear = (year: number): Refusal => ({
	rule: "DL-08",
	field: null,
	message: say(
		`没有${year}年的节假日和调休安排，无法计算工作日`,
		`No official table of holidays and make-up days for ${year}: working days cannot be counted`,
	),
	clears: say(
		`国务院办公厅公布${year}年节假日安排后，由省整改办在“规则”页载入当年工作日历`,
		`The provincial office loads the calendar of ${year} on the page of rules, once the State Council's notice for it is out`,
	),
	who: ["provOffice"],
	basis: "DL-08",
});

/** The first year from `from` to `to` (either order) that the table does not hold, or null. */
function firstUnknown(calendar: Calendar, from: number, to: number): number | null {
	const step = from <= to ? 1 : -1;
	for (let year = from; year !== to + step; year += step) if (!known(calendar, year)) return year;
	return null;
}

/** How many working days of the table lie on or before a day; 0 before the table. */
function countUpTo(calendar: Calendar, day: number): number {
	const at = day - calendar.firstDay;
	if (at < 0) return 0;
	return calendar.upTo[Math.min(at, calendar.upTo.length - 1)] ?? 0;
}

/** Whether `date` is worked. Refused for a year that the table does not hold. */
export function isWorkingDay(calendar: Calendar, date: IsoDate): Result<boolean> {
	const year = yearOf(date);
	if (!known(calendar, year)) return refuse(unknownYear(year));
	const day = dayNumber(date);
	return ok(countUpTo(calendar, day) > countUpTo(calendar, day - 1));
}

/**
 * The `n`th working day after `from`; the day after `from` can be day 1, `from` itself never is. A negative `n` goes
 * back from `from` in the same way, 0 is `from`. Refused when a year on the way has no table. `n` is a whole number;
 * a part of a day counts as a day.
 */
export function addWorkingDays(calendar: Calendar, from: IsoDate, n: number): Result<IsoDate> {
	const days = n < 0 ? Math.floor(n) : Math.ceil(n);
	if (days === 0) return ok(from);
	const start = dayNumber(from);
	const at = days > 0 ? countUpTo(calendar, start) + days - 1 : countUpTo(calendar, start - 1) + days;
	const reached = at < 0 ? undefined : calendar.workingDays[at];
	const first = yearOf(addDays(from, days > 0 ? 1 : -1));
	const date = reached === undefined ? null : dateOfDay(reached);
	const missing = firstUnknown(calendar, first, date === null ? beyond(calendar, days) : yearOf(date));
	if (missing !== null || date === null) return refuse(unknownYear(missing ?? beyond(calendar, days)));
	return ok(date);
}

/** The year after the table's last one, or before its first one. */
function beyond(calendar: Calendar, direction: number): number {
	const years = [...calendar.years];
	return direction > 0 ? Math.max(...years, 1969) + 1 : Math.min(...years, 2101) - 1;
}

/**
 * How many working days come after `from` up to and including `to`: the inverse of {@link addWorkingDays} on working
 * days. Negative when `to` is earlier. Refused when a year in between has no table.
 */
export function workingDaysBetween(calendar: Calendar, from: IsoDate, to: IsoDate): Result<number> {
	if (from === to) return ok(0);
	const forward = from < to;
	const first = yearOf(addDays(from, forward ? 1 : -1));
	const missing = firstUnknown(calendar, first, yearOf(to));
	if (missing !== null) return refuse(unknownYear(missing));
	const [start, end] = [dayNumber(from), dayNumber(to)];
	return ok(
		forward
			? countUpTo(calendar, end) - countUpTo(calendar, start)
			: countUpTo(calendar, end - 1) - countUpTo(calendar, start - 1),
	);
}

/**
 * Whether `day` lies after the `n`th working day after `from`. Only the years up to the day before `day` are asked for: on
 * the last days of the table it can be told that a term still runs, although nobody can tell yet on which day it ends.
 * Refused where one of them has no table. `n` is at least 1.
 */
export function isAfterWorkingDays(
	calendar: Calendar,
	from: IsoDate,
	n: number,
	day: IsoDate,
): Result<boolean> {
	if (day <= from) return ok(false);
	const passed = workingDaysBetween(calendar, from, addDays(day, -1));
	return passed.ok ? ok(passed.value >= n) : passed;
}

/**
 * The `n`th working day after `from`, or an earlier day where a year on the way has no table yet: all its days then count
 * as worked. For terms in somebody else's favour, who is never told a later day than the one that will hold.
 */
export function soonestWorkingDay(calendar: Calendar, from: IsoDate, n: number): IsoDate {
	const known = addWorkingDays(calendar, from, n);
	if (known.ok) return known.value;
	let day = from;
	for (let left = n; left > 0; ) {
		day = addDays(day, 1);
		const worked = isWorkingDay(calendar, day);
		if (!worked.ok || worked.value) left -= 1;
	}
	return day;
}

/** How long a public notice stands: rule-set values `noticeLength`, `noticeUnit` and `countFirstDay` (PUB-01). */
export type NoticeTerm = {
	readonly length: number;
	readonly unit: "workingDay" | "calendarDay";
	readonly countFirstDay: boolean;
};

/**
 * The last day of a notice that starts on `start`; it ends at 24:00 of that day. With `countFirstDay` the starting
 * day is day 1 (of working days: if it is one). Refused when working days of an unknown year are needed.
 */
export function noticeEnd(calendar: Calendar, start: IsoDate, term: NoticeTerm): Result<IsoDate> {
	const length = Math.max(1, Math.ceil(term.length));
	if (term.unit === "calendarDay") return ok(addDays(start, term.countFirstDay ? length - 1 : length));
	return addWorkingDays(calendar, term.countFirstDay ? addDays(start, -1) : start, length);
}
