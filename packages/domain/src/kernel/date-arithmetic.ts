import { type Instant, IsoDate } from "./date.ts";
import { dateOfDay, dayNumber, lastDayNumber, shanghaiDay } from "./day-number.ts";

const pad = (n: number) => String(n).padStart(2, "0");

/** The date of these numbers, or null where no such day exists. */
export function dateOf(year: number, month: number, day: number): IsoDate | null {
	const parsed = IsoDate.safeParse(`${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`);
	return parsed.success ? parsed.data : null;
}

/** `date` moved by a number of calendar days. */
export function addDays(date: IsoDate, days: number): IsoDate {
	return dateOfDay(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/**
 * The civil date in Asia/Shanghai at a moment, whatever the machine's zone: legal days end at 24:00 there
 * (the zone has kept UTC+8 without summer time since 1991).
 */
export const shanghaiDate = (moment: Instant): IsoDate => dateOfDay(shanghaiDay(moment));

/** The last day of a month. */
export function lastDayOfMonth(year: number, month: number): IsoDate {
	return dateOfDay(lastDayNumber({ precision: "month", year, month }) ?? 0);
}

/**
 * The same day so many months later (or earlier, for negative numbers); where that month is shorter, its last day. The
 * last day of a month stays a last day, so that a deadline "by the end of June" moves to the end of a month.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
	const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
	const at = year * 12 + (month - 1) + months;
	const last = lastDayOfMonth(Math.floor(at / 12), (at % 12) + 1);
	const isLast = date === lastDayOfMonth(year, month);
	return isLast ? last : (dateOf(Math.floor(at / 12), (at % 12) + 1, day) ?? last);
}
