import { describe, expect, test } from "vitest";
import { ruleById } from "../catalogue.ts";
import { evaluateIssue } from "./rules-evaluate.ts";
import { issueRuleCases } from "./testing/cases.ts";
import { around, contextOn, parentDue, soundIssue, until } from "./testing/rules.ts";

describe.each(Object.entries(issueRuleCases))("%s", (rule, cases) => {
	test.each(cases)("$name", ({ issue, around: of, context, finds }) => {
		const found = evaluateIssue(soundIssue(issue), of ?? around(), context ?? contextOn());
		const own = found.filter((finding) => finding.rule === rule);
		if (finds === null) {
			expect(own).toEqual([]);
			return;
		}
		expect(own[0]).toMatchObject({ severity: finds.severity, gate: finds.gate, field: finds.field });
		expect(own[0]?.message.zh).toContain(finds.says);
		if (finds.count !== undefined) expect(own).toHaveLength(finds.count);
	});
});

test("nothing is said about a sound issue", () => {
	expect(evaluateIssue(soundIssue(), around(), contextOn())).toEqual([]);
});

test("[ANTI-06] a deadline much earlier than above is found once, by DL-06, which the catalogue names beside it", () => {
	const early = evaluateIssue(
		soundIssue({ deadline: until("2026-09-30") }),
		parentDue(until("2026-12-31")),
		contextOn(),
	);
	expect(early.map(({ rule }) => rule).filter((rule) => rule === "DL-06" || rule === "ANTI-06")).toEqual([
		"DL-06",
	]);
	expect(ruleById("ANTI-06")?.sameAs).toBe("DL-06");
});

const ended = ["closed", "carriedOver", "merged", "withdrawn"] as const;
test.each(ended)("[rules I6] an issue that is %s has no findings, however bad it is", (lifecycle) => {
	const bad = soundIssue({ goal: null, measures: [], assignments: [], deadline: null });
	expect(evaluateIssue(bad, around(), contextOn())).not.toEqual([]);
	expect(evaluateIssue({ ...bad, lifecycle }, around(), contextOn())).toEqual([]);
});
