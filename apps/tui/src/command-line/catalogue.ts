import { say } from "../say.ts";
import type { ArgumentSpec, CommandSpec, OptionSpec } from "./command.ts";
import {
	COMPLAINT_OPTIONS,
	IMPORT_OPTIONS,
	INSPECTION_OPTIONS,
	MAP_OPTION,
	REGIONS_FILE,
	START_LINE_OPTION,
	TOTAL_OPTIONS,
	UNIT_OPTIONS,
	USER_OPTIONS,
} from "./office-options.ts";
import { JSON_OPTION, listOptions, OUTPUT_OPTIONS, option } from "./options.ts";

const argument = (zh: string, en: string, required = true, file = false): ArgumentSpec => ({
	name: say(zh, en),
	required,
	file,
});

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
		options: OUTPUT_OPTIONS,
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
	{
		path: ["units", "list"],
		summary: say("列出单位", "List units"),
		arguments: [argument("名称", "name", false)],
		options: [
			option.value("region", ["区域", "region"], "只看某区域及以下", "Only this region and below"),
			...OUTPUT_OPTIONS,
		],
		load: async () => (await import("../responsibilities/units-command.ts")).run,
	},
	{
		path: ["units", "add"],
		summary: say("登记单位，或一份单位清单", "Register a unit, or a list of them"),
		arguments: [argument("名称", "name", false)],
		options: [...UNIT_OPTIONS, ...OUTPUT_OPTIONS],
		examples: [
			"zhenggai units add 兰江市生态环境局 --region 兰江市 --alias 市生态环境局",
			"zhenggai units add --file 单位.csv",
		],
		load: async () => (await import("../responsibilities/units-add-command.ts")).run,
	},
	{
		path: ["regions", "list"],
		summary: say("列出行政区域", "List regions"),
		arguments: [argument("代码或名称", "code or name", false)],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../responsibilities/regions-commands.ts")).list,
	},
	{
		path: ["regions", "add"],
		summary: say(
			"登记行政区域或更名；空台账的第一份清单决定台账属于哪里",
			"Register or rename regions; the first ones of an empty ledger say where it is",
		),
		arguments: [argument("代码", "code", false), argument("名称", "name", false)],
		options: [REGIONS_FILE, ...OUTPUT_OPTIONS],
		examples: ["zhenggai regions add 680000 岚江省", "zhenggai regions add --file 区划.csv"],
		load: async () => (await import("../responsibilities/regions-commands.ts")).add,
	},
	{
		path: ["inspections", "list"],
		summary: say("列出督察", "List inspections"),
		arguments: [],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../issues/inspections-commands.ts")).list,
	},
	{
		path: ["inspections", "add"],
		summary: say("登记一次督察", "Register an inspection"),
		arguments: [argument("名称", "name")],
		options: [...INSPECTION_OPTIONS, ...OUTPUT_OPTIONS],
		examples: ["zhenggai inspections add 第三轮省级督察 --kind 省级督察 --round 3 --entered 2026-03-01"],
		load: async () => (await import("../issues/inspections-commands.ts")).add,
	},
	{
		path: ["users", "list"],
		summary: say("列出可以登录的人员", "List who can sign in"),
		arguments: [],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../access/users-commands.ts")).list,
	},
	{
		path: ["users", "add"],
		summary: say(
			"添加人员账户（无密码，用一次性链接登录）",
			"Add a person's account (no password; one-time links)",
		),
		arguments: [argument("用户名", "username")],
		options: [...USER_OPTIONS, ...OUTPUT_OPTIONS],
		examples: ["zhenggai users add shen.zhiyuan --name 沈知远 --role 省整改办 --region 680000"],
		load: async () => (await import("../access/users-commands.ts")).add,
	},
	{
		path: ["rules"],
		summary: say("整改规则及其依据", "The rules and their sources"),
		arguments: [],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../rules/rules-command.ts")).run,
	},
	{
		path: ["sign-in-link"],
		summary: say(
			"为某人生成一次性登录链接（限本机）",
			"A one-time sign-in link for a person (on the server's machine)",
		),
		arguments: [argument("用户名", "username")],
		options: JSON_OPTION,
		load: async () => (await import("../access/sign-in-link-command.ts")).run,
	},
	{
		path: ["keys", "list"],
		summary: say("列出接口密钥", "List API keys"),
		arguments: [],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../access/keys-commands.ts")).list,
	},
	{
		path: ["keys", "create"],
		summary: say("签发接口密钥", "Issue an API key"),
		arguments: [argument("名称", "name")],
		options: [
			option.value("role", ["角色", "role"], "角色（默认与自己相同）", "Role (your own unless given)"),
			option.value(
				"region",
				["代码", "code"],
				"区划代码（默认与自己相同）",
				"Region code (your own unless given)",
			),
			option.value("unit", ["单位", "unit"], "单位", "Unit"),
			option.value(
				"verbs",
				["权限", "verbs"],
				"read、write、import、administer，用逗号分开（默认 read）",
				"read, write, import, administer, with commas (read unless given)",
			),
			option.value("days", ["天数", "days"], "有效天数（默认 90）", "Days until it ends (90 unless given)"),
			...JSON_OPTION,
		],
		load: async () => (await import("../access/keys-commands.ts")).create,
	},
	{
		path: ["keys", "revoke"],
		summary: say("吊销接口密钥", "Revoke an API key"),
		arguments: [argument("标识", "id")],
		options: [],
		load: async () => (await import("../access/keys-commands.ts")).revoke,
	},
	{
		path: ["doctor"],
		summary: say("检查运行环境和连接", "Check surroundings and connection"),
		arguments: [],
		options: JSON_OPTION,
		load: async () => (await import("../program/doctor-command.ts")).run,
	},
	{
		path: ["completion"],
		summary: say("命令补全脚本：bash、zsh、fish", "Completion script: bash, zsh, fish"),
		arguments: [argument("shell", "shell")],
		options: [],
		examples: ["source <(zhenggai completion bash)"],
		load: async () => (await import("../program/completion-command.ts")).run,
	},
];
