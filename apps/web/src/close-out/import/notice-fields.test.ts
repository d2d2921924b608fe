import type { ProposedNotice } from "@zhenggai/domain/close-out";
import type { IsoDate, Reading } from "@zhenggai/domain/kernel";
import { describe, expect, test } from "vitest";
import { isIsoDate } from "../../iso-date.ts";
import { correctedNoticeFields, correctNotice, restoreNoticeField } from "./notice-corrections.ts";
import { fieldAtLine, noticeAtLine, noticeNeedsEye, noticeReadings, noticeText } from "./notice-fields.ts";

const read = <T>(value: T, line: number, confidence = 0.95): Reading<T> => ({
	value,
	raw: String(value),
	place: { line, endLine: line, cells: null },
	confidence,
});
function day(text: string): IsoDate {
	if (!isIsoDate(text)) throw new Error(text);
	return text;
}

const notice = (more: Partial<ProposedNotice> = {}): ProposedNotice => ({
	key: "n1",
	seq: 12,
	number: "十二",
	statement: read("沿岸三处砂石堆场未按要求退出。", 2),
	receiptNumbers: [],
	responsibleUnits: read(["松泉县人民政府"], 3),
	supervisingUnits: null,
	acceptanceUnits: null,
	deadline: null,
	goal: null,
	measures: null,
	completion: read("三处堆场已全部拆除。", 4),
	completionItems: [],
	publicity: null,
	publicityLength: read({ days: 10, unit: "workingDay" as const }, 5),
	contact: null,
	otherFields: [],
	lines: [2, 6],
	...more,
});

describe("what is shown of a notice", () => {
	test("its length stands for a publicity without dates", () => {
		expect(noticeText(notice(), "publicity", "zh-CN")).toBe("10个工作日");
	});

	test("what every notice says is missed where it is not said, the rest is left away", () => {
		const readings = noticeReadings(notice({ completion: null }), "zh-CN");
		expect(readings.map(({ field, trust }) => [field, trust])).toEqual([
			["number", "sure"],
			["statement", "sure"],
			["responsibleUnits", "sure"],
			["completion", "missing"],
			["publicity", "sure"],
		]);
		expect([noticeNeedsEye(notice()), noticeNeedsEye(notice({ completion: null }))]).toEqual([false, true]);
	});
});

describe("corrections", () => {
	test("a publicity is typed with both of its days, in the place of what was read", () => {
		const period = { start: day("2026-03-02"), end: day("2026-03-13") };
		const fixed = correctNotice(notice(), { field: "publicity", value: period });
		expect(fixed.publicity).toMatchObject({ value: period, confidence: 1, place: { line: 5 } });
		expect(noticeText(fixed, "publicity", "zh-CN")).toBe("2026年3月2日至2026年3月13日（10个工作日）");
	});

	test("lists are typed in any separation, empty texts say nothing", () => {
		const units = correctNotice(notice(), { field: "acceptanceUnits", value: "市生态环境局，市水务局\n" });
		expect(units.acceptanceUnits?.value).toEqual(["市生态环境局", "市水务局"]);
		expect(correctNotice(notice(), { field: "number", value: " " }).number).toBeNull();
		expect(correctNotice(notice(), { field: "statement", value: "" }).statement).toBeNull();
	});

	test("each is taken back by itself", () => {
		const asRead = notice();
		const one = correctNotice(asRead, { field: "goal", value: "全部退出" });
		const two = correctNotice(one, { field: "receiptNumbers", value: "D1、D2" });
		expect([...correctedNoticeFields(two, asRead)]).toEqual(["receiptNumbers", "goal"]);
		const back = restoreNoticeField(two, asRead, "goal");
		expect([...correctedNoticeFields(back, asRead)]).toEqual(["receiptNumbers"]);
	});

	test("measures are typed one by one; empty ones are left out", () => {
		const drafts = [
			{ from: null, number: "1.", text: "清运" },
			{ from: null, number: " ", text: "复绿 " },
			{ from: null, number: "3.", text: " " },
		];
		const fixed = correctNotice(notice(), { field: "measures", value: drafts });
		expect(noticeText(fixed, "measures", "zh-CN")).toBe("1.清运\n复绿");
		expect(correctNotice(fixed, { field: "measures", value: [] }).measures).toBeNull();
	});

	test("another wording of a deadline has no date of the old one, the same wording keeps it", () => {
		const dated = notice({
			deadline: read({ text: "2026年底前", category: "fixed", point: { precision: "year", year: 2026 } }, 4),
		});
		expect(correctNotice(dated, { field: "deadline", value: "2026年底前" })).toBe(dated);
		const fixed = correctNotice(dated, { field: "deadline", value: "2027年6月底前" });
		expect(fixed.deadline?.value).toEqual({ text: "2027年6月底前", category: null, point: null });
		expect(correctNotice(dated, { field: "deadline", value: "" }).deadline).toBeNull();
	});

	test("what was done in other words has not the items of the old ones, until it is taken back", () => {
		const items = [{ number: "1.", text: "拆除三处堆场" }];
		const asRead = notice({ completion: null, completionItems: items });
		expect(noticeText(asRead, "completion", "zh-CN")).toBe("1.拆除三处堆场");
		const fixed = correctNotice(asRead, { field: "completion", value: "三处均已拆除" });
		expect(fixed.completionItems).toEqual([]);
		expect([...correctedNoticeFields(fixed, asRead)]).toEqual(["completion"]);
		expect(restoreNoticeField(fixed, asRead, "completion")).toEqual(asRead);
	});

	test("a text without a field is corrected, left out, or put into a field", () => {
		const place = { line: 6, endLine: 6, cells: null };
		const asRead = notice({ otherFields: [{ label: "核查情况", text: "已整改到位", place }] });
		const other = { field: "otherFields", index: 0 } as const;
		expect(correctNotice(asRead, { ...other, value: "基本到位" }).otherFields[0]?.text).toBe("基本到位");
		expect(correctNotice(asRead, { ...other, value: " " }).otherFields).toEqual([]);
		const moved = correctNotice(asRead, { ...other, as: "goal" });
		expect(moved).toMatchObject({ otherFields: [], goal: { value: "已整改到位", place } });
		const added = correctNotice(asRead, { ...other, as: "completion" });
		expect(added.completion?.value).toBe("三处堆场已全部拆除。\n已整改到位");
		expect([...correctedNoticeFields(added, asRead)]).toEqual(["completion", "otherFields"]);
	});

	test("a number is corrected with its integer", () => {
		const fixed = correctNotice(notice(), { field: "number", value: "十七" });
		expect(fixed).toMatchObject({ number: "十七", seq: 17 });
		expect(restoreNoticeField(fixed, notice(), "number")).toMatchObject({ number: "十二", seq: 12 });
	});
});

test("a line leads to its notice and the narrowest field there", () => {
	const notices = [notice(), notice({ key: "n2", lines: [8, 12] })];
	expect([noticeAtLine(notices, 9)?.key, noticeAtLine(notices, 7)]).toEqual(["n2", undefined]);
	expect([2, 4, 6].map((line) => fieldAtLine(notice(), line))).toEqual(["statement", "completion", "number"]);
});
