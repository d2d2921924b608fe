import { describe, expect, test } from "vitest";
import {
	CITY_OFFICE,
	contextAt,
	FILE_IT,
	filing,
	having,
	noticed,
	objection,
	PROV_OFFICE,
} from "../close-out/testing.ts";
import { type Actor, dateOfDay, dayNumber, officialCalendar } from "../kernel/index.ts";
import { scoreOf } from "../supervision/index.ts";
import { forecast, progress, working } from "../supervision/testing.ts";
import { decideIssue } from "./decide.ts";
import { foresee } from "./foresight.ts";
import type { Issue } from "./schema.ts";
import { nextChangeOn, SWEEP_VERBS, sweepCommand } from "./sweep.ts";
import { contextOn } from "./testing/rules.ts";
import { BASE_RULES, COUNTY, day, run } from "./testing.ts";

const SYSTEM: Actor = { kind: "system", name: "夜间巡检" };
const law = { rules: BASE_RULES, calendar: officialCalendar() };

/** The ledger's own day, as the sweep plays it: the verbs that did something, and the issue after them. */
function sweptOn(issue: Issue, date: string): { did: string[]; issue: Issue } {
	const did: string[] = [];
	let state = issue;
	for (const verb of SWEEP_VERBS) {
		const command = sweepCommand(state, verb, law, day(date));
		if (command === null) continue;
		did.push(verb);
		state = run(state, command, contextAt(SYSTEM, { on: date })).state;
	}
	return { did, issue: state };
}

const next = (issue: Issue, date: string) =>
	dateOfDay(nextChangeOn(issue, [], law.rules, law.calendar, day(date)));

test("[issues I71] [WRN-06] regression: lights that are judged every month count every month of a quarterly report", () => {
	const { rules } = contextOn("2026-05-01", "base", { cadence: { v: "quarter", src: "D" } });
	const { issue } = foresee(
		working(progress(forecast("likely"))),
		[],
		() => ({ rules, calendar: law.calendar }),
		day("2026-05-01"),
		day("2026-07-01"),
	);
	expect(issue.progress?.cycles.map(({ key }) => key)).toEqual(["2026-Q2", "2026-Q3"]);
	expect(issue.supervision?.changes.map(({ on, to }) => `${on} ${to}`)).toEqual([
		"2026-05-01 yellow",
		"2026-06-01 yellow",
		"2026-07-01 yellow",
	]);
	expect(scoreOf(issue, rules, day("2026-07-01")).points).toBe(-1);
});

describe("what the ledger does by itself on a day", () => {
	test("[issues I71] the cycle of each period is opened once, and the light of the day journalled in it", () => {
		const issue = working(progress(forecast("onTime")));
		const first = sweptOn(issue, "2026-04-01");
		expect(first.did).toEqual(["openReportingCycle", "recordLight"]);
		expect(first.issue.progress?.cycles.map(({ key }) => key)).toEqual(["2026-04"]);
		expect(first.issue.supervision?.changes.at(-1)).toMatchObject({
			to: "good",
			cycle: "2026-04",
			on: "2026-04-01",
		});
		expect(sweptOn(first.issue, "2026-04-02").did).toEqual([]);
		// The milestone of 30 April is planned by its day, and missed on the next, which is another cycle.
		expect(next(first.issue, "2026-04-26")).toBe("2026-04-30");
		expect(next(first.issue, "2026-04-30")).toBe("2026-05-01");
		const second = sweptOn(first.issue, "2026-05-01");
		expect(second.issue.supervision?.changes.at(-1)).toMatchObject({
			from: "good",
			to: "yellow",
			cycle: "2026-05",
		});
	});

	test("[issues I71] a dark issue is journalled no light, cycle after cycle", () => {
		expect(sweptOn(working(), "2026-04-01").did).toEqual(["openReportingCycle"]);
	});

	test("[issues I71] an issue that nobody works on is not made newer by it", () => {
		const issue = working(progress(forecast("likely")));
		const { did, issue: after } = sweptOn(issue, "2026-04-01");
		expect(did).toHaveLength(2);
		expect(after.version).toBe(issue.version + 2);
		expect(after.updatedAt).toBe(issue.updatedAt);
	});

	test("[issues I72] a missed day is made up for under its own date, which only the ledger itself may give", () => {
		const command = { type: "recordLight", cycle: null, on: day("2026-05-01") } as const;
		const late = contextAt(SYSTEM, { on: "2026-05-04" });
		const { state } = run(working(progress(forecast("likely"))), command, late);
		expect(state.supervision?.changes.at(-1)).toMatchObject({
			on: "2026-05-01",
			at: late.now,
			by: { kind: "system" },
		});
		for (const [who, on] of [
			[PROV_OFFICE, "2026-05-04"],
			[SYSTEM, "2026-04-30"],
		] as const) {
			expect(decideIssue(working(progress(forecast("likely"))), command, contextAt(who, { on })).ok).toBe(
				false,
			);
		}
	});

	test("[issues I73] a notice is ended on the day after its last, unless an objection waits for its answer", () => {
		const issue = noticed();
		const end = issue.closeOut?.notices.at(-1)?.end ?? "";
		const after = dateOfDay(dayNumber(day(end)) + 1);
		expect(sweptOn(issue, end).did).not.toContain("endNotice");
		expect(sweptOn(issue, after)).toMatchObject({
			did: ["recordLight", "endNotice"],
			issue: { lifecycle: "signing" },
		});
		const doubted = having(issue, [CITY_OFFICE, objection(1), { on: "2026-06-05" }]);
		expect(sweptOn(doubted, after).did).not.toContain("endNotice");
	});

	test("[issues I73] an unanswered filing is noted where silence counts, and never at the province", () => {
		const byCity = having(filing(), [CITY_OFFICE, FILE_IT(), { on: "2026-06-18" }]);
		expect(sweptOn(byCity, "2027-01-04").did).not.toContain("receiveFiling");
		const toCity: Issue = {
			...byCity,
			region: COUNTY,
			closeOut: byCity.closeOut && {
				...byCity.closeOut,
				filings: byCity.closeOut.filings.map((held) => ({ ...held, to: "city" as const })),
			},
		};
		expect(sweptOn(toCity, "2026-07-01").did).not.toContain("receiveFiling");
		const accepted = { type: "receiveFiling", verdict: "accepted", reason: null } as const;
		expect(decideIssue(toCity, accepted, contextAt(SYSTEM, { on: "2026-07-20" })).ok).toBe(false);
		const noted = sweptOn(toCity, next(toCity, "2026-07-01"));
		expect(noted).toMatchObject({ did: ["recordLight", "receiveFiling"], issue: { lifecycle: "closed" } });
	});
});
