import { describe, expect, test } from "vitest";
import {
	addWorkingDays,
	type Calendar,
	isAfterWorkingDays,
	isWorkingDay,
	makeCalendar,
	type NoticeTerm,
	noticeEnd,
	soonestWorkingDay,
	workingDaysBetween,
} from "./calendar.ts";
import { IsoDate } from "./date.ts";
import { addDays } from "./date-arithmetic.ts";
import { officialCalendar } from "./official-calendar.ts";
import type { Result } from "./result.ts";

const day = (text: string) => IsoDate.parse(text);
const calendar = officialCalendar();
const value = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Error(result.refusals.map((refusal) => refusal.message.en).join());
	return result.value;
};
const unknown = (result: Result<unknown>) =>
	result.ok ? [] : result.refusals.map((refusal) => `${refusal.rule} ${refusal.message.en.match(/\d{4}/)}`);

const workingTen: NoticeTerm = { length: 10, unit: "workingDay", countFirstDay: true };

describe("notices that were published", () => {
	test("Dongli: 10 working days from 2025-01-21, the first day counted, end on 2025-02-08 over Spring Festival", () => {
		expect(value(noticeEnd(calendar, day("2025-01-21"), workingTen))).toBe("2025-02-08");
	});

	test("Dongli: 2025-01-21 to 2025-02-08 are 10 working days and 19 calendar days, both ends counted", () => {
		expect(value(workingDaysBetween(calendar, day("2025-01-20"), day("2025-02-08")))).toBe(10);
		expect(
			value(noticeEnd(calendar, day("2025-01-21"), { ...workingTen, length: 19, unit: "calendarDay" })),
		).toBe("2025-02-08");
	});

	// Without make-up days the same notice would end later; without holidays earlier: only both give 8 February.
	const bare = (make: (year: { holidays: string[]; makeUpDays: string[] }) => object): Calendar =>
		makeCalendar({
			source: "2025, a part of it",
			years: [
				{
					year: 2025,
					holidays: [],
					makeUpDays: [],
					...make({
						holidays: ["01-28", "01-29", "01-30", "01-31", "02-03", "02-04"],
						makeUpDays: ["01-26", "02-08"],
					}),
				},
			],
		});
	const variants: [string, Calendar, number][] = [
		["Monday to Friday alone gives 14", bare(() => ({})), 14],
		["holidays without make-up days give 8", bare(({ holidays }) => ({ holidays })), 8],
		["holidays and make-up days give 10", bare((all) => all), 10],
	];
	test.each(variants)("Dongli: %s", (_name, table, days) => {
		expect(value(workingDaysBetween(table, day("2025-01-20"), day("2025-02-08")))).toBe(days);
	});

	test("Siping: 7 calendar days from 2019-12-13, the first day counted, end on 2019-12-19", () => {
		const term: NoticeTerm = { length: 7, unit: "calendarDay", countFirstDay: true };
		expect(value(noticeEnd(calendar, day("2019-12-13"), term))).toBe("2019-12-19");
		expect(value(workingDaysBetween(calendar, day("2019-12-12"), day("2019-12-19")))).toBe(5);
	});
});

const plans: { name: string; feedback: string; days: number; due: string }[] = [
	{ name: "round 3 batch 2, 45 working days", feedback: "2024-08-21", days: 45, due: "2024-10-29" },
	{ name: "round 3 batch 2, 30 working days", feedback: "2024-08-21", days: 30, due: "2024-10-09" },
	{ name: "Sichuan 2017, 30 working days", feedback: "2017-12-22", days: 30, due: "2018-02-05" },
	{ name: "round 2 batch 1, 30 working days", feedback: "2020-05-12", days: 30, due: "2020-06-23" },
];
test.each(plans)("plan due: $name after $feedback end on $due", ({ feedback, days, due }) => {
	expect(value(addWorkingDays(calendar, day(feedback), days))).toBe(due);
	expect(value(workingDaysBetween(calendar, day(feedback), day(due)))).toBe(days);
	expect(value(addWorkingDays(calendar, addDays(day(due), 1), -1))).toBe(due);
});

const makeUp = {
	2024: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
	2025: "01-26 02-08 04-27 09-28 10-11",
	2026: "01-04 02-14 02-28 05-09 09-20 10-10",
};
const weekdayHolidays = {
	2025: "01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08",
	2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07",
};
const datesOf = (table: Record<string, string>) =>
	Object.entries(table).flatMap(([year, days]) => days.split(" ").map((text) => day(`${year}-${text}`)));
test.each(datesOf(makeUp))("%s is a make-up working day", (date) => {
	expect(value(isWorkingDay(calendar, date))).toBe(true);
	expect([0, 6]).toContain(new Date(date).getUTCDay());
});
test.each(datesOf(weekdayHolidays))("%s is a holiday on a weekday", (date) => {
	expect(value(isWorkingDay(calendar, date))).toBe(false);
	expect([0, 6]).not.toContain(new Date(date).getUTCDay());
});

