import { describe, expect, test } from "vitest";
import { evaluateIssue } from "./rules-evaluate.ts";
import { issueRuleCases } from "./testing/cases.ts";
import { around, contextOn, soundIssue } from "./testing/rules.ts";

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

const ended = ["closed", "carriedOver", "merged", "withdrawn"] as const;
test.each(ended)("[rules I6] an issue that is %s has no findings, however bad it is", (lifecycle) => {
	const bad = soundIssue({ goal: null, measures: [], assignments: [], deadline: null });
	expect(evaluateIssue(bad, around(), contextOn())).not.toEqual([]);
	expect(evaluateIssue({ ...bad, lifecycle }, around(), contextOn())).toEqual([]);
});
