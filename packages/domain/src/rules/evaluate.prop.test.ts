import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateIssue, missingElements } from "../issues/index.ts";
import {
	around,
	contextOn,
	held,
	inPeriod,
	parentDue,
	soundIssue,
	step,
	until,
} from "../issues/testing/rules.ts";
import { addDays, IsoDate } from "../kernel/index.ts";
import { AssignmentRole } from "../responsibilities/index.ts";

const someDay = fc.integer({ min: -400, max: 700 }).map((days) => addDays(IsoDate.parse("2026-01-01"), days));
const deadline = fc.oneof(
	fc.constant(null),
	someDay.map((date) => until(date)),
	someDay.map((date) => until(date, { category: "immediate" })),
	fc.integer({ min: 1, max: 12 }).map((month) => inPeriod({ precision: "month", year: 2026, month })),
	fc.constant({ ...inPeriod({ precision: "openEnded" }), category: "longTerm" as const }),
);
const measure = fc
	.record({
		n: fc.integer({ min: 1, max: 9 }),
		deadline,
		state: fc.constantFrom("inProgress", "cancelled", "waived", "done"),
		term: fc.constantFrom("immediateFix", "longTermMechanism", null),
		type: fc.constantFrom("closure", "works", null),
		text: fc.constantFrom("暂时停产整改。", "建设处理设施。", "出台制度。"),
	})
	.map(({ n, ...more }) => step(n, more));
const issue = fc
	.record({
		goal: fc.constantFrom(null, "提高认识", "达到Ⅲ类"),
		deadline,
		generality: fc.constantFrom("common", "individual", null),
		tier: fc.constantFrom("province", "city", "county"),
		lifecycle: fc.constantFrom("registered", "planning", "inProgress", "acceptance", "closed", "merged"),
		measures: fc.array(measure, { maxLength: 4 }),
		assignments: fc.array(
			fc
				.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...AssignmentRole.options), fc.option(someDay))
				.map(([n, role, end]) => held(n, role, { until: end })),
			{ maxLength: 6 },
		),
	})
	.map((more) => soundIssue(more));
const surroundings = fc.oneof(
	fc.option(someDay).map((feedbackDate) => around({ feedbackDate })),
	deadline.map((above) => parentDue(above, ["建设处理设施。"])),
);

test("[rules I12] the same arguments give the same findings, whatever was evaluated in between", () => {
	fc.assert(
		fc.property(issue, surroundings, someDay, issue, (one, of, asOf, other) => {
			const first = evaluateIssue(one, of, contextOn(asOf));
			evaluateIssue(other, of, contextOn(asOf, "sc"));
			expect(evaluateIssue(one, of, contextOn(asOf))).toEqual(first);
		}),
		{ numRuns: 300 },
	);
});

test("what is asked for from a severity on is exactly the harder part of all findings", () => {
	fc.assert(
		fc.property(issue, surroundings, someDay, (one, of, asOf) => {
			const all = evaluateIssue(one, of, contextOn(asOf));
			const harder = evaluateIssue(one, of, { ...contextOn(asOf), least: "warn" });
			expect(harder).toEqual(all.filter(({ severity }) => severity !== "inform"));
			const blocks = evaluateIssue(one, of, { ...contextOn(asOf), least: "block" });
			expect(blocks).toEqual(all.filter(({ severity }) => severity === "block"));
		}),
		{ numRuns: 300 },
	);
});

test("PLAN-01 speaks about open issues exactly when an element is missing", () => {
	fc.assert(
		fc.property(issue, someDay, (one, asOf) => {
			const open = one.lifecycle !== "closed" && one.lifecycle !== "merged";
			const found = evaluateIssue(one, around(), contextOn(asOf)).some(({ rule }) => rule === "PLAN-01");
			expect(found).toBe(open && missingElements(one, asOf).length > 0);
		}),
		{ numRuns: 300 },
	);
});

test("DL-05 and DL-06 see a pair alike from above and from below", () => {
	fc.assert(
		fc.property(deadline, deadline, someDay, (above, below, asOf) => {
			const rulesOf = (found: ReturnType<typeof evaluateIssue>) =>
				found.filter(({ rule, gate }) => /^DL-0[56]$/.test(rule) && gate === "save").map(({ rule }) => rule);
			const child = evaluateIssue(
				soundIssue({ deadline: below, measures: [] }),
				parentDue(above),
				contextOn(asOf),
			);
			const parent = evaluateIssue(
				soundIssue({ deadline: above, measures: [] }),
				around({
					children: [{ id: soundIssue().id, number: "3", regionName: "青石县", deadline: below }],
				}),
				contextOn(asOf),
			);
			expect(rulesOf(child)).toEqual(rulesOf(parent));
		}),
		{ numRuns: 500 },
	);
});
