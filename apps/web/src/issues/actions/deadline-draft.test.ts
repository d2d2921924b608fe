import { Deadline } from "@zhenggai/domain/kernel";
import { describe, expect, test } from "vitest";
import { type DeadlineDraft, deadlineOf, draftOf, emptyDeadline } from "./deadline-draft.ts";

const draft = (changes: Partial<DeadlineDraft>): DeadlineDraft => ({
	...emptyDeadline,
	category: "fixed",
	...changes,
});

describe("a deadline", () => {
	test.each([
		{ precision: "day", date: "2026-06-30" },
		{ precision: "month", year: 2026, month: 6 },
		{ precision: "quarter", year: 2026, quarter: 2 },
		{ precision: "halfYear", year: 2026, half: 1 },
		{ precision: "year", year: 2026 },
		{ precision: "fiveYearPlan", plan: 15 },
		{ precision: "recurring", every: "year", month: 6 },
		{ precision: "recurring", every: "quarter", month: null },
		{ precision: "openEnded" },
	])("of precision $precision survives being edited without a change", (point) => {
		const deadline = Deadline.parse({ text: "限期", category: "fixed", point });
		expect(deadlineOf(draftOf(deadline))).toEqual(deadline);
	});

	test("is never made more exact than it was typed", () => {
		expect(deadlineOf(draft({ precision: "month", year: "2026", month: "6" }))?.point).toEqual({
			precision: "month",
			year: 2026,
			month: 6,
		});
	});

	test("without a wording is worded by its date", () => {
		const typed = deadlineOf(draft({ precision: "day", date: "2026-06-30" }));
		expect(typed?.text).toContain("2026年6月30日");
	});

	test.each([
		["no category", { category: "" as const, precision: "year" as const, year: "2026" }],
		["no precision", { precision: "" as const }],
		["a month without its year", { precision: "month" as const, month: "6" }],
		["a day that does not exist", { precision: "day" as const, date: "2026-02-30" }],
		["a year that is no number", { precision: "year" as const, year: "soon" }],
	])("with %s is incomplete", (_name, changes) => {
		expect(deadlineOf(draft(changes))).toBeNull();
	});

	test("what is typed is what the domain accepts", () => {
		const typed = deadlineOf(draft({ precision: "quarter", year: "2027", quarter: "3", text: "三季度末前" }));
		expect(Deadline.safeParse(typed).success).toBe(true);
	});
});
