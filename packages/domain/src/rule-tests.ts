import tests from "./rule-tests.json" with { type: "json" };

const byRule: Readonly<Record<string, readonly string[]>> = tests;

/**
 * The tests that show a rule, as `file › title`; none for a rule that nobody knows. Generated from the tests themselves
 * (`scripts/rule-tests.ts`), and held against them by a test.
 */
export const testsOf = (ruleId: string): readonly string[] => byRule[ruleId] ?? [];
