import { type Calendar, CalendarData, makeCalendar } from "./calendar.ts";
import table from "./official-calendar.json" with { type: "json" };

let built: Calendar | undefined;

/**
 * The official calendar of the years that are in its table (see `scripts/generate-calendar.ts`). The last days of
 * its last year may still change: the notice for the next year can move them, as it did with 2018-12-29.
 */
export function officialCalendar(): Calendar {
	built ??= makeCalendar(CalendarData.parse(table));
	return built;
}
