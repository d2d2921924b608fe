import { type Instant, IsoDate } from "./date.ts";
import type { DatePoint } from "./deadline.ts";

const ZERO = 48;
const digit = (text: string, at: number): number => text.charCodeAt(at) - ZERO;
const hourOf = (moment: Instant): number => digit(moment, 11) * 10 + digit(moment, 12);

/** Days from 1970-01-01 to a day of the Gregorian calendar. `month` may run on to 13, the next year's January. */
function dayOf(writtenYear: number, month: number, day: number): number {
	// Years that begin in March put the leap day last, so that months have a fixed offset.
	const year = month > 2 ? writtenYear : writtenYear - 1;
	const era = Math.floor(year / 400);
	const ofEra = year - era * 400;
	const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/**
 * Days from 1970-01-01 to `date` (of a moment, to its day in UTC), in integers only: evaluation compares millions of dates and must not build a
 * `Date` for each.
 */
export function dayNumber(date: IsoDate | Instant): number {
	const year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
	return dayOf(year, digit(date, 5) * 10 + digit(date, 6), digit(date, 8) * 10 + digit(date, 9));
}

/** The day number of `shanghaiDate(moment)`: from 16:00 UTC on it is the next day there. */
export const shanghaiDay = (moment: Instant): number => dayNumber(moment) + (hourOf(moment) >= 16 ? 1 : 0);

/** The day number of `lastDay(point)` (rule DL-02), or null for dates that have no last day. */
export function lastDayNumber(point: DatePoint): number | null {
	switch (point.precision) {
		case "day":
			return dayNumber(point.date);
		case "month":
			return dayOf(point.year, point.month + 1, 1) - 1;
		case "quarter":
			return dayOf(point.year, point.quarter * 3 + 1, 1) - 1;
		case "halfYear":
			return dayOf(point.year, point.half * 6 + 1, 1) - 1;
		case "year":
			return dayOf(point.year, 12, 31);
		case "fiveYearPlan":
			return dayOf(1955 + point.plan * 5, 12, 31);
		case "recurring":
		case "openEnded":
			return null;
	}
}

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

const MOST_DATES = 100_000;
const dates = new Map<number, IsoDate>();

/** The date of a day number. Dates are kept once made: there are few days, and each is asked for often. */
export function dateOfDay(day: number): IsoDate {
	let date = dates.get(day);
	if (date === undefined) {
		date = IsoDate.parse(new Date(day * 86_400_000).toISOString().slice(0, 10));
		if (dates.size >= MOST_DATES) dates.clear();
		dates.set(day, date);
	}
	return date;
}
