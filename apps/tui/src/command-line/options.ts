import { say } from "../say.ts";
import type { OptionSpec } from "./command.ts";

const flag = (name: string, zh: string, en: string, short?: string): OptionSpec => ({
	name,
	kind: "flag",
	summary: say(zh, en),
	...(short === undefined ? {} : { short }),
});
const value = (name: string, placeholder: [string, string], zh: string, en: string): OptionSpec => ({
	name,
	kind: "value",
	value: say(...placeholder),
	summary: say(zh, en),
});

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
	flag("help", "显示帮助", "Show help", "h"),
	flag("version", "显示版本", "Show the version", "V"),
	{
		...value("lang", ["zh|en", "zh|en"], "界面语言（默认按 LANG）", "Language (by LANG unless given)"),
		choices: ["zh", "zh-CN", "en"],
	},
	value("server", ["地址", "URL"], "服务器地址（ZHENGGAI_SERVER）", "Server address (ZHENGGAI_SERVER)"),
	value(
		"token",
		["令牌", "TOKEN"],
		"接口密钥（ZHENGGAI_TOKEN，优于写在命令行）",
		"API key (ZHENGGAI_TOKEN is safer than the command line)",
	),
	flag(
		"operator",
		"以本机操作员身份（即使已个人登录）",
		"As the operator of this machine, also where a person is signed in",
	),
	flag("no-color", "不用颜色（NO_COLOR）", "No colour (NO_COLOR)"),
	flag("ascii", "线条和标记只用 ASCII", "Only ASCII for lines and marks"),
	flag("ambiguous-wide", "终端把“①…”等画成两格", "The terminal draws ambiguous characters in two cells"),
	flag("quiet", "不输出说明，只输出数据", "No talk, only data", "q"),
	flag(
		"no-input",
		"不提问（本程序的命令从不提问，仅为脚本约定）",
		"Never ask (no command asks; for scripts that say so)",
	),
];

/** How data is written. */
export const OUTPUT_OPTIONS: readonly OptionSpec[] = [
	flag("json", "输出一个 JSON 对象", "Print one JSON object"),
	flag("csv", "输出 CSV（UTF-8，逗号分隔）", "Print CSV (UTF-8, commas)"),
	flag(
		"plain",
		"输出制表符分隔的纯文本（输出到管道时即如此）",
		"Print plain text with tabs (as into a pipe)",
	),
	flag("no-headers", "不输出表头", "No heading line"),
];

export const JSON_OPTION: readonly OptionSpec[] = [OUTPUT_OPTIONS[0]].filter(
	(option) => option !== undefined,
);

export const option = { flag, value };

/** Of every command that lists what has a filter language: filter, columns, order and how many. */
export const listOptions = (sortsZh: string, sortsEn: string, counter: string): readonly OptionSpec[] => [
	{
		...value(
			"filter",
			["条件", "filter"],
			"筛选：词、!词、字段:值（可多次）",
			"Filter: words, !word, field:value (repeatable)",
		),
		multiple: true,
	},
	value("columns", ["列,列", "a,b"], "要输出的列", "Columns to print"),
	value("sort", ["排序", "order"], `${sortsZh}；前加 - 为倒序`, `${sortsEn}; - in front reverses`),
	value(
		"limit",
		["条数", "count"],
		`最多多少${counter}，all 为全部（默认 50）`,
		"At most so many, or all (50 unless given)",
	),
];
