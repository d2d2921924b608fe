import type { Actor } from "@zhenggai/domain/kernel";
import type { CalendarView } from "@zhenggai/domain/rules";
import { readerOf } from "@zhenggai/storage";
import { loadCalendarYears } from "@zhenggai/storage/rules";
import { authorise } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { calendarViewOf } from "./calendar-facts.ts";

/** The working calendar: every year that is known, with its source and who said what about it, read anew. */
export const listCalendar =
	(context: ServiceContext) =>
	async (actor: Actor): Promise<CalendarView> => {
		authorise(actor, "viewRule");
		const kept = await loadCalendarYears(readerOf(context.database));
		return calendarViewOf(actor, kept, momentOf(context).today);
	};
