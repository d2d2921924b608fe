import { type Actor, dateOfDay, dayNumber, IsoDate, isWeekend } from "@zhenggai/domain/kernel";
import {
	type CalendarCommand,
	type CalendarDays,
	type CalendarPreview,
	daysOfYear,
	decideCalendarYear,
	workingDaysOf,
} from "@zhenggai/domain/rules";
import { readerOf } from "@zhenggai/storage";
import { loadCalendarYears } from "@zhenggai/storage/rules";
import { authorise, stampOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { calendarYearId } from "./calendar-facts.ts";

const isWorked = (day: IsoDate, { holidays, makeUpDays }: CalendarDays): boolean =>
	isWeekend(day) ? makeUpDays.includes(day) : !holidays.includes(day);

const PLAIN: CalendarDays = { holidays: [], makeUpDays: [] };

/** The days of a year that are worked by the one and free by the other. */
function differences(year: number, before: CalendarDays, after: CalendarDays) {
	const [first, last] = [`${year}-01-01`, `${year}-12-31`].map((day) => dayNumber(IsoDate.parse(day)));
	const [freed, worked]: [IsoDate[], IsoDate[]] = [[], []];
	for (let at = first ?? 0; at <= (last ?? -1); at++) {
		const day = dateOfDay(at);
		const [was, is] = [isWorked(day, before), isWorked(day, after)];
		if (was && !is) freed.push(day);
		if (!was && is) worked.push(day);
	}
	return { freed, worked };
}

/** What a command would make of a year, and why it would be refused. Changes nothing. */
export const previewCalendar =
	(context: ServiceContext) =>
	async (actor: Actor, command: CalendarCommand): Promise<CalendarPreview> => {
		authorise(actor, "viewRule");
		const { year } = command;
		const kept = await loadCalendarYears(readerOf(context.database));
		const state = kept.find((entry) => entry.year === year) ?? null;
		const before = daysOfYear(year, state);
		const { now } = momentOf(context);
		const decision = decideCalendarYear(state, command, {
			...{ actor, stamp: stampOf(actor), now, id: calendarYearId(year) },
		});
		return {
			year,
			refusals: decision.ok ? [] : [...decision.refusals],
			workingDaysBefore: before === null ? null : workingDaysOf(year, before),
			workingDays: workingDaysOf(year, command),
			...differences(year, before ?? PLAIN, command),
		};
	};
