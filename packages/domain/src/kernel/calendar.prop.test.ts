import chineseDays from "chinese-days";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addWorkingDays, isWorkingDay, noticeEnd, workingDaysBetween } from "./calendar.ts";
import { IsoDate } from "./date.ts";
import { addDays, daysBetween } from "./date-arithmetic.ts";
import { dayNumber, lastDayNumber, weekday } from "./day-number.ts";
import { DatePoint, lastDay } from "./deadline.ts";
import { officialCalendar } from "./official-calendar.ts";

const calendar = officialCalendar();
const years = [...calendar.years];
const FIRST = IsoDate.parse(`${Math.min(...years)}-01-01`);
const LAST = IsoDate.parse(`${Math.max(...years)}-12-31`);
const span = daysBetween(FIRST, LAST);

/** A day with room for 100 working days on both sides. */
const date = fc.integer({ min: 200, max: span - 200 }).map((offset) => addDays(FIRST, offset));
const worked = (on: IsoDate): boolean => {
	const result = isWorkingDay(calendar, on);
	if (!result.ok) throw new Error(`${on} is unknown`);
	return result.value;
};

test("every day of the table agrees with the package it was made from", () => {
	const wrong: string[] = [];
	for (let on = FIRST; on <= LAST; on = addDays(on, 1)) {
		if (worked(on) !== chineseDays.isWorkday(on)) wrong.push(on);
	}
	expect(wrong).toEqual([]);
});

test("the nth working day is worked, lies after the start, and has n worked days up to it", () => {
	fc.assert(
		fc.property(date, fc.integer({ min: 1, max: 100 }), (from, n) => {
			const result = addWorkingDays(calendar, from, n);
			if (!result.ok) throw new Error("unknown");
			let counted = 0;
			for (let on = addDays(from, 1); on <= result.value; on = addDays(on, 1)) if (worked(on)) counted++;
			expect(worked(result.value)).toBe(true);
			expect(counted).toBe(n);
		}),
		{ numRuns: 200 },
	);
});

test("counting is the inverse of adding, forward and back", () => {
	fc.assert(
		fc.property(date, fc.integer({ min: -100, max: 100 }), (from, n) => {
			const to = addWorkingDays(calendar, from, n);
			if (!to.ok) throw new Error("unknown");
			expect(workingDaysBetween(calendar, from, to.value)).toEqual({ ok: true, value: n });
		}),
		{ numRuns: 300 },
	);
});

test("adding a then b is adding a + b", () => {
	fc.assert(
		fc.property(date, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), (from, a, b) => {
			const once = addWorkingDays(calendar, from, a);
			if (!once.ok) throw new Error("unknown");
			expect(addWorkingDays(calendar, once.value, b)).toEqual(addWorkingDays(calendar, from, a + b));
		}),
		{ numRuns: 300 },
	);
});

test("a notice that counts its first day is never longer, and both contain the stated number of days", () => {
	fc.assert(
		fc.property(
			date,
			fc.integer({ min: 1, max: 60 }),
			fc.constantFrom("workingDay", "calendarDay"),
			(start, length, unit) => {
				const counted = noticeEnd(calendar, start, { length, unit, countFirstDay: true });
				const after = noticeEnd(calendar, start, { length, unit, countFirstDay: false });
				if (!counted.ok || !after.ok) throw new Error("unknown");
				expect(counted.value <= after.value).toBe(true);
				if (unit === "calendarDay") expect(daysBetween(start, counted.value) + 1).toBe(length);
			},
		),
		{ numRuns: 300 },
	);
});

test("the day number in integers agrees with the platform's dates over four centuries", () => {
	fc.assert(
		fc.property(fc.integer({ min: -100_000, max: 60_000 }), (offset) => {
			const on = addDays(IsoDate.parse("2000-02-29"), offset);
			expect(dayNumber(on)).toBe(Date.parse(`${on}T00:00:00Z`) / 86_400_000);
			expect(weekday(dayNumber(on))).toBe(new Date(`${on}T00:00:00Z`).getUTCDay());
		}),
		{ numRuns: 2000 },
	);
});

const pointOf = fc.oneof(
	fc
		.record({ year: fc.integer({ min: 1990, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) })
		.map((on) => DatePoint.parse({ precision: "month", ...on })),
	fc
		.record({ year: fc.integer({ min: 1990, max: 2100 }), quarter: fc.integer({ min: 1, max: 4 }) })
		.map((on) => DatePoint.parse({ precision: "quarter", ...on })),
	fc
		.record({ year: fc.integer({ min: 1990, max: 2100 }), half: fc.integer({ min: 1, max: 2 }) })
		.map((on) => DatePoint.parse({ precision: "halfYear", ...on })),
	fc.integer({ min: 1990, max: 2100 }).map((year) => DatePoint.parse({ precision: "year", year })),
	fc.integer({ min: 8, max: 29 }).map((plan) => DatePoint.parse({ precision: "fiveYearPlan", plan })),
	date.map((on) => DatePoint.parse({ precision: "day", date: on })),
	fc.constantFrom<DatePoint>({ precision: "openEnded" }, { precision: "recurring", every: "year", month: 6 }),
);

test("the last day of a period is the same in integers", () => {
	fc.assert(
		fc.property(pointOf, (point) => {
			const last = lastDay(point);
			expect(lastDayNumber(point)).toBe(last === null ? null : dayNumber(last));
		}),
		{ numRuns: 2000 },
	);
});
