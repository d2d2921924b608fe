import { say } from "../say.ts";
import { argument } from "./argument.ts";
import type { CommandSpec } from "./command.ts";
import {
	RULE_HISTORY_OPTIONS,
	RULE_OPTIONS,
	RULE_PREVIEW_OPTIONS,
	RULE_SET_OPTIONS,
	RULE_SHOW_OPTIONS,
} from "./office-options.ts";
import { OUTPUT_OPTIONS } from "./options.ts";

/** What a region works by: showing it, choosing, changing and limiting it, each seen beforehand. */
export const RULE_COMMANDS: readonly CommandSpec[] = [
	{
		path: ["rules", "show"],
		summary: say("一个地方执行的规则：参数、来源、限度", "What a region works by: values, sources, limits"),
		arguments: [],
		options: [...RULE_SHOW_OPTIONS, ...OUTPUT_OPTIONS],
		load: async () => (await import("../rules/region-commands.ts")).show,
	},
	{
		path: ["rules", "choose"],
		summary: say("选用规则集（none：随上级）", "Choose a rule set (none: that of the region above)"),
		arguments: [argument("规则集", "rule set")],
		options: [...RULE_OPTIONS, ...OUTPUT_OPTIONS],
		examples: ["zhenggai rules choose sc --from 2027-01-01 --reason '按省里规定'"],
		load: async () => (await import("../rules/region-commands.ts")).choose,
	},
	{
		path: ["rules", "set"],
		summary: say("在限度内调整一个参数", "Change a parameter within its limits"),
		arguments: [argument("参数", "parameter"), argument("取值", "value", false)],
		options: [...RULE_SET_OPTIONS, ...OUTPUT_OPTIONS],
		examples: [
			"zhenggai rules set noticeLength 15 --reason '本市延长公示期'",
			"zhenggai rules set 公示期 --withdraw --reason '恢复原规定'",
		],
		load: async () => (await import("../rules/region-commands.ts")).set,
	},
	{
		path: ["rules", "limit"],
		summary: say("省里限定各市的取值范围", "Say how far the cities of a province may go"),
		arguments: [argument("参数", "parameter"), argument("范围", "range")],
		options: [...RULE_OPTIONS, ...OUTPUT_OPTIONS],
		examples: ["zhenggai rules limit noticeLength 10-20 --reason '全省统一'"],
		load: async () => (await import("../rules/region-commands.ts")).limit,
	},
	{
		path: ["rules", "preview"],
		summary: say("先看调整会影响哪些问题", "See which issues a change would touch"),
		arguments: [argument("参数", "parameter", false), argument("取值", "value", false)],
		options: [...RULE_PREVIEW_OPTIONS, ...OUTPUT_OPTIONS],
		examples: ["zhenggai rules preview bufferDays 30", "zhenggai rules preview --rule-set sc"],
		load: async () => (await import("../rules/region-commands.ts")).preview,
	},
	{
		path: ["rules", "history"],
		summary: say("谁在何时为何改过规则", "Who changed the rules, when and why"),
		arguments: [],
		options: [...RULE_HISTORY_OPTIONS, ...OUTPUT_OPTIONS],
		load: async () => (await import("../rules/region-commands.ts")).history,
	},
];
