import type { EventDescription } from "../journal/index.ts";
import { type Bilingual, type IsoDate, say } from "../kernel/index.ts";
import { formatDate } from "../vocabulary/index.ts";
import { workingDaysOf } from "./calendar-resolve.ts";
import type { CalendarDays, CalendarEvent } from "./calendar-schema.ts";

const LISTS: Readonly<Record<keyof CalendarDays, Bilingual>> = {
	holidays: say("放假（周一至周五）", "Holidays (Monday to Friday)"),
	makeUpDays: say("调休上班（周末）", "Make-up days (weekends)"),
};

const daysText = (days: readonly IsoDate[]): Bilingual | null =>
	days.length === 0
		? null
		: say(
				days.map((day) => formatDate(day, "zh-CN")).join("、"),
				days.map((day) => formatDate(day, "en")).join(", "),
			);

/** What a correction took off a list of days, and what it put on it. */
function changeOf(
	field: keyof CalendarDays,
	before: CalendarDays,
	after: CalendarDays,
): EventDescription["changes"] {
	const [had, has] = [before[field], after[field]];
	const [off, on] = [had.filter((day) => !has.includes(day)), has.filter((day) => !had.includes(day))];
	if (off.length + on.length === 0) return [];
	return [{ field, label: LISTS[field], from: daysText(off), to: daysText(on) }];
}

/** One sentence on what an event did to the calendar of a year, and from what notice. */
export function describeCalendarYear(event: CalendarEvent): EventDescription {
	const { year, entry } = event;
	const worked = workingDaysOf(year, entry);
	const did =
		event.type === "calendarYearRegistered"
			? say(`载入${year}年工作日历`, `Calendar of ${year} loaded`)
			: say(`更正${year}年工作日历`, `Calendar of ${year} corrected`);
	return {
		summary: say(
			`${did.zh}：放假${entry.holidays.length}天，调休上班${entry.makeUpDays.length}天，全年${worked}个工作日（${entry.notice.number}）`,
			`${did.en}: ${entry.holidays.length} holidays, ${entry.makeUpDays.length} make-up days, ${worked} working days (${entry.notice.number})`,
		),
		changes:
			event.type === "calendarYearRegistered"
				? []
				: [...changeOf("holidays", event.before, entry), ...changeOf("makeUpDays", event.before, entry)],
		reason: entry.reason,
		importId: null,
	};
}
