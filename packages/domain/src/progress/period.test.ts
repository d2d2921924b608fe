import fc from "fast-check";
import { expect, test } from "vitest";
import { contextOn } from "../issues/testing/rules.ts";
import { BASE_RULES, day } from "../issues/testing.ts";
import { addDays, dateOfDay, IsoDate, officialCalendar } from "../kernel/index.ts";
import { dueCycles, unansweredCycles } from "./cycles.ts";
import { periodOf } from "./period.ts";
import { Cadence, NO_PROGRESS, ReportingCycle } from "./schema.ts";

const calendar = officialCalendar();
const period = (cadence: Cadence, date: string, dispatchDay = 25) =>
	Object.values(periodOf(cadence, day(date), dispatchDay, calendar)).join(" ");

test.each<[Cadence, string, number, string]>([
	["month", "2026-02-14", 25, "2026-02 month 2026-02-01 2026-02-28 2026-02-25"],
	["month", "2026-02-14", 31, "2026-02 month 2026-02-01 2026-02-28 2026-02-28"],
	["month", "2028-02-29", 30, "2028-02 month 2028-02-01 2028-02-29 2028-02-29"],
	["quarter", "2026-05-31", 25, "2026-Q2 quarter 2026-04-01 2026-06-30 2026-06-25"],
	["halfYear", "2026-07-01", 5, "2026-H2 halfYear 2026-07-01 2026-12-31 2026-12-05"],
	["year", "2026-12-31", 20, "2026 year 2026-01-01 2026-12-31 2026-12-20"],
	["fortnight", "2018-01-01", 25, "2018-01-01 fortnight 2018-01-01 2018-01-14 2018-01-12"],
	// The Saturday at its end is worked instead of a day of the Spring Festival.
	["fortnight", "2026-02-20", 25, "2026-02-16 fortnight 2026-02-16 2026-03-01 2026-02-28"],
	// No table for that year: its second Friday.
	["fortnight", "2040-03-01", 25, "2040-02-27 fortnight 2040-02-27 2040-03-11 2040-03-09"],
])("[progress I2] %s of %s", (cadence, date, dispatchDay, expected) => {
	expect(period(cadence, date, dispatchDay)).toBe(expected);
});

const anyDay = fc.integer({ min: 14_000, max: 24_000 }).map(dateOfDay);

test("[progress I2] periods of a cadence cover every day once, and their entry is due within them", () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...Cadence.options),
			anyDay,
			fc.integer({ min: 1, max: 31 }),
			(cadence, asOf, n) => {
				const one = periodOf(cadence, asOf, n, calendar);
				expect(one.from <= asOf && asOf <= one.to).toBe(true);
				expect(one.from <= one.dueOn && one.dueOn <= one.to).toBe(true);
				expect(periodOf(cadence, one.from, n, calendar)).toEqual(one);
				expect(periodOf(cadence, one.to, n, calendar)).toEqual(one);
				const next = periodOf(cadence, addDays(one.to, 1), n, calendar);
				expect(next.from).toBe(addDays(one.to, 1));
				expect(next.key).not.toBe(one.key);
				ReportingCycle.omit({ openedAt: true }).parse(one);
			},
		),
	);
});

test("[progress I2] a cycle is due once a period, for issues that somebody reports about", () => {
	const asOf = day("2026-03-25");
	const [cycle] = dueCycles({ lifecycle: "inProgress" }, BASE_RULES, calendar, asOf);
	expect(cycle).toMatchObject({ key: "2026-03", dueOn: "2026-03-25" });
	if (cycle === undefined) throw new Error("a cycle");
	const cycles = [ReportingCycle.parse({ ...cycle, openedAt: "2026-03-01T00:00:00.000Z" })];
	const progress = { ...NO_PROGRESS, cycles };
	expect(dueCycles({ lifecycle: "inProgress", progress }, BASE_RULES, calendar, asOf)).toEqual([]);
	const april = IsoDate.parse("2026-04-01");
	expect(dueCycles({ lifecycle: "planning", progress }, BASE_RULES, calendar, april)[0]?.key).toBe("2026-04");
	for (const lifecycle of ["registered", "publicNotice", "closed", "merged"] as const) {
		expect(dueCycles({ lifecycle }, BASE_RULES, calendar, asOf)).toEqual([]);
	}
	expect(unansweredCycles({ lifecycle: "inProgress", progress }, asOf)).toEqual(cycles);
	expect(unansweredCycles({ lifecycle: "closed", progress }, asOf)).toEqual([]);
	expect(unansweredCycles({ lifecycle: "inProgress", progress }, day("2026-02-28"))).toEqual([]);
});

test("[progress I2] regression: an issue that is given to its units after the due day owes no entry for that period", () => {
	const given = (asOf: string) =>
		dueCycles({ lifecycle: "assigned" }, BASE_RULES, calendar, day(asOf)).map(({ key }) => key);
	expect(given("2026-03-24")).toEqual(["2026-03"]);
	expect(given("2026-03-25")).toEqual(["2026-03"]);
	expect(given("2026-03-26")).toEqual([]);
	expect(given("2026-03-31")).toEqual([]);
	expect(given("2026-04-01")).toEqual(["2026-04"]);
	const { rules: quarterly } = contextOn("2026-12-01", "base", { cadence: { v: "quarter", src: "D" } });
	const asked = (asOf: string) =>
		dueCycles({ lifecycle: "assigned" }, quarterly, calendar, day(asOf)).map(({ key }) => key);
	expect(asked("2026-12-25")).toEqual(["2026-Q4"]);
	expect(asked("2026-12-26")).toEqual([]);
	expect(asked("2027-01-01")).toEqual(["2027-Q1"]);
});
