import { describe, expect, test } from "vitest";
import { deadlineOf } from "../../issues/index.ts";
import { bodyOf, cellsOf, guessColumns, pastedDeadline, pastedRow } from "./paste.ts";

const WORDS = {
	type: [{ value: "works" as const, label: "工程治理" }],
	term: [{ value: "longTermMechanism" as const, label: "长效机制" }],
};

describe("rows of a spreadsheet", () => {
	test("keep cells with new lines, tabs and quotes, and never move a cell into the next row", () => {
		const text =
			'1\t"建设截流井，\n共三座"\t2026年6月底前\r\n2\t"写作""一河一策""\t方案"\r\n3\t巡查\t市水务局\t\r\n\r\n';
		expect(cellsOf(text)).toEqual([
			["1", "建设截流井，\n共三座", "2026年6月底前"],
			["2", '写作"一河一策"\t方案'],
			["3", "巡查", "市水务局", ""],
		]);
	});

	test("an unfinished quote swallows no measure but its own", () => {
		expect(cellsOf('甲\t5"管\n乙\t好')).toEqual([
			["甲", '5"管'],
			["乙", "好"],
		]);
	});

	test("nothing pasted is no row", () => {
		expect(cellsOf(" \n\t\n")).toEqual([]);
	});
});

describe("columns", () => {
	test("are what their headings say, in whatever order", () => {
		const rows = [
			["责任单位", "备注", "整改措施", "完成时限", "序号"],
			["市水务局", "", "封堵排口", "2026-06-30", "1"],
		];
		expect(guessColumns(rows)).toEqual(["units", "skip", "text", "deadline", "number"]);
		expect(bodyOf(rows)).toHaveLength(1);
	});

	test("are guessed by what stands in them without headings", () => {
		const rows = [
			["1", "封堵三处直排口并接入管网", "青屏市水务局", "2026年6月底"],
			["2", "制定排水管理办法", "青屏市司法局", "2026/9/30"],
		];
		expect(guessColumns(rows)).toEqual(["number", "text", "units", "deadline"]);
		expect(bodyOf(rows)).toHaveLength(2);
	});
});

test.each([
	["2026-06-30", { precision: "day", date: "2026-06-30" }],
	["2026/6/3", { precision: "day", date: "2026-06-03" }],
	["2026年6月30日前", { precision: "day", date: "2026-06-30" }],
	["2026年6月底前", { precision: "month", year: 2026, month: 6 }],
	["２０２６年底前", { precision: "year", year: 2026 }],
	["2026-02-30", null],
	["2026年13月", null],
	["6月底", null],
	["尽快", null],
])("the deadline of %j is read as %j", (cell, point) => {
	const draft = pastedDeadline(cell);
	expect(draft === null ? null : deadlineOf(draft)?.point).toEqual(point);
	if (draft !== null) expect(draft.text).toBe(cell);
});

test("a row becomes a measure; what is not understood is told and left empty", () => {
	const columns = ["number", "text", "type", "term", "deadline", "units"] as const;
	const row = ["（3）", "举一反三排查", "其他类", "长效机制", "尽快", "市水务局、市住建局"];
	const { measure, units, unread } = pastedRow(row, columns, WORDS);
	expect(measure).toMatchObject({ number: "3", type: "", term: "longTermMechanism", similarScreening: true });
	expect(deadlineOf(measure.deadline)).toBeNull();
	expect(units).toEqual(["市水务局", "市住建局"]);
	expect(unread).toEqual(["尽快", "其他类"]);
	expect(pastedRow(["4"], columns, WORDS).measure.text).toBe("");
});

test("a kind is found under the short words of tables, and a word that names none stays unread", () => {
	const row = (cell: string) => pastedRow(["封堵排口", cell], ["text", "type"], WORDS);
	expect(row("工程类").measure.type).toBe("works");
	expect(row("工程措施").measure.type).toBe("works");
	expect(row("类")).toMatchObject({ measure: { type: "" }, unread: ["类"] });
});
