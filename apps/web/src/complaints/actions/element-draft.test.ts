import { ComplaintElements } from "@zhenggai/domain/complaints";
import { describe, expect, test } from "vitest";
import { changesBetween, draftOf, malformed, readElementDraft, valuesOfDraft } from "./element-draft.ts";

const elements = ComplaintElements.parse({
	seq: 7,
	receiptNumber: "D3QS202605280007",
	channel: "phone",
	isKey: true,
	batch: 2,
	batchDay: "2026-05-28",
	regionText: "青石县",
	places: ["990102"],
	pollutionTypes: ["water", "dust"],
	typesText: "水、扬尘",
	summary: "洗砂场排放泥浆水。",
	investigation: "沉淀池容积不足。",
	verdict: "true",
	closureTarget: null,
	handling: "扩建沉淀池。",
	status: "open",
	accountability: null,
	remarks: null,
	otherFields: [{ label: "办案人", text: "某局" }],
});

describe("a draft of a complaint", () => {
	test("says what the complaint says", () => {
		expect(valuesOfDraft(draftOf(elements))).toEqual(elements);
	});

	test("that nobody touched changes nothing", () => {
		expect(changesBetween(draftOf(elements), draftOf(elements))).toEqual({});
	});

	test("changes only what was touched, and empties what was emptied", () => {
		const draft = { ...draftOf(elements), status: "closed" as const, investigation: "  ", places: [] };
		expect(changesBetween(draftOf(elements), draft)).toEqual({
			status: "closed",
			investigation: null,
			places: [],
		});
	});

	test("of nothing says nothing", () => {
		const values = valuesOfDraft(draftOf(null));
		expect(Object.values(values).filter((value) => value !== null)).toEqual([false, [], [], []]);
	});

	test.each([
		["1.5", "0", ["seq", "batch"]],
		["一", "", ["seq"]],
		["0", "999", []],
	])("sees numbers that are none: %s, %s", (seq, batch, expected) => {
		expect(malformed({ ...draftOf(elements), seq, batch })).toEqual(expected);
	});

	test("reads other columns line by line, and leaves out what has no heading", () => {
		const draft = { ...draftOf(elements), otherFields: "办案人：某局\n符合条件: 是\n没有栏目" };
		expect(valuesOfDraft(draft).otherFields).toEqual([
			{ label: "办案人", text: "某局" },
			{ label: "符合条件", text: "是" },
		]);
	});
});

describe("a kept draft", () => {
	test("comes back as it was", () => {
		const draft = draftOf(elements);
		expect(readElementDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
	});

	test.each([["text"], [null], [[1]]])("that is none (%j) is dropped", (value) => {
		expect(readElementDraft(value)).toBeNull();
	});

	test("never brings in what the form cannot hold", () => {
		const read = readElementDraft({ verdict: "perhaps", places: ["1", 2, "990102"], seq: 7, status: "open" });
		expect(read).toEqual({ ...draftOf(null), places: ["990102"], status: "open" });
	});
});
