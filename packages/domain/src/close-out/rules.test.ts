import { describe, expect, test } from "vitest";
import { evaluateNotice, noticeRules } from "./index.ts";
import { noticeRuleCases } from "./testing/cases.ts";
import { content, period, rulesOn } from "./testing/notices.ts";

describe.each(Object.entries(noticeRuleCases))("%s", (rule, cases) => {
	test.each(cases)("$name", ({ subject, ruleSet, finds }) => {
		const own = evaluateNotice(subject, rulesOn("2026-06-10", ruleSet)).filter(
			(finding) => finding.rule === rule,
		);
		if (finds === null) {
			expect(own).toEqual([]);
			return;
		}
		expect(own).toHaveLength(1);
		expect(own[0]).toMatchObject({ severity: finds.severity, field: finds.field, gate: "report" });
		expect(own[0]?.message.zh).toContain(finds.says);
	});
});

test("a finding carries the figures of the place's own rule set, and holds nothing up", () => {
	const notice = content({ publicity: period("2026-03-02", "2026-03-03") });
	const [tianjin] = evaluateNotice(notice, rulesOn("2026-06-10", "tj"));
	expect(tianjin?.params).toMatchObject({
		noticeLength: { v: 10, src: "S25" },
		noticeUnit: { v: "workingDay" },
	});
	const [jilin] = evaluateNotice(notice, rulesOn("2026-06-10", "jl"));
	expect(jilin?.params).toMatchObject({
		noticeLength: { v: 7, src: "S24" },
		noticeUnit: { v: "calendarDay" },
	});
	for (const finding of [tianjin, jilin]) expect(finding?.severity).not.toBe("block");
});

test("[rules I7] the cases are about exactly the rules of the room", () => {
	expect(Object.keys(noticeRuleCases).toSorted()).toEqual(noticeRules.map(({ entry }) => entry.id));
});
