import type { CalendarEvent, CalendarYear } from "./calendar-schema.ts";

/** The state after an event; every event adds one to the version. */
export function evolveCalendarYear(state: CalendarYear | null, event: CalendarEvent): CalendarYear {
	const { id, year, entry } = event;
	const entries = [...(state?.entries ?? []), entry];
	return { id, year, version: entries.length, entries };
}

/** The state after all events of a stream, or null for an empty one. */
export const replayCalendarYear = (events: readonly CalendarEvent[]): CalendarYear | null =>
	events.reduce<CalendarYear | null>(evolveCalendarYear, null);
