import { describe, expect, test } from "vitest";
import { say } from "../kernel/index.ts";
import type { Finding } from "./schema.ts";
import { newFindings, splitFindings } from "./split.ts";

const finding = (rule: string, severity: Finding["severity"], more: Partial<Finding> = {}): Finding => ({
	rule,
	severity,
	field: null,
	message: say(rule, rule),
	clears: say("更正", "Correct it"),
	who: [],
	basis: null,
	params: {},
	...more,
});
const block = finding("DL-05", "block", { gate: "save" });
const warn = finding("DL-06", "warn", { gate: "save" });
const inform = finding("DL-02", "inform", { gate: "report" });
const later = finding("PLAN-01", "block", { gate: "submitPlan" });
const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

describe("[rules I10] what holds a step up", () => {
	const all = [block, warn, inform, later];
	const cases: [string, string | null | undefined, string[], string[]][] = [
		["without a justification", null, ["DL-05", "DL-06"], ["DL-02", "PLAN-01"]],
		["with a blank one", " \t", ["DL-05", "DL-06"], ["DL-02", "PLAN-01"]],
		["with none given", undefined, ["DL-05", "DL-06"], ["DL-02", "PLAN-01"]],
		["with one, warnings pass and blocks do not", "上级已同意", ["DL-05"], ["DL-06", "DL-02", "PLAN-01"]],
	];
	test.each(cases)("%s", (_name, justification, blocking, passed) => {
		const split = splitFindings(all, { justification, gate: "save" });
		expect(rules(split.blocking)).toEqual(blocking);
		expect(rules(split.passed)).toEqual(passed);
	});

	test("without a step everything counts", () => {
		const split = splitFindings(all, { justification: "上级已同意" });
		expect(rules(split.blocking)).toEqual(["DL-05", "PLAN-01"]);
	});

	test("a finding without a step stands in front of every step", () => {
		const anywhere = finding("NOT_ALLOWED", "block");
		expect(rules(splitFindings([anywhere], { justification: null, gate: "save" }).blocking)).toEqual([
			"NOT_ALLOWED",
		]);
	});

	test("nothing is lost or doubled", () => {
		const split = splitFindings(all, { justification: null, gate: "submitPlan" });
		expect(new Set([...split.blocking, ...split.passed])).toEqual(new Set(all));
		expect(split.blocking.length + split.passed.length).toBe(all.length);
	});
});

describe("[rules I11] a change answers only for what it brings", () => {
	test("a warning that was there before is not asked about again", () => {
		expect(newFindings([warn], [warn, block])).toEqual([block]);
	});

	test("the same rule about another field or in other words is new", () => {
		const elsewhere = { ...warn, field: "deadline" };
		const reworded = { ...warn, message: say("提前90天", "90 days earlier") };
		expect(newFindings([warn], [elsewhere, reworded])).toEqual([elsewhere, reworded]);
	});
});
