import { expect, test } from "vitest";
import type { ImportChoices } from "./import.ts";
import { carryOver } from "./import-reread.ts";
import { splitIssue } from "./import-split.ts";
import { correctedIssues } from "./import-structure.ts";
import type { Proposal, ProposedIssue } from "./proposal.ts";
import { proposedIssue, readAt } from "./testing/proposed-issue.ts";

const LINES = [
	"前言提到问题。",
	"一、甲河断面超标。",
	"整改措施。",
	"二、乙厂渗漏。",
	"整改措施。",
	"附则。",
];

const proposal = (issues: ProposedIssue[]): Proposal => ({
	kind: "plan",
	source: { name: "方案.docx", format: "docx", sha256: "0".repeat(64), lines: LINES },
	title: null,
	layout: "A1",
	documentDate: null,
	issues,
	complaints: [],
	notices: [],
	tables: [],
	unassigned: [],
	warnings: [
		{ code: "missingDeadline", message: { zh: "无", en: "none" }, line: 2, item: "i1", field: null },
	],
});

const issue = (key: string, number: string | null, text: string, lines: [number, number]): ProposedIssue => ({
	...proposedIssue(key, lines),
	number,
	statement: readAt(text, lines),
});

const PREFACE = issue("i1", null, "前言提到问题。", [1, 1]);
const FIRST = issue("i2", "一", "甲河断面超标。", [2, 3]);
const SECOND = issue("i3", "二", "乙厂渗漏。", [4, 6]);
const BEFORE = proposal([PREFACE, FIRST, SECOND]);
/** As read from line 2 on: the preface is no issue, and the last ends a line earlier. */
const AFTER = proposal([
	{ ...FIRST, key: "i1", goal: readAt("水质达标。", [3, 3]) },
	{ ...SECOND, key: "i2", lines: [4, 5] },
]);

const choices = (more: Partial<ImportChoices>): ImportChoices => ({
	context: null,
	units: {},
	items: {},
	corrections: {},
	...more,
});

test("[issues I42] an issue that both readings have keeps its key, its choice and the fields that were corrected", () => {
	const corrected = { ...FIRST, statement: readAt("甲河国控断面超标。", [2, 3]) };
	const chosen = choices({ items: { i3: { apply: false } }, corrections: { i2: corrected } });
	const { proposal: next, choices: kept, carried } = carryOver(BEFORE, AFTER, chosen, 2);
	expect(next.issues.map(({ key }) => key)).toEqual(["i2", "i3"]);
	expect(next.warnings[0]?.item).toBe("i2");
	expect(carried).toEqual({ kept: 1, lost: [] });
	expect(kept.items).toEqual({ i3: { apply: false } });
	const [first] = correctedIssues(next, kept);
	expect(first?.statement.value).toBe("甲河国控断面超标。");
	expect(first?.goal?.value).toBe("水质达标。");
});

test("[issues I42] a correction that has no place now is told, and counts again when the hint is forgotten", () => {
	const corrected = { ...PREFACE, number: "序" };
	const chosen = choices({ corrections: { i1: corrected } });
	const once = carryOver(BEFORE, AFTER, chosen, 2);
	expect(once.carried).toEqual({
		kept: 0,
		lost: [{ key: "i1", number: "序", statement: "前言提到问题。" }],
	});
	expect(correctedIssues(once.proposal, once.choices).map(({ number }) => number)).toEqual(["一", "二"]);
	const back = carryOver(once.proposal, BEFORE, once.choices, 3);
	expect(back.carried).toEqual({ kept: 1, lost: [] });
	expect(back.proposal.issues.map(({ key }) => key)).toEqual(["i1", "i2", "i3"]);
	expect(correctedIssues(back.proposal, back.choices)[0]?.number).toBe("序");
});

test("[issues I42] an issue that was not there gets a key that none has had", () => {
	const once = carryOver(BEFORE, proposal([issue("i1", "九", "丙矿越界开采。", [6, 6])]), choices({}), 2);
	expect(once.proposal.issues.map(({ key }) => key)).toEqual(["i1v2"]);
});

test("[issues I42] the number alone does not make another text the corrected issue", () => {
	const chosen = choices({ corrections: { i2: { ...FIRST, number: "1" } } });
	const other = proposal([issue("i1", "一", "丙矿越界开采毁林。", [5, 6])]);
	const { carried, proposal: next } = carryOver(BEFORE, other, chosen, 2);
	expect(next.issues.map(({ key }) => key)).toEqual(["i1v2"]);
	expect(carried.lost.map(({ key }) => key)).toEqual(["i2"]);
});

test("[issues I42] splits stand where their issue does, and rest where it does not", () => {
	const cut = (one: ProposedIssue, line: number) => {
		const change = splitIssue(one, line, LINES);
		if (change === null) throw new Error("the line divides the issue");
		return change;
	};
	const chosen = choices({ structure: [cut(SECOND, 5)] });
	const kept = carryOver(BEFORE, AFTER, chosen, 2);
	expect(kept.carried).toEqual({ kept: 1, lost: [] });
	expect(correctedIssues(kept.proposal, kept.choices).map(({ key }) => key)).toEqual([
		...["i2", "i3s5a", "i3s5b"],
	]);
	const without = carryOver(BEFORE, proposal([FIRST]), chosen, 2);
	expect(without.carried.lost.map(({ key }) => key)).toEqual(["i3s5a", "i3s5b"]);
	const back = carryOver(without.proposal, BEFORE, without.choices, 3);
	expect(back.carried).toEqual({ kept: 1, lost: [] });
});
