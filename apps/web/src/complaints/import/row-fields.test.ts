import type { ProposedComplaint } from "@zhenggai/domain/complaints";
import type { Reading } from "@zhenggai/domain/kernel";
import { describe, expect, test } from "vitest";
import { correctedFields, correctRow, restoreField } from "./row-corrections.ts";
import { fieldAtLine, fieldText, rowAtLine, rowNeedsEye, rowReadings, statedFields } from "./row-fields.ts";

const read = <T>(value: T, line: number, confidence = 0.95): Reading<T> => ({
	value,
	raw: String(value),
	place: { line, endLine: line, cells: null },
	confidence,
});

const row = (more: Partial<ProposedComplaint> = {}): ProposedComplaint => ({
	key: "c1",
	seq: 1,
	receiptNumber: "D3QS202605280007",
	citedReceipts: [],
	isKey: false,
	batch: null,
	channel: "phone",
	summary: read("河边一处洗砂场向河道排放泥浆水。", 3),
	region: read("松泉县", 4),
	pollutionTypes: read(["water", "noise"], 5),
	investigation: null,
	verdict: read("partlyTrue", 6, 0.5),
	closureTarget: null,
	handling: read("责令停止排放。", 6),
	status: null,
	accountability: null,
	remarks: null,
	otherFields: [],
	lines: [3, 7],
	...more,
});

describe("what is shown of a row", () => {
	test("values in the words of the trade", () => {
		expect(["seq", "channel", "pollutionTypes", "verdict", "status"].map(inWords)).toEqual([
			"1",
			"来电",
			"水、噪声",
			"部分属实",
			"",
		]);
	});
	const inWords = (field: string) => {
		const found = rowReadings(row(), statedFields([row()]), "zh-CN").find((one) => one.field === field);
		return found?.text ?? "";
	};

	test("a column that the table has and the row leaves empty is missing, one that no row has is not shown", () => {
		const stated = statedFields([row(), row({ key: "c2", status: read("open", 9) })]);
		const readings = rowReadings(row(), stated, "zh-CN");
		expect(readings.find(({ field }) => field === "status")).toMatchObject({ trust: "missing", text: "" });
		expect(readings.some(({ field }) => field === "closureTarget")).toBe(false);
	});

	test("a reading below its threshold needs an eye, a value without a confidence does not", () => {
		expect(rowNeedsEye(row())).toBe(true);
		expect(rowNeedsEye(row({ verdict: read("partlyTrue", 6, 0.9) }))).toBe(false);
	});

	test("a line leads to its row, and to its field where only one stands there", () => {
		const rows = [row(), row({ key: "c2", lines: [8, 9] })];
		expect([rowAtLine(rows, 8)?.key, rowAtLine(rows, 10)]).toEqual(["c2", undefined]);
		expect([4, 6, 7].map((line) => fieldAtLine(row(), line))).toEqual(["region", null, null]);
	});
});

describe("corrections", () => {
	test("what a clerk has set is certain, in the place of what was read", () => {
		const fixed = correctRow(row(), { field: "verdict", value: "untrue" });
		expect(fixed.verdict).toEqual({ ...read("partlyTrue", 6), value: "untrue", confidence: 1 });
		expect(rowNeedsEye(fixed)).toBe(false);
	});

	test("a cell that was not read gets the row's lines", () => {
		const fixed = correctRow(row(), { field: "status", value: "stageClosed" });
		expect(fixed.status?.place).toEqual({ line: 3, endLine: 7, cells: null });
	});

	test.each([
		[{ field: "summary", value: "  " }, "summary"],
		[{ field: "pollutionTypes", value: [] }, "pollutionTypes"],
		[{ field: "status", value: null }, "status"],
		[{ field: "receiptNumber", value: " " }, "receiptNumber"],
	] as const)("%j says that the table does not say it", (correction, field) => {
		expect(correctRow(row({ status: read("open", 6) }), correction)[field]).toBeNull();
	});

	test("cited receipts are typed in any separation, each once", () => {
		const fixed = correctRow(row(), { field: "citedReceipts", value: "X1、X2, X1\nX3" });
		expect(fixed.citedReceipts).toEqual(["X1", "X2", "X3"]);
	});

	test("every corrected field is known, and each is taken back by itself", () => {
		const asRead = row();
		const typed = correctRow(asRead, { field: "region", value: "松泉县、白沙市" });
		const both = correctRow(typed, { field: "isKey", value: true });
		expect([...correctedFields(both, asRead)]).toEqual(["isKey", "region"]);
		const back = restoreField(both, asRead, "region");
		expect(fieldText(back, "region", "zh-CN")).toBe("松泉县");
		expect([...correctedFields(back, asRead)]).toEqual(["isKey"]);
		expect(correctedFields(restoreField(back, asRead, "isKey"), asRead).size).toBe(0);
	});

	test("a text without a field is corrected, left out, or made a text of the row", () => {
		const place = { line: 6, endLine: 6, cells: null };
		const asRead = row({ otherFields: [{ label: "办案人", text: "甲", place }] });
		const other = { field: "otherFields", index: 0 } as const;
		expect(correctRow(asRead, { ...other, value: " 乙 " }).otherFields).toEqual([
			{ label: "办案人", text: "乙", place },
		]);
		expect(correctRow(asRead, { ...other, value: "" }).otherFields).toEqual([]);
		const moved = correctRow(asRead, { ...other, as: "handling" });
		expect([moved.otherFields, moved.handling?.value]).toEqual([[], "责令停止排放。\n甲"]);
		expect(correctRow(asRead, { ...other, as: "remarks" }).remarks).toMatchObject({ value: "甲", place });
		expect([...correctedFields(moved, asRead)]).toEqual(["handling", "otherFields"]);
	});
});
