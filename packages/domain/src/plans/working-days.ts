import { addWorkingDays, type Calendar, type IsoDate, type Result } from "../kernel/index.ts";

const known = new WeakMap<Calendar, Map<string, Result<IsoDate>>>();

/**
 * The `workingDays`th working day after a day, the next day being day 1. Refused for years without a calendar. Kept per
 * calendar: rules ask it for every issue, and all issues of a feedback ask the same.
 */
export function workingDayAfter(calendar: Calendar, from: IsoDate, workingDays: number): Result<IsoDate> {
	let days = known.get(calendar);
	if (days === undefined) {
		days = new Map();
		known.set(calendar, days);
	}
	const key = `${from}+${workingDays}`;
	let day = days.get(key);
	if (day === undefined) {
		day = addWorkingDays(calendar, from, workingDays);
		days.set(key, day);
	}
	return day;
}
