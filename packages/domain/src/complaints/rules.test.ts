import { describe, expect, test } from "vitest";
import { complaintRules, evaluateComplaint, evaluateElements, evaluateTotals } from "./index.ts";
import { complaintRuleCases } from "./testing/cases.ts";
import { elements, register, rulesOn, stateAfter } from "./testing/complaints.ts";

describe.each(Object.entries(complaintRuleCases))("%s", (rule, cases) => {
	test.each(cases)("$name", ({ subject, ruleSet, finds }) => {
		const context = rulesOn("2026-06-10", ruleSet);
		const found =
			subject.kind === "complaint"
				? evaluateElements(subject.complaint, context)
				: evaluateTotals(subject.totals, context);
		const own = found.filter((finding) => finding.rule === rule);
		if (finds === null) {
			expect(own).toEqual([]);
			return;
		}
		expect(own[0]).toMatchObject({ severity: finds.severity, field: finds.field });
		expect(own[0]?.message.zh).toContain(finds.says);
		if (finds.count !== undefined) expect(own).toHaveLength(finds.count);
	});
});

test("nothing is said about a sound complaint, and nothing about a withdrawn one however bad", () => {
	expect(evaluateElements(elements(), rulesOn())).toEqual([]);
	const bad = stateAfter([register({ verdict: "untrue", investigation: null })]);
	expect(evaluateComplaint(bad, rulesOn())).not.toEqual([]);
	const gone = stateAfter([{ type: "withdrawComplaint", reason: "误录", document: null }], undefined, bad);
	expect(evaluateComplaint(gone, rulesOn())).toEqual([]);
});

test("a finding carries the parameter that it used", () => {
	const [found] = evaluateElements(
		elements({ pollutionTypes: ["water", "air"] }),
		rulesOn("2026-06-10", "sn-complaints"),
	);
	expect(found?.params).toEqual({ typeMode: { v: "single", src: "S49 INF" } });
});

test("[rules I7] the cases are about exactly the rules of the room", () => {
	expect(Object.keys(complaintRuleCases).toSorted()).toEqual(complaintRules.map(({ entry }) => entry.id));
});
