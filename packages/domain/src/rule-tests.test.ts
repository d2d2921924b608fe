import { expect, test } from "vitest";
import { ruleTests } from "../scripts/rule-tests.ts";
import { catalogue } from "./catalogue.ts";
import committed from "./rule-tests.json" with { type: "json" };
import { testsOf } from "./rule-tests.ts";

test("the list of the tests of each rule is what the tests say; `pnpm --filter @zhenggai/domain rule-tests` writes it", () => {
	expect(committed).toEqual(ruleTests());
});

test.each(catalogue.map(({ id }) => id))("[rules I7] %s is shown by tests that are there", (id) => {
	expect(testsOf(id).length).toBeGreaterThan(0);
});

test("a rule that nobody knows has none", () => {
	expect(testsOf("PLAN-99")).toEqual([]);
});
