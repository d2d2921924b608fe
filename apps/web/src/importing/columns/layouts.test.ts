import type { ReadColumn, ReadTable } from "@zhenggai/domain/issues";
import { expect, test } from "vitest";
import {
	checkChoice,
	columnLetters,
	hintPointing,
	hintWith,
	hintWithout,
	layoutGroups,
	mappingOf,
	mappingUsed,
	ofKind,
	rememberedOf,
	startingChoice,
	withTarget,
} from "./layouts.ts";

const column = (
	index: number,
	words: string,
	field: ReadColumn["field"],
	how: ReadColumn["how"],
): ReadColumn => ({ index, words, field, how, samples: [] });

const table = (more: Partial<ReadTable> = {}): ReadTable => ({
	sheet: "台账",
	lines: [1, 4],
	header: { line: 1, rows: 1, cells: "台账!A1:D1" },
	kind: "plan",
	layout: "0123456789abcdef",
	columns: [
		column(0, "序号", "rowNumber", "known"),
		column(1, "反馈问题", "statement", "known"),
		column(2, "承办科室", null, "unknown"),
		column(3, "拟完成时间", "deadline", "guessed"),
	],
	...more,
});

test("sheets with one header are mapped once", () => {
	const groups = layoutGroups([
		table(),
		table({ sheet: "二", lines: [5, 9] }),
		table({ layout: null, lines: [10, 12] }),
	]);
	expect(groups.map(({ tables, open }) => [tables.length, open.map(({ words }) => words)])).toEqual([
		[2, ["承办科室", "拟完成时间"]],
		[1, ["承办科室", "拟完成时间"]],
	]);
});

test("a clerk starts from what is known and suggested, and the rest is kept", () => {
	expect(startingChoice(table())).toEqual({
		kind: "plan",
		targets: ["rowNumber", "statement", "other", "deadline"],
	});
});

test("fields of plans become text when the table is one of complaints, which then lacks its subject", () => {
	const choice = ofKind(startingChoice(table()), "complaints");
	expect(choice.targets).toEqual(["other", "other", "other", "other"]);
	expect(checkChoice(choice).lacking).toEqual(["summary", "receiptNumber"]);
	expect(checkChoice(withTarget(choice, 1, "summary")).lacking).toEqual([]);
});

test("two dates stand against reading; two columns of units are joined", () => {
	const start = withTarget(startingChoice(table()), 2, "deadline");
	expect(checkChoice(start).contested).toEqual(["deadline"]);
	const units = withTarget(withTarget(start, 2, "responsibleUnits"), 3, "responsibleUnits");
	expect(checkChoice(units)).toEqual({
		contested: [],
		joined: [{ field: "responsibleUnits", count: 2 }],
		lacking: [],
	});
});

test("what is said of a table takes the place of what was said before, and can be taken back", () => {
	const choice = withTarget(startingChoice(table()), 2, "responsibleUnits");
	const mapping = mappingOf(table(), choice);
	const other = { ...mapping, layout: "fedcba9876543210" };
	const hint = hintWith({ issuesStartAtLine: 2, columns: [mapping, other] }, table(), mapping);
	expect(hint).toEqual({ issuesStartAtLine: 2, columns: [mapping, other] });
	const read = table({ columns: table().columns.map((one) => ({ ...one, how: "mapped" as const })) });
	expect(mappingUsed(hint, read)).toEqual(mapping);
	expect(mappingUsed(hint, table())).toBeUndefined();
	expect(hintWithout(hint, table())).toEqual({ issuesStartAtLine: 2, columns: [other] });
	expect(rememberedOf(table(), choice)?.columns[2]).toEqual({
		index: 2,
		words: "承办科室",
		field: "responsibleUnits",
	});
});

test("a header without words is known by its line, and never remembered", () => {
	const blank = table({ layout: null });
	expect(mappingOf(blank, startingChoice(blank)).header).toEqual({ line: 1, rows: 1 });
	expect(rememberedOf(blank, startingChoice(blank))).toBeNull();
	expect(hintPointing({}, blank, 2, 2).columns).toEqual([
		{ layout: null, header: { line: 2, rows: 2 }, kind: null, columns: [] },
	]);
});

test("columns are named as spreadsheets name them", () => {
	expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
