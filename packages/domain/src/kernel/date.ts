import { z } from "zod";

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A civil date of Asia/Shanghai, `YYYY-MM-DD`. A day that does not exist is refused. */
export const IsoDate = z
	.string()
	.regex(DATE, "YYYY-MM-DD")
	.refine((text) => {
		const parsed = new Date(`${text}T00:00:00Z`);
		return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
	}, "a day of the calendar")
	.brand("IsoDate");
export type IsoDate = z.infer<typeof IsoDate>;

/** A moment in UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime({ offset: false }).brand("Instant");
export type Instant = z.infer<typeof Instant>;

const pad = (n: number) => String(n).padStart(2, "0");

/** The date of these numbers, or null where no such day exists. */
export function dateOf(year: number, month: number, day: number): IsoDate | null {
	const parsed = IsoDate.safeParse(`${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`);
	return parsed.success ? parsed.data : null;
}

const DAY_MS = 86_400_000;
const epochDay = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** `date` moved by a number of calendar days. */
export function addDays(date: IsoDate, days: number): IsoDate {
	return IsoDate.parse(new Date((epochDay(date) + days) * DAY_MS).toISOString().slice(0, 10));
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => epochDay(to) - epochDay(from);

const SHANGHAI_MS = 8 * 3_600_000;

/**
 * The civil date in Asia/Shanghai at a moment, whatever the machine's zone: legal days end at 24:00 there
 * (the zone has kept UTC+8 without summer time since 1991).
 */
export const shanghaiDate = (moment: Instant): IsoDate =>
	IsoDate.parse(new Date(Date.parse(moment) + SHANGHAI_MS).toISOString().slice(0, 10));

/** The last day of a month. */
export function lastDayOfMonth(year: number, month: number): IsoDate {
	return IsoDate.parse(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
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