describe("counting", () => {
	test("a notice that starts on a free day and counts the first day starts on the next working day", () => {
		const term: NoticeTerm = { length: 1, unit: "workingDay", countFirstDay: true };
		expect(value(noticeEnd(calendar, day("2025-02-01"), term))).toBe("2025-02-05");
	});

	test("without the first day counted the period is one day longer", () => {
		const later = { ...workingTen, countFirstDay: false };
		expect(value(noticeEnd(calendar, day("2025-01-21"), later))).toBe("2025-02-10");
		const calendarDays: NoticeTerm = { length: 7, unit: "calendarDay", countFirstDay: false };
		expect(value(noticeEnd(calendar, day("2019-12-13"), calendarDays))).toBe("2019-12-20");
	});

	test("zero days is the day itself, also a free one; a part of a day is a day", () => {
		expect(value(addWorkingDays(calendar, day("2025-02-01"), 0))).toBe("2025-02-01");
		expect(value(addWorkingDays(calendar, day("2025-02-05"), 0.5))).toBe("2025-02-06");
	});

	test("back from a day: the day itself is not counted", () => {
		expect(value(addWorkingDays(calendar, day("2025-02-05"), -1))).toBe("2025-01-27");
		expect(value(workingDaysBetween(calendar, day("2025-02-05"), day("2025-01-27")))).toBe(-1);
	});
});

describe("[DL-08] a year without an official table is refused, never guessed", () => {
	const last = Math.max(...calendar.years);
	const edge = day(`${last}-12-31`);
	const next = day(`${last + 1}-01-01`);

	test("a day of it", () => {
		expect(unknown(isWorkingDay(calendar, next))).toEqual([`DL-08 ${last + 1}`]);
		expect(unknown(isWorkingDay(calendar, day("1999-05-01")))).toEqual(["DL-08 1999"]);
	});

	test("a period that runs into it", () => {
		expect(unknown(addWorkingDays(calendar, day(`${last}-12-20`), 45))).toEqual([`DL-08 ${last + 1}`]);
		expect(unknown(addWorkingDays(calendar, edge, 1))).toEqual([`DL-08 ${last + 1}`]);
		expect(unknown(noticeEnd(calendar, day(`${last}-12-28`), workingTen))).toEqual([`DL-08 ${last + 1}`]);
		expect(unknown(workingDaysBetween(calendar, day(`${last}-12-01`), next))).toEqual([`DL-08 ${last + 1}`]);
	});

	test("a period that starts before the table", () => {
		const first = Math.min(...calendar.years);
		expect(unknown(addWorkingDays(calendar, day(`${first - 1}-12-01`), 3))).toEqual([`DL-08 ${first - 1}`]);
		expect(unknown(addWorkingDays(calendar, day(`${first}-01-05`), -30))).toEqual([`DL-08 ${first - 1}`]);
		expect(value(addWorkingDays(calendar, day(`${first - 1}-12-31`), 1))).toMatch(`${first}-01-`);
	});

	test("a gap between known years is not jumped over", () => {
		const gap = makeCalendar({
			source: "two years",
			years: [
				{ year: 2020, holidays: ["01-01"], makeUpDays: [] },
				{ year: 2022, holidays: ["01-03"], makeUpDays: [] },
			],
		});
		expect(unknown(addWorkingDays(gap, day("2020-12-30"), 5))).toEqual(["DL-08 2021"]);
		expect(unknown(workingDaysBetween(gap, day("2020-12-30"), day("2022-01-10")))).toEqual(["DL-08 2021"]);
		expect(unknown(isWorkingDay(gap, day("2021-06-01")))).toEqual(["DL-08 2021"]);
		expect(value(addWorkingDays(gap, day("2021-12-31"), 1))).toBe("2022-01-04");
	});

	test("an empty table knows nothing", () => {
		const empty = makeCalendar({ source: "none", years: [] });
		expect(unknown(isWorkingDay(empty, day("2024-01-02")))).toEqual(["DL-08 2024"]);
		expect(unknown(addWorkingDays(empty, day("2024-01-02"), 1))).toEqual(["DL-08 2024"]);
	});

	test("calendar days need no table", () => {
		const term: NoticeTerm = { length: 7, unit: "calendarDay", countFirstDay: true };
		expect(value(noticeEnd(calendar, next, term))).toBe(`${last + 1}-01-07`);
	});
});

describe("on the last days of the table", () => {
	const last = Math.max(...calendar.years);
	const dec = (n: number) => day(`${last}-12-${n}`);

	test("it is told that a term still runs, although nobody can tell on which day it ends", () => {
		expect(unknown(addWorkingDays(calendar, dec(28), 10))).toEqual([`DL-08 ${last + 1}`]);
		expect(value(isAfterWorkingDays(calendar, dec(28), 10, dec(31)))).toBe(false);
		expect(value(isAfterWorkingDays(calendar, dec(28), 10, day(`${last + 1}-01-01`)))).toBe(false);
		expect(unknown(isAfterWorkingDays(calendar, dec(28), 10, day(`${last + 1}-01-20`)))).toEqual([
			`DL-08 ${last + 1}`,
		]);
	});

	test("a term in somebody else's favour is never told longer than it will be", () => {
		expect(soonestWorkingDay(calendar, day("2025-01-20"), 10)).toBe("2025-02-08");
		const table = { year: last, holidays: [], makeUpDays: [] };
		const next = { year: last + 1, holidays: ["01-01"], makeUpDays: [] };
		const short = makeCalendar({ source: "one year", years: [table] });
		const long = makeCalendar({ source: "two years", years: [table, next] });
		for (let n = 1; n <= 20; n++) {
			const told = soonestWorkingDay(short, dec(25), n);
			expect(told > dec(25) && told <= value(addWorkingDays(long, dec(25), n))).toBe(true);
		}
	});

	test("a day is after a term exactly when it is after its last day", () => {
		for (const from of ["2025-01-21", "2025-09-28", "2025-12-30"]) {
			for (let n = 1; n <= 12; n++) {
				const due = value(addWorkingDays(calendar, day(from), n));
				for (const shift of [-3, -1, 0, 1, 2]) {
					const on = addDays(due, shift);
					expect(value(isAfterWorkingDays(calendar, day(from), n, on))).toBe(on > due);
				}
			}
		}
	});
});
