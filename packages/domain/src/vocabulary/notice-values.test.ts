import { expect, test } from "vitest";
import { IsoDate } from "../kernel/index.ts";
import { formatPublicity, noticeValueText } from "./index.ts";

test.each([
	["kind", "closeOut", "销号公示", "Close-out notice"],
	["publicity", "2026-03-02/2026-03-13", "2026年3月2日至2026年3月13日", "2 Mar 2026 – 13 Mar 2026"],
	["publicity", "10 workingDay", "10个工作日", "10 working days"],
	[
		"publicity",
		"2026-03-02/2026-03-06 5 calendarDay",
		"2026年3月2日至2026年3月6日（5天）",
		"2 Mar 2026 – 6 Mar 2026 (5 days)",
	],
	["publicity", "另行通知", "另行通知", "另行通知"],
	["completion", "closeOut", "closeOut", "closeOut"],
] as const)("%s %s is shown in the words of the trade", (field, text, zh, en) => {
	expect(noticeValueText(field, text, "zh-CN")).toBe(zh);
	expect(noticeValueText(field, text, "en")).toBe(en);
});

test("a publicity is its days, its printed length, both, or nothing", () => {
	const days = { start: IsoDate.parse("2026-03-02"), end: IsoDate.parse("2026-03-13") };
	const length = { days: 10, unit: "workingDay" } as const;
	expect(formatPublicity(days, length, "zh-CN")).toBe("2026年3月2日至2026年3月13日（10个工作日）");
	expect(formatPublicity(days, null, "en")).toBe("2 Mar 2026 – 13 Mar 2026");
	expect(formatPublicity(null, length, "en")).toBe("10 working days");
	expect(formatPublicity(null, null, "zh-CN")).toBe("");
});
