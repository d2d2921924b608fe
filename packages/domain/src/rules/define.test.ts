import { describe, expect, test } from "vitest";
import { IsoDate, officialCalendar, say } from "../kernel/index.ts";
import { builtInRuleSets } from "./built-in.ts";
import { bindRules, defineRule, type RuleContext } from "./define.ts";
import { RuleParams, RuleSetError } from "./params.ts";
import { resolveRules } from "./resolve.ts";
import { Finding, type ResolvedRules } from "./schema.ts";

const TODAY = IsoDate.parse("2026-03-02");
const base = (): ResolvedRules => {
	const result = resolveRules(builtInRuleSets(), "base", TODAY);
	if (!result.ok) throw new Error("no base");
	return result.value;
};
const context: RuleContext = { rules: base(), calendar: officialCalendar(), asOf: TODAY };

/** Says something about numbers above the buffer; blocks above twice of it. */
const tooMany = defineRule<number>()({
	id: "DL-06",
	group: "DL",
	severity: "warn",
	hardest: "block",
	gate: "save",
	title: say("过多", "Too many"),
	statement: say("不得过多", "Not too many"),
	params: ["bufferDays", "immediateDays"],
	src: ["S36", "D"],
	who: ["cityOffice"],
	check: (subject, params) => {
		const most = params.number("bufferDays");
		if (subject <= most) return null;
		const message = say(`${subject}过多`, `${subject} is too many`);
		const clears = say("减少", "Have fewer");
		if (subject <= 2 * most) return { message, clears, used: ["bufferDays"] };
		return [{ message, clears, field: "days", severity: "block", gate: "report", who: [] }];
	},
});
const check = (subject: number, more: Partial<RuleContext> = {}): Finding[] => {
	const findings: Finding[] = [];
	const bound = bindRules([tooMany], more.rules ?? context.rules, more.least);
	bound(subject, { ...context, ...more }, findings);
	return findings;
};

describe("[rules I4] a finding explains itself", () => {
	test("nothing is made where the rule is silent", () => {
		expect(check(60)).toEqual([]);
	});

	test("what the rule does not say is taken from its description", () => {
		expect(check(61)).toEqual([
			{
				rule: "DL-06",
				severity: "warn",
				gate: "save",
				field: null,
				message: say("61过多", "61 is too many"),
				clears: say("减少", "Have fewer"),
				who: ["cityOffice"],
				basis: "S36 D",
				params: { bufferDays: { v: 60, src: "D" } },
			},
		]);
	});

	test("a finding can be harder, stand elsewhere and be cleared by others; it shows all parameters unless told", () => {
		const [finding] = check(121);
		expect(finding).toMatchObject({ severity: "block", gate: "report", field: "days", who: [] });
		expect(Object.keys(finding?.params ?? {})).toEqual(["bufferDays", "immediateDays"]);
		expect(Finding.parse(finding)).toEqual(finding);
	});

	test("the value and its source come from the rule set, never from the rule", () => {
		const rules = { ...base(), params: { ...base().params, bufferDays: { v: 5, src: "S99" } } };
		expect(check(6, { rules })[0]?.params).toEqual({ bufferDays: { v: 5, src: "S99" } });
	});
});

describe("softer findings are left out on demand", () => {
	test("by the finding's own severity", () => {
		expect(check(61, { least: "block" })).toEqual([]);
		expect(check(121, { least: "block" })).toHaveLength(1);
		expect(check(61, { least: "warn" })).toHaveLength(1);
	});
});

describe("[rules I5] a rule reads only what its rule set has, as what it is", () => {
	const without = (name: string): ResolvedRules => {
		const { [name]: _gone, ...params } = base().params;
		return { ...base(), params };
	};

	test("a set without one of a rule's parameters is found when the rule is bound", () => {
		expect(() => check(1, { rules: without("immediateDays") })).toThrow(RuleSetError);
	});

	test("a value of another kind is found when it is read", () => {
		const rules = { ...base(), params: { ...base().params, bufferDays: { v: "60", src: "D" } } };
		expect(() => check(1, { rules })).toThrow("Rule set base: parameter bufferDays is not a number");
	});

	test("each kind is read as itself", () => {
		const names = [
			"planDueWd",
			"palette",
			"leadDays",
			"countFirstDay",
			"noticeUnit",
			"publicFields",
		] as const;
		const params = new RuleParams(base(), names);
		expect(params.number("planDueWd")).toBe(45);
		expect(params.strings("palette")).toEqual(["blue", "yellow", "red"]);
		expect(params.numbers("leadDays")).toEqual([90, 30, 7]);
		expect(params.boolean("countFirstDay")).toBe(true);
		expect(params.string("noticeUnit")).toBe("workingDay");
		expect(params.strings("publicFields")).toEqual([]);
		expect(params.param("planDueWd")).toEqual({ v: 45, src: "S03" });
	});
});
