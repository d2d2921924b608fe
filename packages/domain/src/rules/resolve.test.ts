import { describe, expect, test } from "vitest";
import { IsoDate, type Result } from "../kernel/index.ts";
import { builtInRuleSets } from "./built-in.ts";
import { resolveRules } from "./resolve.ts";
import type { ResolvedRules, RuleSet } from "./schema.ts";

const on = (text: string) => IsoDate.parse(text);
const TODAY = on("2026-03-02");

const set = (id: string, more: Partial<RuleSet> = {}): RuleSet => ({
	id,
	name: { zh: id, en: id },
	extends: null,
	version: 1,
	effectiveFrom: on("2020-01-01"),
	effectiveTo: null,
	params: {},
	...more,
});
const resolved = (result: Result<ResolvedRules>): ResolvedRules => {
	if (!result.ok) throw new Error(result.refusals.map(({ rule }) => rule).join());
	return result.value;
};
const refused = (result: Result<ResolvedRules>) =>
	result.ok ? [] : result.refusals.map(({ rule, message }) => `${rule}: ${message.en}`);

const root = set("root", { params: { days: { v: 10, src: "D" }, words: { v: ["a"], src: "S01" } } });
const child = set("child", { extends: "root", params: { days: { v: 7, src: "S24" } } });
const grandchild = set("grandchild", { extends: "child", params: { words: { v: [], src: "D" } } });

describe("[rules I1] inheritance", () => {
	test("what a set does not say it has from the nearest set it is built on, source included", () => {
		expect(resolved(resolveRules([grandchild, root, child], "grandchild", TODAY))).toEqual({
			id: "grandchild",
			version: 1,
			params: { days: { v: 7, src: "S24" }, words: { v: [], src: "D" } },
		});
	});

	test("resolving changes none of the sets", () => {
		const before = structuredClone([root, child]);
		resolveRules([root, child], "child", TODAY);
		expect([root, child]).toEqual(before);
	});
});

describe("[rules I2] versions and dates", () => {
	const old = set("root", { effectiveTo: on("2024-08-20"), params: { days: { v: 30, src: "S01" } } });
	const next = set("root", {
		version: 2,
		effectiveFrom: on("2024-08-21"),
		params: { days: { v: 45, src: "S03" } },
	});
	const daysOn = (date: string) => resolved(resolveRules([next, old], "root", on(date))).params.days?.v;

	test("the version of the day is taken, its first and last day included", () => {
		expect(daysOn("2020-01-01")).toBe(30);
		expect(daysOn("2024-08-20")).toBe(30);
		expect(daysOn("2024-08-21")).toBe(45);
	});

	test("of two in force the later version is taken", () => {
		const open = { ...old, effectiveTo: null };
		expect(resolved(resolveRules([open, next], "root", TODAY)).version).toBe(2);
	});

	test("the parent is taken as of the same day", () => {
		const heir = set("heir", { extends: "root" });
		expect(resolved(resolveRules([heir, old, next], "heir", on("2021-05-01"))).params.days?.v).toBe(30);
	});

	test("a day on which no version is in force is refused", () => {
		expect(refused(resolveRules([old], "root", on("2024-08-21")))).toEqual([
			'RULE_SET_NOT_IN_FORCE: Rule set "root" is not in force on 2024-08-21',
		]);
	});
});

describe("[rules I3] broken sets are refused by name", () => {
	const cases: [string, RuleSet[], string, string][] = [
		["an unknown set", [root], "nowhere", 'RULE_SET_UNKNOWN: There is no rule set "nowhere"'],
		["an unknown parent", [child], "child", 'RULE_SET_UNKNOWN: There is no rule set "root"'],
		[
			"a circle",
			[set("a", { extends: "b" }), set("b", { extends: "c" }), set("c", { extends: "b" })],
			"a",
			"RULE_SET_CYCLE: Rule sets extend each other: a → b → c → b",
		],
		[
			"itself as parent",
			[set("a", { extends: "a" })],
			"a",
			"RULE_SET_CYCLE: Rule sets extend each other: a → a",
		],
		[
			"a misspelt parameter",
			[root, set("a", { extends: "root", params: { dyas: { v: 7, src: "D" } } })],
			"a",
			'RULE_SET_PARAM_UNKNOWN: Rule set "a" sets an unknown parameter "dyas"',
		],
		[
			"a parameter that every object has",
			[root, set("a", { extends: "root", params: { constructor: { v: 7, src: "D" } } })],
			"a",
			'RULE_SET_PARAM_UNKNOWN: Rule set "a" sets an unknown parameter "constructor"',
		],
		[
			"a text for a number",
			[root, set("a", { extends: "root", params: { days: { v: "7", src: "D" } } })],
			"a",
			'RULE_SET_PARAM_KIND: Parameter "days" of rule set "a" is of another kind than its parent\'s',
		],
		[
			"numbers for words",
			[root, set("a", { extends: "root", params: { words: { v: [1], src: "D" } } })],
			"a",
			'RULE_SET_PARAM_KIND: Parameter "words" of rule set "a" is of another kind than its parent\'s',
		],
	];
	test.each(cases)("%s", (_name, sets, id, message) => {
		expect(refused(resolveRules(sets, id, TODAY))).toEqual([message]);
	});
});

describe("the sets that come with the system", () => {
	test.each(builtInRuleSets().map(({ id }) => id))("%s resolves", (id) => {
		expect(resolved(resolveRules(builtInRuleSets(), id, TODAY)).id).toBe(id);
	});

	const published: [string, string, unknown][] = [
		["base", "planDueWd", 45],
		["central-2015", "planDueWd", 30],
		["sc", "planDueWd", 30],
		["sc-guangyuan", "planDueWd", 30],
		["sc-guangyuan", "scoreRed", -2],
		["ah", "complaintReplyDaysProvincial", 7],
		["ah-huangshan", "limitMonths", 6],
		["base", "limitMonths", 12],
		["ah-huangshan", "closeoutSequence", ["acceptance", "signing", "publicNotice", "filing"]],
		["sd-boshan", "closeoutSequence", ["acceptance", "publicNotice", "signing", "filing"]],
		["jl", "noticeLength", 7],
		["jl-songyuan", "noticeUnit", "calendarDay"],
		["tj", "noticeUnit", "workingDay"],
		["tj", "noticeLength", 10],
		["hn", "criteriaSet", "hn3"],
		["hi", "closeoutBody", "leadUnit"],
		["ln", "recordWd", 3],
	];
	test.each(published)("%s: %s is %j", (id, name, value) => {
		const param = resolved(resolveRules(builtInRuleSets(), id, TODAY)).params[name];
		expect(param?.v).toEqual(value);
	});
});
