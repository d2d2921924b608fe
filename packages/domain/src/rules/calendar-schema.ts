import { z } from "zod";
import { ActorStamp, Instant, IsoDate } from "../kernel/index.ts";

/** The stream of a year's calendar; its id follows from the year and is made at the edge. */
export const CalendarYearId = z.uuid().brand("CalendarYearId");
export type CalendarYearId = z.infer<typeof CalendarYearId>;

/** A year that the ledger can keep a calendar of. */
export const CalendarYearNumber = z.int().min(1990).max(2100);

/** The notice of the State Council's General Office that a year's calendar is taken from. */
export const CalendarNotice = z.object({
	/** Its document number, 国办发明电〔2026〕7号. */
	number: z.string().trim().min(2).max(60),
	title: z.string().trim().min(2).max(200),
	issuedOn: IsoDate,
});
export type CalendarNotice = z.infer<typeof CalendarNotice>;

/** More days than any year has ever had, and few enough to be looked through. */
const days = z.array(IsoDate).max(80);

/** What is said of a year: its days off on Monday to Friday, and its weekend days that are worked. */
export const CalendarDays = z.object({ holidays: days, makeUpDays: days });
export type CalendarDays = z.infer<typeof CalendarDays>;

const said = { ...CalendarDays.shape, notice: CalendarNotice };

/** One word of the ledger on a year; the last one holds. */
export const CalendarEntry = z.object({
	...said,
	/** Why it was corrected; null for a year that was loaded for the first time. */
	reason: z.string().nullable(),
	by: ActorStamp,
	at: Instant,
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

/** What the ledger says about a year, the oldest first. There is no state without an entry. */
export const CalendarYear = z.object({
	id: CalendarYearId,
	year: CalendarYearNumber,
	version: z.int().min(0),
	entries: z.array(CalendarEntry),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** Everything that can be asked of the ledger's calendar. */
export const CalendarCommand = z.discriminatedUnion("type", [
	z.object({ type: z.literal("registerCalendarYear"), year: CalendarYearNumber, ...said }),
	z.object({
		type: z.literal("correctCalendarYear"),
		year: CalendarYearNumber,
		...said,
		reason: z.string().trim().min(2).max(2000),
	}),
]);
export type CalendarCommand = z.infer<typeof CalendarCommand>;
export type CalendarVerb = CalendarCommand["type"];

const of = { at: Instant, id: CalendarYearId, year: CalendarYearNumber, entry: CalendarEntry };

/** What happened to the calendar of a year, as journalled. */
export const CalendarEvent = z.discriminatedUnion("type", [
	z.object({ type: z.literal("calendarYearRegistered"), ...of }),
	z.object({
		type: z.literal("calendarYearCorrected"),
		...of,
		/** What had held before, of the ledger or of the program. */
		before: CalendarDays,
	}),
]);
export type CalendarEvent = z.infer<typeof CalendarEvent>;
