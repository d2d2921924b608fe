import { describe, expect, test } from "vitest";
import { ageIn, countText, dateText, momentText, totalText } from "./format.ts";

describe("ages", () => {
	test.each([
		[0, "0秒", "0 s"],
		[59, "59秒", "59 s"],
		[60, "1分钟", "1 min"],
		[3599, "59分钟", "59 min"],
		[7200, "2小时", "2 h"],
		[200_000, "2天", "2 d"],
		[-5, "0秒", "0 s"],
	])("%d seconds", (seconds, zh, en) => {
		expect(ageIn(seconds, "zh-CN")).toBe(zh);
		expect(ageIn(seconds, "en")).toBe(en);
	});
});

test("counts have separators, and a bounded count says so", () => {
	expect(countText(100_000)).toBe("100,000");
	expect(totalText({ count: 42, exact: true })).toBe("42");
	expect(totalText({ count: 10_000, exact: false })).toBe("10,000+");
});

test("a moment is shown on the clock of Shanghai, whatever the machine's zone", () => {
	expect(momentText("2026-11-21T16:30:00.000Z")).toBe("2026年11月22日 00:30");
	expect(momentText("no moment")).toBe("no moment");
});

test("a text that is no day stays as it is", () => {
	expect(dateText("2026-03-01")).toBe("2026年3月1日");
	expect(dateText("2026-02-30")).toBe("2026-02-30");
	expect(dateText("soon")).toBe("soon");
});
