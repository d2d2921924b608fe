import type { HistoryEntry } from "@zhenggai/domain/journal";
import type { Actor } from "@zhenggai/domain/kernel";
import { CalendarEvent, describeCalendarYear } from "@zhenggai/domain/rules";
import { readStream } from "@zhenggai/storage";
import { authorise } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import type { CalendarHistoryQuery } from "../services.ts";
import { calendarYearId } from "./calendar-facts.ts";

/** What the ledger said about a year of the calendar, the newest first, each entry in one sentence. */
export const listCalendarHistory =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		{ year, before, limit }: CalendarHistoryQuery,
	): Promise<{ items: HistoryEntry[]; more: boolean }> => {
		authorise(actor, "viewRule");
		const stream = await readStream(context.database, calendarYearId(year));
		const earlier = before === undefined ? stream : stream.filter(({ version }) => version < before);
		const items = earlier
			.slice(-limit)
			.toReversed()
			.map(({ version, type, at, actor: by, payload, hash }) => ({
				...{ version, type, at, actor: by, hash },
				...describeCalendarYear(CalendarEvent.parse(payload)),
			}));
		return { items, more: earlier.length > items.length };
	};
