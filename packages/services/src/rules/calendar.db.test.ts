import { type Actor, IsoDate, type Outcome } from "@zhenggai/domain/kernel";
import type { CalendarCommand, CalendarView } from "@zhenggai/domain/rules";
import { describe, expect, it } from "vitest";
import { closingLedger, startNotice } from "../testing/closing.ts";
import { person, program, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	cityOffice,
	countyOffice,
	PROVINCE,
	provOffice,
	rulesOf,
} from "../testing/ledger.ts";

const setting = await testServices();
const { services, database, another } = setting;
const ledger = await closingLedger(setting);
const days = (...texts: string[]) => texts.map((text) => IsoDate.parse(text));

const NOTICE = {
	number: "国办发明电〔2026〕90号",
	title: "关于下一年部分节假日安排的通知",
	issuedOn: IsoDate.parse("2026-11-05"),
};
/** A year that nobody has announced yet: its days are made up for the test. */
const DAYS = {
	holidays: days("2027-01-01", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11"),
	makeUpDays: days("2027-02-13"),
};
const LOAD: CalendarCommand = { type: "registerCalendarYear", year: 2027, ...DAYS, notice: NOTICE };
const correction = (
	year: number,
	said: Pick<CalendarCommand, "holidays" | "makeUpDays">,
): CalendarCommand => ({
	...{ type: "correctCalendarYear", year, ...said, notice: NOTICE },
	reason: "国务院办公厅延长了假期",
});

const yearOf = async (year: number, of = services) =>
	(await of.rules.listCalendar(provOffice)).years.find((entry) => entry.year === year);
const command = async (actor: Actor, asked: CalendarCommand): Promise<Outcome<CalendarView>> =>
	services.rules.commandCalendar(actor, asked, {
		expectedVersion: (await yearOf(asked.year))?.version ?? 0,
	});

describe("the working calendar of the ledger", () => {
	it("refuses a notice that reaches into a year without one, and lets it pass after the year was loaded", async () => {
		const issue = await ledger.passed();
		ledger.on("2026-12-28");
		const other = await another();
		const asked = startNotice("2026-12-28");
		const send = (of = services) =>
			of.issues.commandIssue(cityOffice, issue.row.id, asked, {
				expectedVersion: issue.row.version,
				justification: "情况属实，已核对",
			});
		expect(rulesOf(await send())).toContain("DL-08");
		expect(rulesOf(await send(other))).toContain("DL-08");
		expect((await services.rules.listCalendar(cityOffice)).wanted).toEqual([2027]);

		const view = accepted(await command(provOffice, LOAD));
		expect(view.wanted).toEqual([]);
		expect(view.years[0]).toMatchObject({
			...{ year: 2027, version: 1, official: false, ...DAYS },
			words: [{ by: "name" in provOffice ? provOffice.name : "", notice: NOTICE, reason: null }],
		});
		// 28–31 December are four, 4–8 January five, 11 January the tenth.
		const noticed = accepted(await send());
		expect(noticed.closeOut.state.notices.at(-1)).toMatchObject({ start: "2026-12-28", end: "2027-01-11" });

		// The other node counts by it as soon as the journal told of it.
		const elsewhere = async () =>
			(
				await other.supervision.simulateLedger(provOffice, {
					...{ asOf: IsoDate.parse("2027-02-01"), filter: {}, show: "all", limit: 10 },
				})
			).unknownYears.length;
		await expect.poll(elsewhere).toBe(0);
		expect(await yearOf(2027, other)).toMatchObject({ version: 1 });
	});

	it("never moves the last day of a notice that was made before a year was corrected", async () => {
		const before = await services.issues.listIssues(provOffice, {
			...{ filter: {}, sort: "updated", descending: true, limit: 1 },
		});
		const id = before.items[0]?.id;
		if (id === undefined) throw new Error("no issue");
		const free = { ...DAYS, holidays: [...DAYS.holidays, ...days("2027-01-04", "2027-01-05")].toSorted() };
		const view = accepted(await command(provOffice, correction(2027, free)));
		expect(view.years[0]).toMatchObject({ version: 2, holidays: free.holidays });
		const page = await services.issues.getIssue(cityOffice, id);
		expect(page.closeOut.state.notices.at(-1)).toMatchObject({ end: "2027-01-11" });
		ledger.on("2027-01-12");
		const found = await services.rules.checkIssue(cityOffice, id);
		expect(found.map(({ rule }) => rule)).not.toContain("PUB-01");
		const { items } = await services.rules.listCalendarHistory(auditor, { year: 2027, limit: 5 });
		expect(items.map(({ type }) => type)).toEqual(["calendarYearCorrected", "calendarYearRegistered"]);
		expect(items[0]).toMatchObject({
			reason: "国务院办公厅延长了假期",
			changes: [{ field: "holidays", from: null, to: { zh: "2027年1月4日、2027年1月5日" } }],
		});
		expect(await services.journal.verifyCalendarYear(auditor, 2027)).toMatchObject({
			whole: true,
			events: 2,
		});
	});

	it("corrects a year of the program only by an entry that says so, and knows past days as they were known", async () => {
		const official = await yearOf(2026);
		if (official === undefined) throw new Error("no 2026");
		expect(official).toMatchObject({ version: 0, official: true, words: [] });
		ledger.on("2027-01-12");
		const register: CalendarCommand = { ...LOAD, year: 2026, ...DAYS };
		expect(rulesOf(await command(provOffice, register))).toContain("CALENDAR_YEAR_KNOWN");
		expect(rulesOf(await command(provOffice, correction(2026, official)))).toEqual(["NO_CHANGE"]);
		const { holidays, makeUpDays } = official;
		const asked = correction(2026, { holidays: [...holidays, ...days("2026-12-31")], makeUpDays });
		const preview = await services.rules.previewCalendar(provOffice, asked);
		expect(preview).toMatchObject({
			...{ refusals: [], freed: ["2026-12-31"], worked: [] },
			workingDays: official.workingDays - 1,
			workingDaysBefore: official.workingDays,
		});
		expect(await yearOf(2026)).toEqual(official);
		accepted(await command(provOffice, asked));
		expect(await yearOf(2026)).toMatchObject({ version: 1, workingDays: official.workingDays - 1 });
	});

	it("is kept by the province alone, and by a key that may administer", async () => {
		for (const actor of [cityOffice, countyOffice, auditor]) {
			expect(rulesOf(await command(actor, { ...LOAD, year: 2028 }))).toEqual(["NOT_ALLOWED"]);
		}
		expect(rulesOf(await command(program("provOffice", PROVINCE, ["read", "write"]), LOAD))).toEqual([
			"KEY_LACKS_VERB",
		]);
		await expect(services.rules.listCalendar(person("public", PROVINCE))).rejects.toMatchObject({
			code: "NOT_ALLOWED",
		});
		expect((await services.rules.listCalendar(cityOffice)).refusal).not.toBeNull();
		expect((await services.rules.listCalendar(provOffice)).refusal).toBeNull();
	});

	it("of two at once lets one pass, and answers a repeated key with the same", async () => {
		ledger.on("2027-01-12");
		const year = { ...LOAD, year: 2028, holidays: days("2028-01-03"), makeUpDays: [] };
		const envelope = { expectedVersion: 0, idempotencyKey: "calendar-2028" };
		const both = await Promise.all([
			services.rules.commandCalendar(provOffice, year, envelope),
			services.rules.commandCalendar(provOffice, year, { expectedVersion: 0 }),
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.flatMap((outcome) => (outcome.ok ? [] : rulesOf(outcome)))).toEqual(["VERSION_CONFLICT"]);
		const { rows } = await database.pool.query<{ events: number }>(
			"SELECT count(*)::int AS events FROM journal.event WHERE stream_kind = 'calendar'",
		);
		expect(rows[0]?.events).toBe(4);
	});
});
