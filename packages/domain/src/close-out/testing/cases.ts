import type { Severity } from "../../kernel/index.ts";
import type { NoticeContent } from "../index.ts";
import { content, period } from "./notices.ts";

type Finds = null | { readonly severity: Severity; readonly field: string; readonly says: string };
export type NoticeRuleCase = {
	readonly name: string;
	readonly subject: NoticeContent;
	readonly ruleSet?: string;
	readonly finds: Finds;
};

const short = (says: string): Finds => ({ severity: "warn", field: "publicity", says });
const lasting = (start: string, end: string): NoticeContent => content({ publicity: period(start, end) });
const stating = (days: number, unit: "workingDay" | "calendarDay"): NoticeContent =>
	content({ publicity: null, publicityLength: { days, unit } });

/** Named cases of every rule on notices, by rule id. */
export const noticeRuleCases: Readonly<Record<string, readonly NoticeRuleCase[]>> = {
	"PUB-01": [
		{
			name: "ten working days, the first one counted",
			subject: lasting("2026-03-02", "2026-03-13"),
			finds: null,
		},
		{
			name: "nine working days",
			subject: lasting("2026-03-02", "2026-03-12"),
			finds: short("公示9个工作日，不足10个工作日，应到2026年3月13日"),
		},
		{
			name: "ten working days round a worked weekend",
			subject: lasting("2026-02-24", "2026-03-06"),
			finds: null,
		},
		{
			name: "two weeks that a public holiday cuts short",
			subject: lasting("2026-09-28", "2026-10-11"),
			finds: short("不足10个工作日"),
		},
		{
			name: "starts on a Saturday: only working days count",
			subject: lasting("2026-03-07", "2026-03-20"),
			finds: null,
		},
		{
			name: "seven days where seven days are the rule",
			subject: lasting("2026-03-02", "2026-03-08"),
			ruleSet: "jl",
			finds: null,
		},
		{
			name: "six days where seven days are the rule",
			subject: lasting("2026-03-02", "2026-03-07"),
			ruleSet: "jl",
			finds: short("公示6天，不足7天，应到2026年3月8日"),
		},
		{ name: "a stated length without dates", subject: stating(10, "workingDay"), finds: null },
		{
			name: "a stated length that is too short",
			subject: stating(5, "workingDay"),
			finds: short("载明公示5个工作日，少于规定的10个工作日"),
		},
		{
			name: "seven days can hold no ten working days",
			subject: stating(7, "calendarDay"),
			finds: short("载明公示7天，少于规定的10个工作日"),
		},
		{
			name: "whether fourteen days hold ten working days is not told",
			subject: stating(14, "calendarDay"),
			finds: null,
		},
		{
			name: "five working days are not compared with days",
			subject: stating(5, "workingDay"),
			ruleSet: "jl",
			finds: null,
		},
		{
			name: "a year without an official calendar is said, not guessed",
			subject: lasting("2099-03-02", "2099-03-04"),
			finds: { severity: "inform", field: "publicity", says: "没有2099年的节假日" },
		},
	],
	"PUB-02": [
		{ name: "everything is there", subject: content(), finds: null },
		{
			name: "no contact and no deadline",
			subject: content({ contact: null, deadline: null }),
			finds: { severity: "warn", field: "notice", says: "公示没有写明整改时限、联系方式" },
		},
		{
			name: "a length without dates is no start and end",
			subject: stating(10, "workingDay"),
			finds: { severity: "warn", field: "notice", says: "公示起止日期" },
		},
	],
};
