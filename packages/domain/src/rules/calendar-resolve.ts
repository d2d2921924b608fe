import {
	type Calendar,
	type CalendarData,
	type EarlierCalendar,
	IsoDate,
	makeCalendar,
	officialCalendar,
	officialCalendarData,
	shanghaiDate,
	workingDaysBetween,
} from "../kernel/index.ts";
import type { CalendarDays, CalendarEntry, CalendarYear } from "./calendar-schema.ts";

type YearTable = CalendarData["years"][number];
type Entered = { readonly on: IsoDate; readonly year: number; readonly entry: CalendarEntry };

/** A calendar of the ledger, from the day on which its last entry was made. */
export type CalendarEdition = { readonly from: IsoDate; readonly calendar: Calendar };

const monthDays = (days: readonly IsoDate[]): string[] => days.map((day) => day.slice(5));
const ofYear = (year: number, { holidays, makeUpDays }: CalendarDays): YearTable => ({
	year,
	holidays: monthDays(holidays),
	makeUpDays: monthDays(makeUpDays),
});

/** All entries of the ledger in the order in which they were made, each with its day in Asia/Shanghai. */
const enteredIn = (years: readonly CalendarYear[]): Entered[] =>
	years
		.flatMap(({ year, entries }) => entries.map((entry) => ({ year, entry, on: shanghaiDate(entry.at) })))
		.toSorted((a, b) => (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : a.year - b.year));

/** The days of a year as the program brings them; null for a year that it does not know. */
export function officialYear(year: number): CalendarDays | null {
	const found = officialCalendarData().years.find((entry) => entry.year === year);
	if (found === undefined) return null;
	const days = (list: readonly string[]) => list.map((day) => IsoDate.parse(`${year}-${day}`));
	return { holidays: days(found.holidays), makeUpDays: days(found.makeUpDays) };
}

/** What holds for a year: the ledger's last word on it, else the program's; null for a year that nobody loaded. */
export const daysOfYear = (year: number, kept: CalendarYear | null | undefined): CalendarDays | null =>
	kept?.entries.at(-1) ?? officialYear(year);

/**
 * The calendars of a ledger in the order of days: of each day on which a year was loaded or corrected, the table of the
 * program with the ledger's own years in place of its own. Each knows those before it.
 */
export function calendarEditions(years: readonly CalendarYear[]): readonly CalendarEdition[] {
	const entered = enteredIn(years);
	const editions: CalendarEdition[] = [];
	for (const from of new Set(entered.map(({ on }) => on))) {
		const earlier: EarlierCalendar[] = [officialCalendar(), ...editions.map(({ calendar }) => calendar)].map(
			(calendar, at) => ({ calendar, until: editions[at]?.from ?? from }),
		);
		const table = new Map(officialCalendarData().years.map((entry) => [entry.year, entry]));
		for (const { on, year, entry } of entered) if (on <= from) table.set(year, ofYear(year, entry));
		const data = { source: officialCalendarData().source, years: [...table.values()] };
		editions.push({ from, calendar: makeCalendar(data, earlier) });
	}
	return editions;
}

/** The calendar as it was known on a day: what is loaded or corrected later says nothing about that day. */
export const calendarOn = (editions: readonly CalendarEdition[], on: IsoDate): Calendar =>
	editions.findLast(({ from }) => from <= on)?.calendar ?? officialCalendar();

/** How many days of a year are worked by what is said of it. */
export function workingDaysOf(year: number, days: CalendarDays): number {
	const calendar = makeCalendar({ source: String(year), years: [ofYear(year, days)] });
	const counted = workingDaysBetween(
		calendar,
		IsoDate.parse(`${year - 1}-12-31`),
		IsoDate.parse(`${year}-12-31`),
	);
	return counted.ok ? counted.value : 0;
}
