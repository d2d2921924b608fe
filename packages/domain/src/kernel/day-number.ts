import type { IsoDate } from "./date.ts";

const ZERO = 48;
const digit = (text: string, at: number): number => text.charCodeAt(at) - ZERO;

/**
 * Days from 1970-01-01 to `date` in the Gregorian calendar, in integers only: evaluation compares millions of dates
 * and must not build a `Date` for each.
 */
export function dayNumber(date: IsoDate): number {
	const month = digit(date, 5) * 10 + digit(date, 6);
	const day = digit(date, 8) * 10 + digit(date, 9);
	const written = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
	// Years that begin in March put the leap day last, so that months have a fixed offset.
	const year = month > 2 ? written : written - 1;
	const era = Math.floor(year / 400);
	const ofEra = year - era * 400;
	const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;
