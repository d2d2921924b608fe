import type { ProposedNotice } from "@zhenggai/domain/close-out";
import type { IsoDate, Reading } from "@zhenggai/domain/kernel";
import { describe, expect, test } from "vitest";
import { isIsoDate } from "../../iso-date.ts";
import {
	correctedNoticeFields,
	correctNotice,
	noticeNeedsEye,
	noticeReadings,
	noticeText,
	restoreNoticeField,
} from "./notice-fields.ts";

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
});
