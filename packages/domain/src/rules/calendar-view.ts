import { z } from "zod";
import { Instant, IsoDate, Refusal } from "../kernel/index.ts";
import { CalendarDays, CalendarNotice, CalendarYearNumber } from "./calendar-schema.ts";

/** What the ledger said about a year at one time. */
export const CalendarWord = z.object({
	...CalendarDays.shape,
	notice: CalendarNotice,
	/** Null where the year was loaded for the first time. */
	reason: z.string().nullable(),
	by: z.string(),
	at: Instant,
	workingDays: z.int(),
});
export type CalendarWord = z.infer<typeof CalendarWord>;

/** A year of the calendar as its page shows it. */
export const CalendarYearView = z.object({
	year: CalendarYearNumber,
	/** Version of what the ledger says about it, what a command has to name; 0 where only the program knows the year. */
	version: z.int().min(0),
	...CalendarDays.shape,
	workingDays: z.int(),
	/** Whether the program brings the year; then what it brings is what the first word of the ledger corrected. */
	official: z.boolean(),
	/** What the ledger said about it, the newest first; that one holds. */
	words: z.array(CalendarWord),
});
export type CalendarYearView = z.infer<typeof CalendarYearView>;

/** The calendar of a ledger. */
export const CalendarView = z.object({
	/** Where the years that come with the program are from. */
	officialSource: z.string(),
	/** The newest first. */
	years: z.array(CalendarYearView),
	/** Years whose calendar is wanted by now and not there: this one, and from November on the next (DL-08). */
	wanted: z.array(CalendarYearNumber),
	/** Why whoever asks may not load a year; null where it may. */
	refusal: Refusal.nullable(),
});
export type CalendarView = z.infer<typeof CalendarView>;

/** What a command would make of a year, shown before it is sent. */
export const CalendarPreview = z.object({
	year: CalendarYearNumber,
	refusals: z.array(Refusal),
	/** Days of the year that are worked now, null where nobody knows; and would be. */
	workingDaysBefore: z.int().nullable(),
	workingDays: z.int(),
	/** Days that were worked and would not be, and the other way round; of a new year, against Monday to Friday. */
	freed: z.array(IsoDate),
	worked: z.array(IsoDate),
});
export type CalendarPreview = z.infer<typeof CalendarPreview>;

/** From this month on the notice for the next year is out, or about to be. */
const NOTICE_MONTH = 11;

/** The years of which a calendar is wanted on a day: its own, and from November on the next. */
export function wantedYears(today: IsoDate, known: ReadonlySet<number>): number[] {
	const [year = 0, month = 0] = today.split("-").map(Number);
	return (month >= NOTICE_MONTH ? [year, year + 1] : [year]).filter((one) => !known.has(one));
}
