import { describe, expect, test } from "vitest";
import { officialCalendar } from "../kernel/index.ts";
import { approvedIssue, extensionId, metric, planned, planningIssue } from "../plans/testing.ts";
import type { RuleContext } from "../rules/index.ts";
import { planTerms } from "./plan-terms.ts";
import { BASE_RULES, day } from "./testing.ts";

const on = (date: string): RuleContext => ({
	rules: BASE_RULES,
	calendar: officialCalendar(),
	asOf: day(date),
});
const ALONE = { feedbackDate: null, parent: null };

describe("the day a plan is due", () => {
	const around = { feedbackDate: day("2026-01-05"), parent: null };
	test("counts working days from the feedback, with what is left of them", () => {
		// 45 working days after 5 January 2026: the Spring Festival lies in between.
		const { dueOn, workingDaysLeft } = planTerms(planningIssue(), around, on("2026-01-05"));
		expect(workingDaysLeft).toBe(45);
		expect(planTerms(planningIssue(), around, on(dueOn ?? "")).workingDaysLeft).toBe(0);
		const late = planTerms(planningIssue(), around, on("2026-06-01"));
		expect(late.dueOn).toBe(dueOn);
		expect(late.workingDaysLeft).toBeLessThan(0);
	});

	test.each([
		["without a feedback", planningIssue(), ALONE],
		["for what was handed down", planningIssue({ parentId: approvedIssue().id }), around],
		["once it is approved", approvedIssue(), around],
	])("is not told %s", (_, issue, surroundings) => {
		expect(planTerms(issue, surroundings, on("2026-01-05"))).toMatchObject({
			dueOn: null,
			workingDaysLeft: null,
		});
	});
});

test("an extension is told its limits before it is asked for", () => {
	const issue = approvedIssue({
		deadline: { text: "", category: "fixed", point: { precision: "day", date: day("2026-10-31") } },
	});
	expect(planTerms(issue, ALONE, on("2026-05-01")).extension).toEqual({
		...{ leadDays: 30, maxMonths: 6, maxCount: 1, granted: 0, higherTier: false },
		...{ askBy: "2026-10-01", latest: "2027-04-30" },
	});
	const granted = {
		id: extensionId(1),
		at: issue.updatedAt,
		by: issue.plan?.baselines[0]?.approvedBy ?? expect.fail("no baseline"),
		...{ reasons: "汛期", progress: "过半", measures: [], against: 1, leadDays: 40, lateReason: null },
		from: issue.deadline ?? expect.fail("no deadline"),
		to: issue.deadline ?? expect.fail("no deadline"),
	};
	const by = granted.by;
	const plan = issue.plan ?? expect.fail("no plan");
	const decision = { verdict: "grant" as const, at: issue.updatedAt, by, reason: null };
	const again = { ...issue, plan: { ...plan, extensions: [{ ...granted, decision }] } };
	expect(planTerms(again, ALONE, on("2026-05-01")).extension).toMatchObject({ granted: 1, higherTier: true });
	const open = { ...issue, deadline: null };
	expect(planTerms(open, ALONE, on("2026-05-01")).extension).toMatchObject({ askBy: null, latest: null });
});

test("what the plan above promises is shown while the plan below is written", () => {
	const parent = approvedIssue({
		measures: [
			{ ...planned(7, { number: "1" }), state: "inProgress" },
			{ ...planned(8), state: "cancelled" },
		],
	});
	const { above } = planTerms(planningIssue(), { feedbackDate: null, parent }, on("2026-05-01"));
	expect(above).toMatchObject({ goal: parent.goal, goals: [metric(1)] });
	expect(above?.measures).toHaveLength(1);
	expect(above?.measures[0]).not.toHaveProperty("responsibleUnitIds");
	expect(above?.measures[0]?.milestones.every((step) => !("id" in step))).toBe(true);
	expect(planTerms(approvedIssue(), { feedbackDate: null, parent }, on("2026-05-01")).above).toBeNull();
});

test("an approved plan has a day by which it is published", () => {
	const { publication } = planTerms(approvedIssue(), ALONE, on("2026-05-01"));
	expect(publication).toMatchObject({ channels: 1, by: expect.stringMatching(/^2026-/) });
	expect(planTerms(planningIssue(), ALONE, on("2026-05-01")).publication.by).toBeNull();
});
