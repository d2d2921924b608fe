import { type Calendar, CalendarData, makeCalendar } from "./calendar.ts";
import table from "./official-calendar.json" with { type: "json" };

let read: CalendarData | undefined;
let built: Calendar | undefined;

/** The table of the years that come with the program. */
export function officialCalendarData(): CalendarData {
	read ??= CalendarData.parse(table);
	return read;
}

/**
 * The official calendar of the years that are in its table (see `scripts/generate-calendar.ts`). The last days of
 * its last year may still change: the notice for the next year can move them, as it did with 2018-12-29. What was announced since the program was built, the
 * province loads into the ledger (`rules/calendar-*.ts`): there this table is one part of the calendar.
 */
export function officialCalendar(): Calendar {
	built ??= makeCalendar(officialCalendarData());
	return built;
}
