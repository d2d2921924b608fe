import { describe, expect, test } from "vitest";
import { type DatePoint, type Deadline, Instant, IsoDate } from "../kernel/index.ts";
import {
	formatCycle,
	formatDate,
	formatDatePoint,
	formatDaysLeft,
	formatDeadline,
	formatInstant,
	formatNames,
	formatNumber,
} from "./index.ts";

const day = (text: string) => IsoDate.parse(text);

test("a date has no leading zeros", () => {
	expect(formatDate(day("2026-03-01"), "zh-CN")).toBe("2026年3月1日");
	expect(formatDate(day("2026-03-01"), "en")).toBe("1 Mar 2026");
});

test.each([
	["2026-03", "2026年3月", "Mar 2026"],
	["2026-Q1", "2026年第一季度", "Q1 2026"],
	["2026-H2", "2026年下半年", "H2 2026"],
	["2026", "2026年", "2026"],
	["2026-03-09", "2026年3月9日起两周", "the fortnight of 9 Mar 2026"],
	["extra", "extra", "extra"],
])("the cycle %s reads %s", (key, zh, en) => {
	expect(formatCycle(key, "zh-CN")).toBe(zh);
	expect(formatCycle(key, "en")).toBe(en);
});

test("a moment is told in Asia/Shanghai, also across midnight", () => {
	const moment = Instant.parse("2026-02-28T16:05:09.000Z");
	expect(formatInstant(moment, "zh-CN")).toBe("2026年3月1日 00:05");
	expect(formatInstant(moment, "en")).toBe("1 Mar 2026, 00:05");
});

const points: [DatePoint, string, string][] = [
	[{ precision: "day", date: day("2024-10-29") }, "2024年10月29日前", "by 29 Oct 2024"],
	[{ precision: "month", year: 2021, month: 6 }, "2021年6月底前", "by the end of June 2021"],
	[{ precision: "quarter", year: 2020, quarter: 3 }, "2020年第三季度末前", "by the end of Q3 2020"],
	[
		{ precision: "halfYear", year: 2022, half: 1 },
		"2022年上半年末前",
		"by the end of the first half of 2022",
	],
	[{ precision: "year", year: 2023 }, "2023年底前", "by the end of 2023"],
	[{ precision: "fiveYearPlan", plan: 14 }, "“十四五”末前", "by the end of the 14th five-year plan"],
	[{ precision: "fiveYearPlan", plan: 20 }, "“二十五”末前", "by the end of the 20th five-year plan"],
	[{ precision: "fiveYearPlan", plan: 21 }, "“二十一五”末前", "by the end of the 21st five-year plan"],
	[{ precision: "recurring", every: "year", month: 6 }, "每年6月底前", "by the end of June every year"],
	[{ precision: "recurring", every: "quarter", month: null }, "每季度末前", "by the end of every quarter"],
	[{ precision: "openEnded" }, "长期坚持", "long-term"],
];
test.each(points)("a date is never told more exactly than it is known: %o", (point, zh, en) => {
	expect(formatDatePoint(point, "zh-CN")).toBe(zh);
	expect(formatDatePoint(point, "en")).toBe(en);
});

describe("deadlines", () => {
	const deadline = (category: Deadline["category"], point: DatePoint): Deadline => ({
		text: "as printed",
		category,
		point,
	});
	const june: DatePoint = { precision: "month", year: 2021, month: 6 };
	const cases: [string, Deadline | null, string, string][] = [
		["none", null, "未定", "not set"],
		["fixed", deadline("fixed", june), "2021年6月底前", "by the end of June 2021"],
		["at once", deadline("immediate", { precision: "openEnded" }), "立行立改", "at once"],
		[
			"at once with a date",
			deadline("immediate", june),
			"立行立改，2021年6月底前",
			"at once, by the end of June 2021",
		],
		["long-term", deadline("longTerm", { precision: "openEnded" }), "长期坚持", "long-term"],
		[
			"dated, then long-term",
			deadline("longTerm", june),
			"2021年6月底前并长期坚持",
			"by the end of June 2021, then long-term",
		],
	];
	test.each(cases)("%s", (_name, value, zh, en) => {
		expect(formatDeadline(value, "zh-CN")).toBe(zh);
		expect(formatDeadline(value, "en")).toBe(en);
	});
});

const left: [number | null, string, string][] = [
	[null, "无期限", "no date"],
	[0, "今天到期", "due today"],
	[1, "还有1天", "1 day left"],
	[30, "还有30天", "30 days left"],
	[-1, "逾期1天", "1 day overdue"],
	[-12, "逾期12天", "12 days overdue"],
];
test.each(left)("%s days left", (days, zh, en) => {
	expect(formatDaysLeft(days, "zh-CN")).toBe(zh);
	expect(formatDaysLeft(days, "en")).toBe(en);
});

test("only a bare number gets words round it", () => {
	expect(formatNumber("55", "zh-CN")).toBe("第55项");
	expect(formatNumber("十七", "zh-CN")).toBe("第十七项");
	expect(formatNumber("第12项", "zh-CN")).toBe("第12项");
	expect(formatNumber("38-2", "en")).toBe("38-2");
	expect(formatNames(["甲局", "乙局"], "zh-CN")).toBe("甲局、乙局");
});
