import { can, placeResource } from "../access/index.ts";
import {
	type Actor,
	type ActorStamp,
	accept,
	type Bilingual,
	type Decision,
	type Instant,
	type IsoDate,
	isWeekend,
	type Refusal,
	refusal,
	reject,
	sameJson,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import { formatDate } from "../vocabulary/index.ts";
import { daysOfYear } from "./calendar-resolve.ts";
import type {
	CalendarCommand,
	CalendarDays,
	CalendarEntry,
	CalendarEvent,
	CalendarYear,
	CalendarYearId,
} from "./calendar-schema.ts";

export type CalendarContext = {
	readonly actor: Actor;
	readonly stamp: ActorStamp;
	readonly now: Instant;
	/** The id of the year's stream. */
	readonly id: CalendarYearId;
};

const no = (code: string, field: string, message: Bilingual, clears: Bilingual): Refusal =>
	refusal(code, message, clears, { field, who: ["provOffice"], basis: "DL-08" });

const listed = (days: readonly IsoDate[]): Bilingual =>
	say(
		days.map((day) => formatDate(day, "zh-CN")).join("、"),
		days.map((day) => formatDate(day, "en")).join(", "),
	);

/** The refusal of the days of a list that cannot stand in it; none where there are none. */
function wrongDays(
	code: string,
	field: string,
	days: readonly IsoDate[],
	tell: (named: Bilingual) => readonly [Bilingual, Bilingual],
): Refusal[] {
	if (days.length === 0) return [];
	const [message, clears] = tell(listed(days));
	return [no(code, field, message, clears)];
}

/** What a list of days has to keep, whichever it is: of the year, each once. */
function listRefusals(year: number, field: keyof CalendarDays, days: readonly IsoDate[]): Refusal[] {
	const others = days.filter((day) => Number(day.slice(0, 4)) !== year);
	const twice = [...new Set(days.filter((day, at) => days.indexOf(day) !== at))];
	return [
		...wrongDays("CALENDAR_OTHER_YEAR", field, others, ({ zh, en }) => [
			say(`${zh}不在${year}年`, `${en}: not in ${year}`),
			say(
				"只填当年的日期；涉及上一年的，更正上一年的日历",
				"Give days of that year; correct the other year for its own",
			),
		]),
		...wrongDays("CALENDAR_DUPLICATE_DAY", field, twice, ({ zh, en }) => [
			say(`${zh}重复`, `${en}: given twice`),
			say("每个日期只填一次", "Give each day once"),
		]),
	];
}

function daysRefusals(year: number, { holidays, makeUpDays }: CalendarDays): Refusal[] {
	const none =
		holidays.length > 0
			? []
			: [
					no(
						"CALENDAR_NO_HOLIDAYS",
						"holidays",
						say(`没有填写${year}年的放假日期`, `No holidays are given for ${year}`),
						say(
							"按通知填写周一至周五的放假日期",
							"Give the holidays of the notice that fall on Monday to Friday",
						),
					),
				];
	return [
		...none,
		...listRefusals(year, "holidays", holidays),
		...listRefusals(year, "makeUpDays", makeUpDays),
		...wrongDays("CALENDAR_HOLIDAY_ON_WEEKEND", "holidays", holidays.filter(isWeekend), ({ zh, en }) => [
			say(`${zh}是周末，本就休息`, `${en}: a weekend, free anyway`),
			say("放假日期只填周一至周五", "Give only holidays that fall on Monday to Friday"),
		]),
		...wrongDays(
			"CALENDAR_MAKE_UP_ON_WEEKDAY",
			"makeUpDays",
			makeUpDays.filter((day) => !isWeekend(day)),
			({ zh, en }) => [
				say(`${zh}不是周末，本就上班`, `${en}: no weekend, worked anyway`),
				say("调休上班日期只填周六、周日", "Give only Saturdays and Sundays that are worked"),
			],
		),
	];
}

/** When a year and its notice can be told at all: the notice for a year is out in the year before it. */
function timeRefusals({ year, notice }: CalendarCommand, today: IsoDate): Refusal[] {
	const refusals: Refusal[] = [];
	if (year > Number(today.slice(0, 4)) + 1) {
		refusals.push(
			no(
				"CALENDAR_TOO_EARLY",
				"year",
				say(`${year}年的放假安排尚未公布`, `The holidays of ${year} are not announced yet`),
				say("最多载入下一年的日历", "Load next year's calendar at most"),
			),
		);
	}
	if (notice.issuedOn > today) {
		refusals.push(
			no(
				"CALENDAR_NOTICE_IN_FUTURE",
				"notice.issuedOn",
				say("发文日期不能晚于今天", "The notice cannot be of a day to come"),
				say("填写通知的发文日期", "Give the day of the notice"),
			),
		);
	}
	return refusals;
}

const sorted = ({ holidays, makeUpDays }: CalendarDays): CalendarDays => ({
	holidays: holidays.toSorted(),
	makeUpDays: makeUpDays.toSorted(),
});

/** A year is loaded once, by a first entry or with the program, and from then on corrected by entries that say so. */
function standingRefusals(command: CalendarCommand, before: CalendarDays | null): Refusal[] {
	const { year } = command;
	if (command.type === "registerCalendarYear") {
		if (before === null) return [];
		return [
			no(
				"CALENDAR_YEAR_KNOWN",
				"year",
				say(`已有${year}年的日历`, `There is a calendar of ${year} already`),
				say("安排有变的，用“更正日历”并写明原因", "Where it has changed, correct it and say why"),
			),
		];
	}
	if (before === null) {
		return [
			no(
				"CALENDAR_YEAR_UNKNOWN",
				"year",
				say(`还没有${year}年的日历，无从更正`, `There is no calendar of ${year} to correct`),
				say("先载入该年日历", "Load that year first"),
			),
		];
	}
	if (!sameJson(sorted(before), sorted(command))) return [];
	return [
		no(
			"NO_CHANGE",
			"holidays",
			say("与现行日历相同，没有更正", "It is what holds already"),
			say("修改日期后再提交", "Change the days"),
		),
	];
}

/** What a command would make happen to the calendar of its year. Pure and total. */
export function decideCalendarYear(
	state: CalendarYear | null,
	command: CalendarCommand,
	{ actor, stamp, now, id }: CalendarContext,
): Decision<CalendarEvent> {
	const denied = can(actor, command.type, placeResource(null));
	if (denied !== null) return reject(denied);
	const { year, notice } = command;
	const before = daysOfYear(year, state);
	const refusals = [
		...standingRefusals(command, before),
		...timeRefusals(command, shanghaiDate(now)),
		...daysRefusals(year, command),
	];
	if (refusals.length > 0) return reject(...refusals);
	const reason = command.type === "correctCalendarYear" ? command.reason : null;
	const entry: CalendarEntry = { ...sorted(command), notice, reason, by: stamp, at: now };
	if (before === null) {
		return accept<CalendarEvent>({ type: "calendarYearRegistered", at: now, id, year, entry });
	}
	return accept<CalendarEvent>({
		...{ type: "calendarYearCorrected", at: now, id, year, entry },
		before: sorted(before),
	});
}
