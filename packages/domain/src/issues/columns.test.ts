import { expect, test } from "vitest";
import { Instant, RegionCode } from "../kernel/index.ts";
import {
	type ColumnMapping,
	ColumnMapping as ColumnMappingSchema,
	contestedFields,
	kindOfColumn,
	NewColumnLayout,
	type ReadColumn,
	startingTargets,
	usedMappings,
} from "./columns.ts";

const LAYOUT = "0123456789abcdef";
const column = (words: string, field: ColumnMapping["columns"][number]["field"]) => ({
	index: null,
	words,
	field,
});

test.each([
	{ name: "two columns of units are joined", fields: ["leadUnits", "leadUnits"], contested: [] },
	{ name: "two deadlines are not", fields: ["deadline", "deadline"], contested: ["deadline"] },
	{ name: "a field is named once", fields: ["seq", "seq", "verdict", "seq"], contested: ["seq"] },
	{
		name: "kept and ignored columns claim nothing",
		fields: ["other", "other", "ignore", null],
		contested: [],
	},
] as const)("$name", ({ fields, contested }) => {
	expect(contestedFields(fields)).toEqual(contested);
});

test("[issues I60] a mapping is refused where two columns claim a date, or where a field is of the other kind of table", () => {
	const base = { layout: LAYOUT, header: null, kind: "plan" };
	const tried = (columns: ColumnMapping["columns"]) =>
		[
			ColumnMappingSchema.safeParse({ ...base, columns }),
			NewColumnLayout.safeParse({ ...base, columns }),
		].map(({ success }) => success);
	expect(tried([column("甲", "deadline"), column("乙", "measures")])).toEqual([true, true]);
	expect(tried([column("甲", "deadline"), column("乙", "deadline")])).toEqual([false, false]);
	expect(tried([column("甲", "verdict")])).toEqual([false, false]);
	expect(tried([])).toEqual([false, false]);
});

test("remarks fit both kinds of tables, a verdict only complaints", () => {
	expect([
		kindOfColumn("remarks"),
		kindOfColumn("verdict"),
		kindOfColumn("deadline"),
		kindOfColumn("other"),
	]).toEqual([null, "complaints", "plan", null]);
});

const read = (
	index: number,
	words: string,
	field: ReadColumn["field"],
	how: ReadColumn["how"],
): ReadColumn => ({ index, words, field, how, samples: [] });

test("a guess is what a clerk starts from, unless a column is known to hold it", () => {
	const guess = read(1, "拟完成时间", "deadline", "guessed");
	const blank = read(2, "网格", null, "unknown");
	expect(startingTargets({ columns: [read(0, "问题", "statement", "known"), guess, blank] })).toEqual([
		"statement",
		"deadline",
		"other",
	]);
	expect(startingTargets({ columns: [read(0, "整改时限", "deadline", "known"), guess] })).toEqual([
		"deadline",
		"other",
	]);
});

test("[issues I61] of the remembered mappings only those count that a table was read with", () => {
	const remembered = {
		by: "沈知远",
		at: Instant.parse("2026-03-01T00:00:00Z"),
		region: RegionCode.parse("680000"),
	};
	const own: ColumnMapping = {
		layout: LAYOUT,
		header: null,
		kind: "plan",
		columns: [column("甲", "deadline")],
		remembered,
	};
	const { remembered: _, ...said } = own;
	const other: ColumnMapping = { ...own, layout: "fedcba9876543210" };
	const mapped = read(0, "甲", "deadline", "mapped");
	expect(
		usedMappings([own, other, { ...said, layout: null }], [{ layout: LAYOUT, columns: [mapped] }]),
	).toEqual([own, { ...said, layout: null }]);
	expect(usedMappings([own], [{ layout: LAYOUT, columns: [{ ...mapped, how: "known" }] }])).toEqual([]);
});
