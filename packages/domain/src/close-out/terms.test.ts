import { expect, test } from "vitest";
import { day } from "../issues/testing.ts";
import { officialCalendar } from "../kernel/index.ts";
import { closeOutTerms } from "./terms.ts";
import { applied, CITY_OFFICE, FILE_IT, filing, having, noticed, rulesOfSet } from "./testing.ts";

const BASE = rulesOfSet("base");
const termsOn = (on: string, issue = applied(), rules = BASE) =>
	closeOutTerms(issue, rules, officialCalendar(), day(on));

test("days of rest are those of the official calendar: Spring Festival of 2025 with its make-up days", () => {
	const { notice, rest } = termsOn("2025-01-21");
	expect(notice).toEqual({ length: 10, unit: "workingDay", countFirstDay: true });
	expect(rest.from).toBe("2025-01-21");
	expect(rest.days.filter((on) => on <= "2025-02-08")).toEqual([
		...["2025-01-25", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"],
		...["2025-02-01", "2025-02-02", "2025-02-03", "2025-02-04"],
	]);
});

test("a running notice is shown from its first day; a year without a table is not guessed", () => {
	expect(termsOn("2026-06-10", noticed()).rest.from).toBe("2026-06-03");
	const last = Math.max(...officialCalendar().years);
	const { rest, supplementsLatest } = termsOn(`${last}-12-28`);
	expect(rest.to).toBe(`${last}-12-31`);
	expect(supplementsLatest).toBeNull();
});

test("silence about a filing counts only where the rule set lets it", () => {
	const filed = having(filing(), [CITY_OFFICE, FILE_IT(), { on: "2026-06-18" }]);
	expect(termsOn("2026-06-19", filed).silenceAfter).toBeNull();
	const rules = rulesOfSet("base", { neverSilentTiers: { v: ["central"], src: "D" } });
	expect(termsOn("2026-06-19", filed, rules).silenceAfter).toBe("2026-07-10");
});
