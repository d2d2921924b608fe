import { caseVocab } from "@zhenggai/domain/vocabulary";
import { client } from "../../api.ts";
import { word } from "../../i18n/format.ts";
import type { TimelineOf } from "../../journal/index.ts";

/** What the ledger said about a year of the calendar. No import ever makes any of it. */
export const calendarTimeline = (year: number): TimelineOf => ({
	key: ["rules", "history", `calendar-${year}`],
	history: (page, signal) => client.rules.calendarHistory.query({ year, ...page }, { signal }),
	check: (signal) => client.journal.verifyCalendarYear.query({ year }, { signal }),
	eventWord: (type) => word(caseVocab.calendarEvent, type),
	importHref: () => "/imports",
});
