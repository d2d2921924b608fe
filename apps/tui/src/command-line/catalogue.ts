import { say } from "../say.ts";
import { argument } from "./argument.ts";
import { CALENDAR_COMMANDS } from "./calendar-specs.ts";
import { CASE_COMMANDS } from "./case-commands.ts";
import type { CommandSpec, OptionSpec } from "./command.ts";
import { FILE_COMMANDS } from "./file-commands.ts";
import { OFFICE_COMMANDS } from "./office-catalogue.ts";
import {
	COMPLAINT_OPTIONS,
	IMPORT_OPTIONS,
	MAP_OPTION,
	START_LINE_OPTION,
	TOTAL_OPTIONS,
} from "./office-options.ts";
import { JSON_OPTION, listOptions, OUTPUT_OPTIONS, option } from "./options.ts";
import { RULE_COMMANDS } from "./rule-commands.ts";
import { SIGN_IN_COMMANDS } from "./sign-in-commands.ts";
import { SUPERVISION_COMMANDS } from "./supervision-commands.ts";

const NUMBER = argument("编号或标识", "number or id");
const RECEIPT = argument("受理编号或标识", "receipt or id");
const FILE = argument("文件", "file", true, true);

const LIST_OPTIONS: readonly OptionSpec[] = listOptions(
	"due、number、updated、region",
	"due, number, updated, region",
	"条",
);

