import { expect, test } from "vitest";
import { joinIssues, OTHER_DEADLINE } from "./import-join.ts";
import { numeral, printedNumber } from "./import-number.ts";
import { splitIssue } from "./import-split.ts";
import { changeBehind, correctedIssues, idleChanges, withChange, withoutChange } from "./import-structure.ts";
import type { ProposedIssue } from "./proposal.ts";
import { proposedIssue, readAt } from "./testing/proposed-issue.ts";

const LINES = [
	"五、青石县污水处理厂超标排放。",
	"整改目标：达标排放。",
	"整改措施：",
	"（一）更换曝气设备。",
	"（二）开展排查。六、黄土镇砂石场未批先建。",
	"六、黄土镇砂石场未批先建。",
	"整改时限：2026年12月底前",
	"责任单位：黄土镇政府",
	"（一）补办手续。",
];

const measure = (number: string, text: string, line: number) => ({
	...{ number, text, deadline: null, responsibleUnits: [], supportingUnits: [] },
	place: { line, endLine: line, cells: null },
});

/** Two issues that were read as one: the second's heading was taken for a measure. */
const GLUED: ProposedIssue = {
	...proposedIssue("i5", [1, 9]),
	seq: 5,
	number: "五",
	statement: readAt("青石县污水处理厂超标排放。", [1, 1]),
	goal: readAt("达标排放。", [2, 2]),
	deadline: readAt(
		{ text: "2026年12月底前", category: "fixed", point: { precision: "month", year: 2026, month: 12 } },
		[7, 7],
	),
	responsibleUnits: readAt(["黄土镇政府"], [8, 8]),
	measures: readAt(
		[
			measure("（一）", "更换曝气设备。", 4),
			measure("六、", "黄土镇砂石场未批先建。", 6),
			measure("（一）", "补办手续。", 9),
		],
		[4, 9],
	),
};

test("a heading that was read as a measure becomes the second issue, with what stands below it", () => {
	const change = splitIssue(GLUED, 6, LINES);
	const [first, second] = change?.added ?? [];
	expect(change?.dropped).toEqual(["i5"]);
	expect(first).toMatchObject({ key: "i5s6a", number: "五", seq: 5, deadline: null, lines: [1, 5] });
	expect(first?.measures?.value.map(({ text }) => text)).toEqual(["更换曝气设备。"]);
	expect(second).toMatchObject({ key: "i5s6b", number: "六", seq: 6, goal: null, lines: [6, 9] });
	expect(second?.statement).toMatchObject({ value: "黄土镇砂石场未批先建。", confidence: 0.5 });
	expect(second?.deadline?.value.text).toBe("2026年12月底前");
	expect(second?.responsibleUnits?.value).toEqual(["黄土镇政府"]);
	expect(second?.measures?.value.map(({ text }) => text)).toEqual(["补办手续。"]);
});

test("a statement that was read across the cut is torn where the line begins in it", () => {
	const lines = ["某县违规", "占用林地。", "另有砂场未批先建。"];
	const issue = {
		...proposedIssue("i1", [1, 3]),
		statement: readAt("某县违规占用林地。另有砂场未批先建。", [1, 3]),
	};
	const [first, second] = splitIssue(issue, 3, lines)?.added ?? [];
	expect(first?.statement).toMatchObject({
		value: "某县违规占用林地。",
		place: { line: 1, endLine: 2 },
		confidence: 0.5,
	});
	expect(second?.statement.value).toBe("另有砂场未批先建。");
});

test("what cannot be told apart stays with the first, unsurely", () => {
	const issue = {
		...proposedIssue("i1", [1, 3]),
		statement: readAt("问题。", [1, 1]),
		responsibleUnits: readAt(["甲县政府", "乙县政府"], [1, 2]),
	};
	const [first, second] = splitIssue(issue, 2, ["问题。甲县政府", "乙县政府", "下一个问题。"])?.added ?? [];
	expect(first?.responsibleUnits).toMatchObject({ value: ["甲县政府", "乙县政府"], confidence: 0.5 });
	expect(second?.responsibleUnits).toBeNull();
});

