import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type Actor,
	type ActorStamp,
	addWorkingDays,
	countedWhenMade,
	Instant,
	IsoDate,
	isWorkingDay,
	noticeEnd,
	officialCalendar,
	RegionCode,
	type Role,
} from "../kernel/index.ts";
import { decideCalendarYear } from "./calendar-decide.ts";
import { evolveCalendarYear, replayCalendarYear } from "./calendar-evolve.ts";
import { describeCalendarYear } from "./calendar-history.ts";
import { calendarEditions, calendarOn, daysOfYear, officialYear, workingDaysOf } from "./calendar-resolve.ts";
import { type CalendarCommand, CalendarEvent, type CalendarYear, CalendarYearId } from "./calendar-schema.ts";
import { wantedYears } from "./calendar-view.ts";

const day = (text: string) => IsoDate.parse(text);
const days = (...texts: string[]) => texts.map(day);
const ID = CalendarYearId.parse("00000000-0000-7000-8000-000000002027");
const STAMP: ActorStamp = {
	...{ kind: "person", id: "u", name: "省整改办", role: "provOffice" },
	...{ region: RegionCode.parse("680000"), unitId: null },
};
const actorOf = (role: Role): Actor => ({
	...{ kind: "person", userId: "u", personId: null, name: "省整改办", role },
	...{ region: RegionCode.parse("680000"), unitId: null },
});
const NOTICE = {
	number: "国办发明电〔2026〕90号",
	title: "部分节假日安排的通知",
	issuedOn: day("2026-11-05"),
};
const DAYS = {
	holidays: days("2027-01-01", "2027-02-08", "2027-02-09"),
	makeUpDays: days("2027-02-06"),
};
const LOAD: CalendarCommand = { type: "registerCalendarYear", year: 2027, ...DAYS, notice: NOTICE };
const correct = (year: number, said: { holidays: IsoDate[]; makeUpDays: IsoDate[] }): CalendarCommand => ({
	...{ type: "correctCalendarYear", year, ...said, notice: NOTICE, reason: "延长假期" },
});
const decide = (
	state: CalendarYear | null,
	command: CalendarCommand,
	on = "2026-11-10",
	role: Role = "provOffice",
) =>
	decideCalendarYear(state, command, {
		...{ actor: actorOf(role), stamp: STAMP, now: Instant.parse(`${on}T02:00:00.000Z`), id: ID },
	});
const codes = (...asked: Parameters<typeof decide>): string[] => {
	const decision = decide(...asked);
	return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
};
function said(state: CalendarYear | null, command: CalendarCommand, on?: string): CalendarYear {
	const decision = decide(state, command, on);
	if (!decision.ok) throw new Error(decision.refusals.map(({ rule }) => rule).join());
	const next = decision.events.reduce<CalendarYear | null>(evolveCalendarYear, state);
	if (next === null) throw new Error("no state");
	return next;
}

describe("what a calendar of a year has to be", () => {
	test.each([
		["a holiday on a Saturday", { holidays: days("2027-01-02") }, "CALENDAR_HOLIDAY_ON_WEEKEND"],
		["a make-up day on a Monday", { makeUpDays: days("2027-02-15") }, "CALENDAR_MAKE_UP_ON_WEEKDAY"],
		["a holiday of another year", { holidays: days("2026-12-31") }, "CALENDAR_OTHER_YEAR"],
		["a make-up day of another year", { makeUpDays: days("2026-12-27") }, "CALENDAR_OTHER_YEAR"],
		["a day twice", { holidays: days("2027-01-01", "2027-01-01") }, "CALENDAR_DUPLICATE_DAY"],
		["no holidays at all", { holidays: [] }, "CALENDAR_NO_HOLIDAYS"],
		[
			"a notice of tomorrow",
			{ notice: { ...NOTICE, issuedOn: day("2026-11-11") } },
			"CALENDAR_NOTICE_IN_FUTURE",
		],
	])("[rules I19] %s is refused, and the refusal says what would clear it", (_what, more, code) => {
		const decision = decide(null, { ...LOAD, ...more });
		const refusals = decision.ok ? [] : decision.refusals;
		expect(refusals.map(({ rule }) => rule)).toEqual([code]);
		for (const { message, clears, who } of refusals) {
			expect([message.zh, message.en, clears.zh, clears.en].every((text) => text.length > 3)).toBe(true);
			expect(who).toEqual(["provOffice"]);
		}
	});

	test("[rules I19] a year is loaded once, the next one at most; from then on it is corrected, and by the province alone", () => {
		const loaded = said(null, LOAD);
		expect(codes(loaded, LOAD)).toEqual(["CALENDAR_YEAR_KNOWN"]);
		expect(codes(null, { ...LOAD, year: 2026, holidays: days("2026-01-01"), makeUpDays: [] })).toEqual([
			"CALENDAR_YEAR_KNOWN",
		]);
		expect(codes(null, { ...LOAD, year: 2028, holidays: days("2028-01-03"), makeUpDays: [] })).toEqual([
			"CALENDAR_TOO_EARLY",
		]);
		expect(codes(null, correct(2027, DAYS))).toEqual(["CALENDAR_YEAR_UNKNOWN"]);
		expect(codes(loaded, correct(2027, DAYS))).toEqual(["NO_CHANGE"]);
		for (const role of ["cityOffice", "countyOffice", "auditor", "leadingGroup"] as const) {
			expect(codes(null, LOAD, "2026-11-10", role)).toEqual(["NOT_ALLOWED"]);
		}
	});
});