/** Every command. Help, completion and the parser read this table. */
export const COMMANDS: readonly CommandSpec[] = [
	{
		path: ["tui"],
		summary: say(
			"全屏台账；不是终端时输出纯文本报告",
			"Full-screen ledger; a plain report where there is no terminal",
		),
		arguments: [],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../program/tui-command.ts")).run,
	},
	{
		path: ["issues", "list"],
		summary: say("列出台账", "List the ledger"),
		arguments: [],
		options: [...LIST_OPTIONS, ...OUTPUT_OPTIONS],
		examples: [
			"zhenggai issues list --filter '时限:逾期 区域:兰江市'",
			"zhenggai issues list --filter 'state:inProgress !noise' --json",
		],
		load: async () => (await import("../issues/list-command.ts")).run,
	},
	{
		path: ["issues", "show"],
		summary: say("一条问题的全部内容", "Everything about one issue"),
		arguments: [NUMBER],
		options: [
			option.value(
				"as-of",
				["日期", "date"],
				"按某日的情况（YYYY-MM-DD）",
				"As it stood on a day (YYYY-MM-DD)",
			),
			...JSON_OPTION,
		],
		load: async () => (await import("../issues/show-command.ts")).run,
	},
	{
		path: ["issues", "history"],
		summary: say("一条问题的办理日志", "The journal of one issue"),
		arguments: [NUMBER],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../issues/history-command.ts")).run,
	},
	{
		path: ["parse"],
		summary: say(
			"读取公开的方案、清单、公示，不需要服务器",
			"Read a published plan, list or notice; needs no server",
		),
		arguments: [FILE],
		options: [START_LINE_OPTION, MAP_OPTION, ...JSON_OPTION],
		examples: [
			"zhenggai parse 整改方案.docx",
			"zhenggai parse 整改方案.docx --json",
			"zhenggai parse 台账.xlsx --map '承办科室=责任单位' --map '啥时候完成=整改时限'",
		],
		load: async () => (await import("../issues/parse-command.ts")).run,
	},
	{
		path: ["import"],
		summary: say(
			"把方案、清单、信访件一览表、完成或销号公示导入台账：先看，再入账",
			"Import a plan, list, table of complaints or notice: look first, then apply",
		),
		arguments: [FILE],
		options: [...IMPORT_OPTIONS, ...JSON_OPTION],
		examples: [
			"zhenggai import 整改方案.docx --dry-run",
			"zhenggai import 整改方案.docx --apply --inspection '第三轮省级督察' --create-units",
			"zhenggai import 第三批.xlsx --apply --batch 3 --place '经开区=岚北区'",
			"zhenggai import 整改完成公示.docx --apply --issue 38",
		],
		load: async () => (await import("../issues/import-command.ts")).run,
	},
	{
		path: ["layouts", "list"],
		summary: say("列出记住的表头对应", "List the table headers whose columns are remembered"),
		arguments: [],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../issues/layouts-commands.ts")).list,
	},
	{
		path: ["layouts", "forget"],
		summary: say("忘掉一种表头的对应", "Forget the columns of a table header"),
		arguments: [argument("版式", "layout")],
		options: [],
		load: async () => (await import("../issues/layouts-commands.ts")).forget,
	},
	{
		path: ["imports"],
		summary: say("列出导入：文件、类型、状态、数量", "List imports: document, kind, state, counts"),
		arguments: [],
		options: [
			option.flag("all", "连同已放弃的（只看未入账的）", "Also discarded ones, such as those only looked at"),
			...OUTPUT_OPTIONS,
		],
		load: async () => (await import("../issues/imports-commands.ts")).list,
	},
	{
		path: ["imports", "undo"],
		summary: say(
			"撤销已入账的导入：恢复导入前的内容，全部成功或全部不做",
			"Undo an applied import: as before, all or nothing",
		),
		arguments: [argument("标识或文件名", "id or document")],
		options: [
			option.flag(
				"dry-run",
				"只看会恢复什么、受什么阻碍",
				"Only show what would come back, and what is in the way",
			),
			option.flag("apply", "撤销：全部成功或全部不做", "Undo it: all or nothing"),
			option.value("reason", ["原因", "why"], "撤销的原因，记入日志", "Why; it goes into the journal"),
			...JSON_OPTION,
		],
		examples: [
			"zhenggai imports undo 整改方案.docx --dry-run",
			"zhenggai imports undo 整改方案.docx --apply --reason 导错了文件",
		],
		load: async () => (await import("../issues/imports-commands.ts")).undo,
	},
	{
		path: ["notices", "list"],
		summary: say("列出一条问题的公示材料", "List the notices of an issue"),
		arguments: [NUMBER],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../close-out/notices-commands.ts")).list,
	},
	{
		path: ["notices", "detach"],
		summary: say(
			"取下附错的公示；履历中保留",
			"Take a notice off an issue that it is not about; the history keeps it",
		),
		arguments: [NUMBER, argument("公示的标识或文件名", "id or document", false)],
		options: [
			option.value("reason", ["原因", "why"], "取下的原因，记入日志", "Why; it goes into the journal"),
			...JSON_OPTION,
		],
		examples: ["zhenggai notices detach 38 --reason 附错了问题"],
		load: async () => (await import("../close-out/notices-commands.ts")).detach,
	},
	{
		path: ["complaints", "list"],
		summary: say("列出信访件", "List complaints"),
		arguments: [argument("关键词", "words", false)],
		options: [...COMPLAINT_OPTIONS, ...OUTPUT_OPTIONS],
		examples: [
			"zhenggai complaints list 噪声 --status open --region 青屏市",
			"zhenggai complaints list --filter '状态:未办结 !重点:是' --sort -updated --csv",
		],
		load: async () => (await import("../complaints/list-command.ts")).run,
	},
	{
		path: ["complaints", "show"],
		summary: say("一件信访件的全部内容", "Everything about one complaint"),
		arguments: [RECEIPT],
		options: JSON_OPTION,
		load: async () => (await import("../complaints/show-command.ts")).run,
	},
	{
		path: ["complaints", "history"],
		summary: say("一件信访件的办理日志", "The journal of one complaint"),
		arguments: [RECEIPT],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../complaints/history-command.ts")).run,
	},
	{
		path: ["complaints", "totals"],
		summary: say("信访件分地区合计和两种办结率", "Complaints by region, with both closure rates"),
		arguments: [],
		options: [...TOTAL_OPTIONS, ...OUTPUT_OPTIONS],
		load: async () => (await import("../complaints/totals-command.ts")).run,
	},
	...SUPERVISION_COMMANDS,
	...FILE_COMMANDS,
	...CASE_COMMANDS,
	...RULE_COMMANDS,
	...CALENDAR_COMMANDS,
	...SIGN_IN_COMMANDS,
	...OFFICE_COMMANDS,
];
