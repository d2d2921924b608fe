import { expect, test } from "vitest";
import { builtInRuleSets } from "../rules/built-in.ts";
import { ruleParamText } from "./rule-param-words.ts";

test.each([
	[10, "10", "10"],
	[true, "是", "Yes"],
	[false, "否", "No"],
	["workingDay", "工作日", "Working day"],
	[["water", "air"], "water、air", "water, air"],
	["未来的值", "未来的值", "未来的值"],
] as const)("%j reads %s and %s", (value, zh, en) => {
	const given = typeof value === "object" ? [...value] : value;
	expect([ruleParamText(given, "zh-CN"), ruleParamText(given, "en")]).toEqual([zh, en]);
});

/** Named after the document that they are from. */
const NAMES = new Set(["criteriaSet"]);

test("no word of the built-in rule sets is shown as a program's name", () => {
	const raw = builtInRuleSets().flatMap(({ params }) =>
		Object.entries(params).filter(
			([name, { v }]) => !NAMES.has(name) && typeof v === "string" && ruleParamText(v, "zh-CN") === v,
		),
	);
	expect(raw).toEqual([]);
});
