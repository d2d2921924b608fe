import { can, placeResource } from "@zhenggai/domain/access";
import type { Actor, IsoDate } from "@zhenggai/domain/kernel";
import { officialCalendarData } from "@zhenggai/domain/kernel";
import {
	type CalendarEntry,
	type CalendarView,
	type CalendarWord,
	type CalendarYear,
	CalendarYearId,
	type CalendarYearView,
	daysOfYear,
	officialYear,
	wantedYears,
	workingDaysOf,
} from "@zhenggai/domain/rules";
import { derivedUuid } from "./derived-uuid.ts";

/** The id of the stream of a year's calendar: made of the year, so that two offices begin the same one. */
export const calendarYearId = (year: number): CalendarYearId =>
	CalendarYearId.parse(derivedUuid(`zhenggai calendar ${year}`));

const wordOf = (year: number, { by, ...entry }: CalendarEntry): CalendarWord => ({
	...entry,
	by: by.name,
	workingDays: workingDaysOf(year, entry),
});

function yearView(year: number, kept: CalendarYear | undefined): CalendarYearView[] {
	const days = daysOfYear(year, kept);
	if (days === null) return [];
	return [
		{
			year,
			version: kept?.version ?? 0,
			holidays: days.holidays,
			makeUpDays: days.makeUpDays,
			workingDays: workingDaysOf(year, days),
			official: officialYear(year) !== null,
			words: (kept?.entries ?? []).map((entry) => wordOf(year, entry)).toReversed(),
		},
	];
}

/** The calendar of the ledger as its page shows it, the newest year first. */
export function calendarViewOf(actor: Actor, kept: readonly CalendarYear[], today: IsoDate): CalendarView {
	const own = new Map(kept.map((entry) => [entry.year, entry]));
	const { source, years } = officialCalendarData();
	const known = new Set([...years.map(({ year }) => year), ...own.keys()]);
	return {
		officialSource: source,
		years: [...known].toSorted((a, b) => b - a).flatMap((year) => yearView(year, own.get(year))),
		wanted: wantedYears(today, known),
		refusal: can(actor, "registerCalendarYear", placeResource(null)),
	};
}
