import type { Language } from "@zhenggai/domain/kernel";
import { say, speak } from "../say.ts";
import type { Cells } from "../terminal/cells.ts";
import type { CommandSpec, OptionSpec } from "./command.ts";
import { GLOBAL_OPTIONS } from "./options.ts";

type Reader = { language: Language; cells: Cells };

const EXIT_CODES: readonly (readonly [number, ReturnType<typeof say>])[] = [
	[0, say("完成", "done")],
	[
		1,
		say(
			"未办成：被规则拒绝、无法读取，或程序出错",
			"not done: refused by a rule, unreadable, or a fault of ours",
		),
	],
	[2, say("命令写法有误", "the command line is wrong")],
	[3, say("没有找到", "not found")],
	[4, say("未登录或无权限", "not signed in, or not allowed")],
	[5, say("服务器或网络不可达", "no server or no network")],
];

/** As `resolveConnection` has it. */
const ORDER = [
	say("1. --token 给出的密钥", "1. the key given with --token"),
	say("2. 环境变量 ZHENGGAI_TOKEN", "2. the one in ZHENGGAI_TOKEN"),
	say(
		"3. 本终端的个人登录（zhenggai sign-in）",
		"3. the person signed in at this terminal (zhenggai sign-in)",
	),
	say("4. 服务器所在机器的操作员", "4. the operator, on the server's own machine"),
];

const columnsOf = (rows: readonly (readonly [string, string])[], { cells }: Reader): string[] => {
	const width = Math.max(0, ...rows.map(([name]) => cells.width(name)));
	return rows.map(([name, text]) => `  ${cells.fit(name, width)}  ${text}`.trimEnd());
};

function optionName(option: OptionSpec, language: Language): string {
	const short = option.short === undefined ? "" : `-${option.short}, `;
	const value = option.value === undefined ? "" : ` <${speak(option.value, language)}>`;
	return `${short}--${option.name}${value}`;
}

const optionRows = (options: readonly OptionSpec[], reader: Reader): string[] =>
	columnsOf(
		options.map((option) => [optionName(option, reader.language), speak(option.summary, reader.language)]),
		reader,
	);

/** A command with its arguments, as it is written. */
export function usageOf(command: CommandSpec, language: Language): string {
	const parts = command.arguments.map((argument) => {
		const name = speak(argument.name, language);
		const more = argument.several === true ? "…" : "";
		return argument.required ? `<${name}>${more}` : `[${name}${more}]`;
	});
	return ["zhenggai", ...command.path, ...parts].join(" ");
}

const heading = (zh: string, en: string, { language }: Reader): string => speak(say(zh, en), language);

function commandHelp(command: CommandSpec, reader: Reader): string[] {
	const own =
		command.options.length === 0
			? []
			: [heading("选项", "Options", reader), ...optionRows(command.options, reader), ""];
	const examples =
		command.examples === undefined
			? []
			: [heading("例", "Examples", reader), ...command.examples.map((example) => `  ${example}`), ""];
	return [
		speak(command.summary, reader.language),
		"",
		`${heading("用法", "Usage", reader)}: ${usageOf(command, reader.language)}`,
		"",
		...own,
		...examples,
		heading("通用选项", "Options of every command", reader),
		...optionRows(GLOBAL_OPTIONS, reader),
	];
}

/** Help for one command, for a group of them, or for all. */
export function helpText(
	commands: readonly CommandSpec[],
	command: CommandSpec | null,
	under: readonly string[],
	reader: Reader,
): string {
	if (command !== null) return commandHelp(command, reader).join("\n");
	const listed = commands.filter((one) => under.every((word, index) => one.path[index] === word));
	const shown = listed.length === 0 ? commands : listed;
	const rows = shown.map((one): [string, string] => [
		usageOf(one, reader.language).slice("zhenggai ".length),
		speak(one.summary, reader.language),
	]);
	const codes = EXIT_CODES.map(([code, text]): [string, string] => [
		String(code),
		speak(text, reader.language),
	]);
	return [
		heading(
			"整改：生态环境保护督察整改台账的终端与命令行",
			"Zhenggai: terminal and command line of the rectification ledger",
			reader,
		),
		"",
		`${heading("用法", "Usage", reader)}: zhenggai <${heading("命令", "command", reader)}>`,
		"",
		heading("命令（不写则打开全屏台账）", "Commands (none opens the full-screen ledger)", reader),
		...columnsOf(rows, reader),
		"",
		heading("通用选项", "Options of every command", reader),
		...optionRows(GLOBAL_OPTIONS, reader),
		"",
		heading("以谁的身份（先有者为准）", "Who acts (the first that is there)", reader),
		...ORDER.map((text) => `  ${speak(text, reader.language)}`),
		"",
		heading("退出码", "Exit codes", reader),
		...columnsOf(codes, reader),
		"",
		heading(
			"数据写到标准输出，说明写到标准错误。“zhenggai <命令> --help”看某个命令。",
			'Data goes to standard output, talk to standard error. "zhenggai <command> --help" explains one command.',
			reader,
		),
	].join("\n");
}