test("a line that does not divide the issue splits nothing", () => {
	for (const line of [0, 1, 10]) expect(splitIssue(GLUED, line, LINES)).toBeNull();
});

test("joining keeps the first of two deadlines and the other as a labelled text", () => {
	const deadline = (text: string) => readAt({ text, category: null, point: null }, [1, 1]);
	const one = { ...proposedIssue("i1", [1, 2]), number: "一", deadline: deadline("立即整改") };
	const other = { ...proposedIssue("i2", [3, 4]), number: "二", deadline: deadline("年底前") };
	const { added, otherDeadline } = joinIssues(one, other);
	expect(otherDeadline).toBe("年底前");
	expect(added[0]?.deadline?.value.text).toBe("立即整改");
	expect(added[0]?.otherFields).toMatchObject([{ label: OTHER_DEADLINE, text: "年底前" }]);
	expect(added[0]?.number).toBe("一");
	expect(added[0]?.statement.value).toBe("问题i1二、问题i2");
	expect(joinIssues(one, { ...other, deadline: one.deadline }).otherDeadline).toBeNull();
});

const plan = { issues: [proposedIssue("i1", [1, 2]), GLUED, proposedIssue("i6", [10, 12])] };
const keys = (choices: Parameters<typeof correctedIssues>[1]) =>
	correctedIssues(plan, choices).map(({ key }) => key);

test("corrections stay with what a split or join brought, and go when it is undone", () => {
	const cut = splitIssue(GLUED, 6, LINES);
	if (cut === null) throw new Error("the line divides the issue");
	const [, second] = cut.added;
	if (second === undefined) throw new Error("a split makes two");
	const start = { corrections: {}, items: { i5: { apply: false } }, structure: [] };
	const split = withChange(start, cut);
	expect(keys(split)).toEqual(["i1", "i5s6a", "i5s6b", "i6"]);
	expect(split.items).toMatchObject({ i5s6a: { apply: false }, i5s6b: { apply: false } });
	const corrected = { ...split, corrections: { i5s6b: { ...second, number: "6" } } };
	expect(correctedIssues(plan, corrected)[2]?.number).toBe("6");
	const joined = withChange(corrected, joinIssues(second, proposedIssue("i6", [10, 12])));
	expect(keys(joined)).toEqual(["i1", "i5s6a", "i5s6bji6"]);
	expect(changeBehind(joined.structure, "i5s6bji6")?.kind).toBe("join");
	expect(keys(withoutChange(joined, "i5s6bji6"))).toEqual(["i1", "i5s6a", "i5s6b", "i6"]);
	const back = withoutChange(joined, "i5s6a");
	expect(back).toEqual({ ...start, corrections: {}, structure: [] });
});

test("a split of an issue that the reading lacks changes nothing and is told", () => {
	const cut = splitIssue({ ...GLUED, key: "i9" }, 6, LINES);
	const structure = cut === null ? [] : [cut];
	expect(keys({ corrections: {}, structure })).toEqual(["i1", "i5", "i6"]);
	expect(idleChanges(plan, { corrections: {}, structure })).toEqual(structure);
});

test.each([
	["十七、某问题", "十七", 17, "某问题"],
	["（二）某问题", "二", 2, "某问题"],
	["第12项：某问题", "12", 12, "某问题"],
	["38-2、某问题", "38-2", null, "某问题"],
	["3.某问题", "3", 3, "某问题"],
	["2.5公里河道", null, null, "2.5公里河道"],
	["一些企业超标", null, null, "一些企业超标"],
])("the number that %s begins with", (text, number, seq, rest) => {
	expect(printedNumber(text)).toEqual({ number, seq, rest });
});

test.each([
	["十", 10],
	["二十三", 23],
	["一百零五", 105],
	["一百一十", 110],
	["", null],
	["十甲", null],
])("the numeral %s", (text, value) => {
	expect(numeral(text)).toBe(value);
});
