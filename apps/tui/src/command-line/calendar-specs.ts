import { say } from "../say.ts";
import { argument } from "./argument.ts";
import type { CommandSpec, OptionSpec } from "./command.ts";
import { OUTPUT_OPTIONS, option } from "./options.ts";

const YEAR = argument("年份", "year");

/** The days of a year, on the command line or out of a file, and the notice they are from. */
const DAY_OPTIONS: readonly OptionSpec[] = [
	option.value(
		"holidays",
		["日期", "days"],
		"周一至周五的放假日期，如 '1月1日、2月15日至19日'",
		"Holidays on Monday to Friday, such as '01-01, 2027-02-15'",
	),
	option.value(
		"make-up",
		["日期", "days"],
		"调休上班的周六、周日",
		"Saturdays and Sundays that are worked instead",
	),
	{
		...option.value(
			"file",
			["文件", "file"],
			"从文件读取：JSON 对象（holidays、makeUpDays、notice），或带“日期、类型”两列的清单",
			"Read a file: a JSON object (holidays, makeUpDays, notice) or a list with the columns day and kind",
		),
		file: true,
	},
	option.value("notice-number", ["文号", "number"], "通知的文号", "Document number of the notice"),
	option.value("notice-title", ["标题", "title"], "通知的标题", "Title of the notice"),
	option.value(
		"notice-date",
		["日期", "date"],
		"通知的发文日期（YYYY-MM-DD）",
		"Day of the notice (YYYY-MM-DD)",
	),
	option.flag("dry-run", "只看会改变什么，不入账", "Only show what would change"),
];

/** The working calendar of the ledger: showing, loading and correcting its years. */
export const CALENDAR_COMMANDS: readonly CommandSpec[] = [
	{
		path: ["calendar", "list"],
		summary: say("工作日历：各年放假、调休和来源", "The working calendar: days and source of each year"),
		arguments: [argument("年份", "year", false)],
		options: OUTPUT_OPTIONS,
		examples: ["zhenggai calendar list 2026"],
		load: async () => (await import("../rules/calendar-commands.ts")).list,
	},
	{
		path: ["calendar", "add"],
		summary: say("载入一年的工作日历（省整改办）", "Load the working calendar of a year (province)"),
		arguments: [YEAR],
		options: [...DAY_OPTIONS, ...OUTPUT_OPTIONS],
		examples: [
			"zhenggai calendar add 2027 --file 2027.json --dry-run",
			"zhenggai calendar add 2027 --holidays '1月1日、2月8日至12日' --make-up '2月6日' --notice-number 国办发明电〔2026〕7号 --notice-title 部分节假日安排的通知 --notice-date 2026-11-05",
		],
		load: async () => (await import("../rules/calendar-commands.ts")).add,
	},
	{
		path: ["calendar", "correct"],
		summary: say("更正一年的工作日历（省整改办）", "Correct the working calendar of a year (province)"),
		arguments: [YEAR],
		options: [
			...DAY_OPTIONS,
			option.value("reason", ["原因", "reason"], "原因，记入履历", "Why, for the journal"),
			...OUTPUT_OPTIONS,
		],
		examples: ["zhenggai calendar correct 2026 --file 2026.json --reason '国务院办公厅延长假期'"],
		load: async () => (await import("../rules/calendar-commands.ts")).correct,
	},
];
