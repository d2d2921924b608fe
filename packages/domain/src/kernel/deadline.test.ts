import { expect, test } from "vitest";
import { type DatePoint, lastDay } from "./deadline.ts";

const cases: { name: string; point: DatePoint; last: string | null }[] = [
	{ name: "2021年6月底", point: { precision: "month", year: 2021, month: 6 }, last: "2021-06-30" },
	{
		name: "2024年2月底 (leap year)",
		point: { precision: "month", year: 2024, month: 2 },
		last: "2024-02-29",
	},
	{ name: "2020年第三季度", point: { precision: "quarter", year: 2020, quarter: 3 }, last: "2020-09-30" },
	{ name: "2022年上半年", point: { precision: "halfYear", year: 2022, half: 1 }, last: "2022-06-30" },
	{ name: "2023年底", point: { precision: "year", year: 2023 }, last: "2023-12-31" },
	{ name: "“十三五”末", point: { precision: "fiveYearPlan", plan: 13 }, last: "2020-12-31" },
	{ name: "“十四五”期间", point: { precision: "fiveYearPlan", plan: 14 }, last: "2025-12-31" },
	{ name: "长期坚持", point: { precision: "openEnded" }, last: null },
];

test.each(cases)("$name ends on $last", ({ point, last }) => {
	expect(lastDay(point)).toBe(last);
});
