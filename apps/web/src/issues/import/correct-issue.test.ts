import { ProposedIssue } from "@zhenggai/domain/issues";
import { describe, expect, test } from "vitest";
import { measureDrafts } from "../../importing/measure-drafts.ts";
import {
	assignOther,
	assignText,
	correctDeadline,
	correctMeasures,
	correctNumber,
	correctOther,
	correctText,
} from "./correct-issue.ts";
import { issue } from "./testing.ts";

function must<T>(value: T | undefined): T {
	if (value === undefined) throw new Error("it is there");
	return value;
}

describe("a correction", () => {
	test("is certain and keeps its place", () => {
		const next = correctText(issue(), "responsibleUnits", "丙县人民政府、丁局");
		expect(next.responsibleUnits).toMatchObject({
			value: ["丙县人民政府", "丁局"],
			confidence: 1,
			place: { line: 4 },
		});
	});

	test("of a field that was not read stands at the issue", () => {
		expect(correctText(issue(), "supervisingUnits", "市局").supervisingUnits?.place).toEqual({
			line: 3,
			endLine: 9,
			cells: null,
		});
	});

	test("to nothing means that the document does not say it", () => {
		expect(correctText(issue(), "goal", "  ").goal).toBeNull();
	});

	test("never takes the wording of the finding away", () => {
		expect(correctText(issue(), "statement", " ").statement.value).toBe("河道有垃圾");
	});

	test("of measures keeps what was read of each, in whatever order, and leaves empty ones out", () => {
		const [first] = measureDrafts(issue().measures?.value ?? []);
		const added = { from: null, number: "2.", text: "建章立制" };
		const drafts = [added, { ...must(first), text: "全部清运" }, { from: null, number: "", text: " " }];
		const next = correctMeasures(issue(), drafts);
		expect(next.measures?.value).toHaveLength(2);
		expect(next.measures?.value[0]).toMatchObject({ number: "2.", text: "建章立制" });
		expect(next.measures?.value[1]).toMatchObject({ text: "全部清运", responsibleUnits: ["乙局"] });
		expect(correctMeasures(issue(), []).measures).toBeNull();
	});

	test("of the number gives its integer too", () => {
		expect(correctNumber(issue(), "十七")).toMatchObject({ number: "十七", seq: 17 });
		expect(correctNumber(issue(), "38-2")).toMatchObject({ number: "38-2", seq: null });
		expect(correctNumber(issue(), " ")).toMatchObject({ number: null, seq: null });
	});

	test("of the deadline replaces what was doubtful", () => {
		const deadline = {
			text: "2026年底前",
			category: "fixed",
			point: { precision: "year", year: 2026 },
		} as const;
		expect(correctDeadline(issue(), deadline).deadline).toMatchObject({ value: deadline, confidence: 1 });
		expect(correctDeadline(issue(), null).deadline).toBeNull();
	});

	test("is still a proposal that the API accepts", () => {
		const next = correctText(
			correctMeasures(issue(), [{ from: null, number: "", text: "清运" }]),
			"goal",
			"清完",
		);
		expect(ProposedIssue.safeParse(next).success).toBe(true);
	});
});

describe("text of the source made a field", () => {
	const at = (line: number, endLine = line) => ({ line, endLine, cells: null });

	test("loses the label that announces it", () => {
		const next = assignText(issue(), "supervisingUnits", ["督导单位：市生态环境局、市水务局"], at(20));
		expect(next.supervisingUnits).toMatchObject({
			value: ["市生态环境局", "市水务局"],
			confidence: 1,
			place: at(20),
		});
	});

	test("is added to what stands elsewhere, and takes the place of what stood there", () => {
		expect(assignText(issue(), "goal", ["岸线复绿"], at(12)).goal?.value).toBe("清理垃圾\n岸线复绿");
		expect(assignText(issue(), "goal", ["整改目标：岸线复绿"], at(6)).goal?.value).toBe("岸线复绿");
		expect(assignText(issue(), "responsibleUnits", ["丙局"], at(12)).responsibleUnits?.value).toEqual([
			...["甲县人民政府", "乙局", "丙局"],
		]);
	});

	test("becomes measures line by line, where they stand in the source", () => {
		const next = assignText(issue(), "measures", ["（二）建章立制", "加强巡查"], at(10, 11));
		expect(next.measures?.value.map(({ number, text }) => [number, text])).toEqual([
			...[
				["1.", "清运"],
				["（二）", "建章立制"],
				[null, "加强巡查"],
			],
		]);
		expect(next.measures?.place).toEqual(at(7, 11));
	});

	test("as a deadline has no date before the clerk gives it", () => {
		expect(assignText(issue(), "deadline", ["整改时限：年底前"], at(12)).deadline?.value).toEqual({
			...{ text: "年底前", category: null, point: null },
		});
	});

	test("as a remark is kept beside the others, and goes from there into a field", () => {
		const noted = assignText(issue(), "remarks", ["核查情况：属实"], at(12));
		expect(noted.otherFields).toMatchObject([{ label: "备注", text: "属实" }]);
		const moved = assignOther(noted, 0, "goal");
		expect([moved.goal?.value, moved.otherFields]).toEqual(["清理垃圾\n属实", []]);
		expect(assignOther(noted, 0, null).otherFields).toEqual([]);
		expect(assignOther(noted, 7, "goal")).toBe(noted);
		expect(correctOther(noted, 0, " 部分属实 ").otherFields).toMatchObject([
			{ label: "备注", text: "部分属实" },
		]);
		expect(correctOther(noted, 0, " ").otherFields).toEqual([]);
	});

	test("that is empty changes nothing", () => {
		const before = issue();
		expect(assignText(before, "goal", ["  "], at(12))).toBe(before);
	});
});
