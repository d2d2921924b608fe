import { expect, test } from "vitest";
import { lastDayOf, readDeadline } from "./deadline.ts";

const cases: {
	text: string;
	words?: string;
	date: string | null;
	category: string | null;
	doubt?: string;
}[] = [
	{ text: "2017年6月底", date: "2017-06-30", category: "fixed" },
	{ text: "2022年年底前", date: "2022-12-31", category: "fixed" },
	{ text: "2021年底前", date: "2021-12-31", category: "fixed" },
	{ text: "2023年底。", words: "2023年底", date: "2023-12-31", category: "fixed" },
	{ text: "2024年12月31日，", words: "2024年12月31日", date: "2024-12-31", category: "fixed" },
	{ text: "2024年2月底前", date: "2024-02-29", category: "fixed" },
	{ text: "２０２５年６月底前完成", date: "2025-06-30", category: "fixed" },
	{ text: "2023 年 12 月 31 日前完成", date: "2023-12-31", category: "fixed" },
	{ text: "二〇二一年六月底", date: "2021-06-30", category: "fixed" },
	{ text: "2021-12-31", date: "2021-12-31", category: "fixed" },
	{ text: "2021年第三季度", date: "2021-09-30", category: "fixed" },
	{ text: "2022年上半年", date: "2022-06-30", category: "fixed" },
	{ text: "2021年6月上旬", date: "2021-06-10", category: "fixed" },
	{ text: "2021年8月中下旬", date: "2021-08-31", category: "fixed" },
	{ text: "2021年8月初至10月底", date: "2021-10-31", category: "fixed" },
	{ text: "2021年8月初", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "2021年8月中", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "2020年6月至12", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2020年6月至*2月", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2020年11月至次年3月", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2020年11月至2月", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2024年1月1日至20?4年12月31日", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2023年6月底前完成一期，025年底前完成二期", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2021年6月至今", date: null, category: null },
	{ text: "2025年6月前后", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "“十四五”初期", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "立行立改", date: null, category: "immediate" },
	{ text: "即知即改", date: null, category: "immediate" },
	{ text: "立行立改，长期坚持", date: null, category: "longTerm" },
	{ text: "2019年6月底，立行立改，持续整改", date: "2019-06-30", category: "fixed" },
	{ text: "立行立改，2023年12月31日前完成", date: "2023-12-31", category: "fixed" },
	{ text: "2020年6月至2021年12月", date: "2021-12-31", category: "fixed" },
	{ text: "2020年6月至12月", date: "2020-12-31", category: "fixed" },
	{ text: "“十四五”期间", date: "2025-12-31", category: "fixed" },
	{ text: "到“十三五”末", date: "2020-12-31", category: "fixed" },
	{ text: "到2025年", date: "2025-12-31", category: "fixed" },
	{ text: "2022年6月底前完成清退，2023年底前完成修复", date: "2023-12-31", category: "fixed" },
	{ text: "分阶段整改：2019年底完成一期，2021年底完成二期", date: "2021-12-31", category: "staged" },
	{ text: "分阶段推进", date: null, category: "staged" },
	{ text: "每年6月底前", date: null, category: "recurring" },
	{ text: "持续推进", date: null, category: "longTerm" },
	{ text: "限期整改", date: null, category: "fixed" },
	{ text: "2021年起长期坚持", date: null, category: "longTerm" },
	{ text: "12月10日前", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "7月底前", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "第四季度", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "3个月内", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "21年12月底", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "* 年 * 月底前", date: null, category: "fixed", doubt: "redactedDate" },
	{ text: "20**年12月底", date: null, category: "fixed", doubt: "redactedDate" },
	{ text: "2019年1221日", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "20211026日至119", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2021年12底前", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "202112月底", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2021年月底前", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2021年13月底", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2021年2月30日", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "202年12月", date: null, category: "fixed", doubt: "damagedDate" },
	{ text: "2021年6-9月", date: "2021-09-30", category: "fixed" },
	{ text: "2019-2021年", date: "2021-12-31", category: "fixed" },
	{ text: "2020年前", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "2021年中", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "2022年春节前", date: null, category: "fixed", doubt: "ambiguousDeadline" },
	{ text: "另行通知", date: null, category: null },
];

test.each(cases)("$text", ({ text, words, date, category, doubt }) => {
	const read = readDeadline(text);
	expect(read?.deadline.text).toBe(words ?? text);
	expect(read && lastDayOf(read.deadline)).toBe(date);
	expect(read?.deadline.category).toBe(category);
	if (doubt) expect(read?.doubts).toContain(doubt);
	else expect(read?.doubts).toEqual([]);
});

test("blank text is no deadline", () => {
	expect(readDeadline(" 。")).toBeNull();
});
