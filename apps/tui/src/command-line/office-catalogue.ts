import { say } from "../say.ts";
import { argument } from "./argument.ts";
import type { CommandSpec } from "./command.ts";
import { INSPECTION_OPTIONS, REGIONS_FILE, UNIT_OPTIONS, USER_OPTIONS } from "./office-options.ts";
import { JSON_OPTION, OUTPUT_OPTIONS, option } from "./options.ts";

/** The commands that set an office up and keep it running. */
export const OFFICE_COMMANDS: readonly CommandSpec[] = [
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