describe("the calendar of a ledger", () => {
	test("[rules I20] is the program's table with the ledger's years in place of its own", () => {
		expect(isWorkingDay(officialCalendar(), day("2027-02-06")).ok).toBe(false);
		const official = officialYear(2026);
		if (official === null) throw new Error("no 2026");
		const corrected = correct(2026, {
			holidays: [...official.holidays, day("2026-12-31")],
			makeUpDays: [...official.makeUpDays],
		});
		const calendar = calendarOn(
			calendarEditions([said(null, LOAD), said(null, corrected, "2026-11-12")]),
			day("2026-12-01"),
		);
		expect(isWorkingDay(calendar, day("2027-02-06"))).toEqual({ ok: true, value: true });
		expect(isWorkingDay(calendar, day("2027-02-08"))).toEqual({ ok: true, value: false });
		expect(isWorkingDay(calendar, day("2026-12-31"))).toEqual({ ok: true, value: false });
		expect(isWorkingDay(calendar, day("2028-01-04")).ok).toBe(false);
		// 261 days of Monday to Friday, three of them free, one Saturday worked.
		expect(workingDaysOf(2027, DAYS)).toBe(259);
		expect(daysOfYear(2025, undefined)).toEqual(officialYear(2025));
	});

	test("[rules I20] of a past day is the one that was known then", () => {
		const first = said(null, LOAD, "2026-11-10");
		const later = said(first, correct(2027, { ...DAYS, makeUpDays: [] }), "2027-01-20");
		const editions = calendarEditions([later]);
		expect(calendarOn(editions, day("2026-11-09")).years.has(2027)).toBe(false);
		expect(isWorkingDay(calendarOn(editions, day("2027-01-19")), day("2027-02-06"))).toMatchObject({
			value: true,
		});
		expect(isWorkingDay(calendarOn(editions, day("2027-01-20")), day("2027-02-06"))).toMatchObject({
			value: false,
		});
	});

	test("[rules I21] an end that could be told once never moves, whatever is corrected afterwards", () => {
		const first = said(null, LOAD, "2026-11-10");
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.constantFrom(...days("2027-01-04", "2027-01-05", "2027-01-06", "2027-03-01")), {
					minLength: 1,
				}),
				fc.constantFrom(...days("2026-11-10", "2026-12-24", "2026-12-31", "2027-01-01")),
				fc.integer({ min: 1, max: 30 }),
				(more, madeOn, n) => {
					const changed = { ...DAYS, holidays: [...DAYS.holidays, ...more] };
					const before = calendarOn(calendarEditions([first]), madeOn);
					const now = calendarOn(
						calendarEditions([said(first, correct(2027, changed), "2027-01-03")]),
						day("2027-02-01"),
					);
					const count = (calendar: typeof now) => addWorkingDays(calendar, madeOn, n);
					expect(countedWhenMade(now, madeOn, count)).toEqual(count(before));
				},
			),
		);
	});

	test("[rules I21] an end that could not be told when it was made is counted by the first calendar that can", () => {
		const first = said(null, LOAD, "2026-12-30");
		const later = said(
			first,
			correct(2027, { ...DAYS, holidays: [...DAYS.holidays, day("2027-01-04")] }),
			"2027-01-02",
		);
		const now = calendarOn(calendarEditions([later]), day("2027-02-01"));
		const term = { length: 10, unit: "workingDay", countFirstDay: true } as const;
		const start = day("2026-12-28");
		expect(noticeEnd(officialCalendar(), start, term).ok).toBe(false);
		const end = countedWhenMade(now, start, (calendar) => noticeEnd(calendar, start, term));
		expect(end).toEqual({ ok: true, value: "2027-01-11" });
		expect(noticeEnd(now, start, term)).toEqual({ ok: true, value: "2027-01-12" });
	});

	test("[rules I22] is that of its events: they read back as written, and tell what changed", () => {
		const first = said(null, LOAD);
		const asked = correct(2027, { holidays: days("2027-01-01", "2027-02-09", "2027-02-10"), makeUpDays: [] });
		const decision = decide(first, asked, "2026-12-01");
		const [event] = decision.ok ? decision.events : [];
		if (event === undefined) throw new Error("no event");
		const opening = decide(null, LOAD);
		const events = [...(opening.ok ? opening.events : []), event].map((one) =>
			CalendarEvent.parse(JSON.parse(JSON.stringify(one))),
		);
		expect(replayCalendarYear(events)).toEqual(said(first, asked, "2026-12-01"));
		expect(describeCalendarYear(event)).toMatchObject({
			reason: "延长假期",
			changes: [
				{ field: "holidays", from: { zh: "2027年2月8日" }, to: { zh: "2027年2月10日" } },
				{ field: "makeUpDays", from: { zh: "2027年2月6日" }, to: null },
			],
		});
	});

	test("asks for the next year from November on", () => {
		const { years } = officialCalendar();
		expect(wantedYears(day("2026-10-31"), years)).toEqual([]);
		expect(wantedYears(day("2026-11-01"), years)).toEqual([2027]);
		expect(wantedYears(day("2027-01-01"), years)).toEqual([2027]);
		expect(wantedYears(day("2027-11-01"), years)).toEqual([2027, 2028]);
	});
});
