import { say } from "../say.ts";
import { argument } from "./argument.ts";
import type { CommandSpec, OptionSpec } from "./command.ts";
import { JSON_OPTION, OUTPUT_OPTIONS, option } from "./options.ts";

const ISSUE = argument("编号或标识", "number or id");
const OUTPUT: OptionSpec = {
	...option.value(
		"output",
		["文件或目录", "file or folder"],
		"存到哪里，- 为标准输出",
		"Where to, - for standard output",
	),
	short: "o",
	file: true,
};
const FORCE = option.flag("force", "覆盖已有文件", "Replace a file that is there");

/** The commands of evidence files and archives. */
export const FILE_COMMANDS: readonly CommandSpec[] = [
	{
		path: ["evidence", "list"],
		summary: say("列出一条问题的佐证材料", "List the evidence of an issue"),
		arguments: [ISSUE],
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../progress/evidence-commands.ts")).list,
	},
	{
		path: ["evidence", "upload"],
		summary: say("上传文件并附为佐证", "Upload files and attach them as evidence"),
		arguments: [ISSUE, { ...argument("文件", "file", true, true), several: true }],
		options: [
			option.value("kind", ["类型", "kind"], "整改后照片、监测报告……", "What the files show"),
			option.value(
				"measure",
				["措施", "measure"],
				"证明哪条措施（序号或标识）",
				"Of which measure (number or id)",
			),
			option.value("site", ["点位", "site"], "哪个点位（名称或标识）", "Of which site (name or id)"),
			option.value(
				"goal",
				["目标", "goal"],
				"证明哪个目标（第几个或标识）",
				"Of which goal (its place or id)",
			),
			option.value("effective", ["日期", "date"], "材料所说明的日期", "The day that it speaks of"),
			option.value(
				"laboratory",
				["机构", "name"],
				"监测报告：监测机构",
				"Of a monitoring report: who measured",
			),
			option.value(
				"meets",
				["是|否", "yes|no"],
				"监测报告：是否达标",
				"Of a monitoring report: whether the standard is met",
			),
			option.value("note", ["说明", "text"], "说明", "A note"),
			option.value(
				"because",
				["说明", "text"],
				"有警示时的书面说明，记入日志",
				"Written justification where a rule warns; it is journalled",
			),
			...JSON_OPTION,
		],
		examples: [
			"zhenggai evidence upload 38 整改后1.jpg 整改后2.jpg --kind 整改后照片 --measure 1",
			"zhenggai evidence upload 38 水质.pdf --kind 监测报告 --laboratory 岚江省环境监测中心 --meets 是",
		],
		load: async () => (await import("../progress/evidence-commands.ts")).upload,
	},
	{
		path: ["evidence", "download"],
		summary: say("下载佐证文件并核对哈希", "Download evidence, compared with its hash"),
		arguments: [ISSUE, { ...argument("佐证的标识或文件名", "id or name", false), several: true }],
		options: [OUTPUT, FORCE],
		examples: ["zhenggai evidence download 38 -o 佐证/"],
		load: async () => (await import("../progress/evidence-commands.ts")).download,
	},
	{
		path: ["archive"],
		summary: say(
			"下载已销号问题的档案（ZIP，可离线核验）",
			"Download the archive of a closed issue (a ZIP that checks itself offline)",
		),
		arguments: [ISSUE],
		options: [OUTPUT, FORCE],
		examples: ["zhenggai archive 38 -o 38.zip"],
		load: async () => (await import("../close-out/archive-command.ts")).run,
	},
];
