import { expect, test } from "vitest";
import { readDocument } from "../reading.ts";

const NOTICE = [
	"关于督察反馈问题（序号三）整改情况的公示",
	"整改任务：岚江支流沿岸三处砂石堆场未按要求退出。",
	"整改目标：堆场全部退出。",
	"整改完成情况：三处堆场已拆除。",
].join("\n");

// The day of a date is no length: neither 3月13日 nor 至12日 says how many days.
test.each([
	["公示时间：2026年3月2日至2026年3月13日。", "2026-03-02/2026-03-13", null],
	["公示期为2024年1月8日至12日。", "2024-01-08/2024-01-12", null],
	["公示时间8月19日—8月23日，为期5天。", null, "5 calendarDay"],
	["公示10个工作日。", null, "10 workingDay"],
	["公示期7日。", null, "7 calendarDay"],
	["公示时间：2020年6月1日至6月5日（5个工作日）。", "2020-06-01/2020-06-05", "5 workingDay"],
	["公示期为2022年12月26日起至2023年1月3日止，共5个工作日。", "2022-12-26/2023-01-03", "5 workingDay"],
])("%s", async (line, period, length) => {
	const { notices } = await readDocument({ pasted: `${NOTICE}\n${line}` });
	const read = notices[0]?.publicity?.value;
	const stated = notices[0]?.publicityLength?.value;
	expect(read === undefined ? null : `${read.start}/${read.end}`).toBe(period);
	expect(stated === undefined ? null : `${stated.days} ${stated.unit}`).toBe(length);
});
