import type { InstrumentVerb } from "@zhenggai/domain/supervision";
import { caseVocab, valuesOf } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import { argument } from "./argument.ts";
import { BODY_OPTIONS } from "./body.ts";
import type { CommandSpec, OptionSpec } from "./command.ts";
import { JSON_OPTION, OUTPUT_OPTIONS, option } from "./options.ts";

const ID = [argument("标识", "id")];
const LIMIT = option.value(
	"limit",
	["条数", "count"],
	"最多多少条，all 为全部（默认 50）",
	"At most so many, or all (50 unless given)",
);
const REGION = option.value("region", ["区域", "region"], "只看某区域及以下", "Only this region and below");
const FILTER: OptionSpec = {
	...option.value(
		"filter",
		["条件", "filter"],
		"筛选，同 issues list（可多次）",
		"Filter, as of issues list (repeatable)",
	),
	multiple: true,
};

/** What an act is called on the command line. */
const ACT: Readonly<Record<InstrumentVerb, string>> = {
	draftInstrument: "draft",
	approveInstrument: "approve",
	issueInstrument: "issue",
	acknowledgeInstrument: "acknowledge",
	readdressInstrument: "readdress",
	holdTalk: "hold-talk",
	minuteTalk: "minute-talk",
	replyInstrument: "reply",
	verifyReply: "verify",
	liftInstrument: "lift",
	escalateInstrument: "escalate",
	discardInstrument: "discard",
	extendListing: "extend",
	preAcceptListing: "pre-accept",
	unlist: "unlist",
	failListing: "fail",
};

const EXAMPLES: Readonly<Partial<Record<InstrumentVerb, readonly string[]>>> = {
	draftInstrument: [
		"zhenggai instruments draft --set issue=38 --set kind=提醒函",
		"zhenggai instruments draft --file 督办函.json",
	],
	issueInstrument: [
		"zhenggai instruments issue <标识> --set 'documentNumber=函〔2026〕8号' --set signer=沈岚",
	],
	verifyReply: ["zhenggai instruments verify <标识> --set verdict=accepted --set reason=现场核实"],
};

const INSTRUMENTS: readonly CommandSpec[] = [
	{
		path: ["instruments", "list"],
		summary: say("列出督办文书", "List supervision instruments"),
		arguments: [],
		options: [
			option.flag("open", "只看未了结的", "Only those that are not over"),
			option.flag(
				"late",
				"只看逾期未回复的，等得最久的在前",
				"Only those whose reply is late, the longest waiting first",
			),
			option.value("kind", ["手段", "kind"], "提醒函、督办函、通报、约谈……", "Only of this kind"),
			option.value("state", ["状态", "state"], "只看某一状态", "Only those in this state"),
			option.value(
				"issue",
				["问题", "issue"],
				"只看某问题的（编号或标识）",
				"Only those on this issue (number or id)",
			),
			REGION,
			LIMIT,
			...OUTPUT_OPTIONS,
		],
		examples: [
			"zhenggai instruments list --late --json",
			"zhenggai instruments list --kind 约谈 --region 青屏市",
		],
		load: async () => (await import("../supervision/instruments-list-command.ts")).run,
	},
	{
		path: ["instruments", "show"],
		summary: say("一件督办文书的全部内容", "Everything about one instrument"),
		arguments: ID,
		options: JSON_OPTION,
		load: async () => (await import("../supervision/instruments-show-command.ts")).run,
	},
	{
		path: ["instruments", "history"],
		summary: say("一件督办文书的办理日志", "The journal of one instrument"),
		arguments: ID,
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../supervision/instruments-list-command.ts")).history,
	},
	...valuesOf(caseVocab.instrumentVerb).map((verb): CommandSpec => {
		const examples = EXAMPLES[verb];
		return {
			path: ["instruments", ACT[verb]],
			summary: caseVocab.instrumentVerb[verb],
			arguments: verb === "draftInstrument" ? [] : ID,
			options: [...BODY_OPTIONS, ...JSON_OPTION],
			...(examples === undefined ? {} : { examples }),
			load: async () => (await import("../supervision/instruments-act-command.ts")).actOf(verb),
		};
	}),
];

const LIGHTS: readonly CommandSpec[] = [
	{
		path: ["lights"],
		summary: say(
			"今天的预警：各灯多少条，亮灯的为什么、如何灭灯",
			"Today's lights: how many of each, and why each lit issue is lit and what puts it out",
		),
		arguments: [],
		options: [
			option.value(
				"light",
				["预警", "light"],
				"只看一种：red、yellow、good、none",
				"Only one: red, yellow, good, none",
			),
			REGION,
			FILTER,
			LIMIT,
			...OUTPUT_OPTIONS,
		],
		examples: ["zhenggai lights --region 青屏市", "zhenggai lights --light red --limit all --json"],
		load: async () => (await import("../supervision/lights-command.ts")).run,
	},
	{
		path: ["simulate"],
		summary: say(
			"推演某日的预警、进度和督办建议：过去按日志还原，将来按无人办理",
			"Lights, schedule and proposals on any day: of the past as the journal knew it, of the future if nobody does anything",
		),
		arguments: [{ ...argument("编号或标识", "number or id", false), several: true }],
		options: [
			option.value("as-of", ["日期", "date"], "推演到哪一天（YYYY-MM-DD）", "The day (YYYY-MM-DD)"),
			option.value(
				"show",
				["changed|lit|all", "changed|lit|all"],
				"列出与今天不同的（默认）、亮灯的或全部",
				"List what stands otherwise than today (unless given), what is lit, or all",
			),
			REGION,
			FILTER,
			LIMIT,
			...OUTPUT_OPTIONS,
		],
		examples: [
			"zhenggai simulate --as-of 2026-12-31 --region 青屏市",
			"zhenggai simulate --as-of 2026-12-31 38 39 --json",
		],
		load: async () => (await import("../supervision/simulate-command.ts")).run,
	},
];

const PERIOD: readonly OptionSpec[] = [
	option.value("from", ["日期", "date"], "从哪一天起（YYYY-MM-DD）", "From this day on (YYYY-MM-DD)"),
	option.value("to", ["日期", "date"], "到哪一天止（YYYY-MM-DD）", "Until this day (YYYY-MM-DD)"),
];

const REGISTERS: readonly CommandSpec[] = [
	{
		path: ["scores"],
		summary: say(
			"单位扣分排名；给出单位时列出逐项扣分：规则、日期、问题",
			"Units by the points that they lost; of one unit each point with its rule, day and issue",
		),
		arguments: [argument("单位名或标识", "unit's name or id", false)],
		options: [...PERIOD, REGION, LIMIT, ...OUTPUT_OPTIONS],
		examples: ["zhenggai scores --from 2026-01-01 --json", "zhenggai scores 青屏市生态环境局"],
		load: async () => (await import("../supervision/scores-command.ts")).run,
	},
	{
		path: ["exposures"],
		summary: say(
			"各问题的通报曝光：何时何处公开、是否整改核销",
			"Circulars and exposures over all issues: what was made public, and whether it was answered",
		),
		arguments: [],
		options: [
			option.flag("open", "只看未核销的", "Only those that are not settled"),
			option.flag("settled", "只看已核销的", "Only those that are settled"),
			option.value("kind", ["类型", "kind"], "通报或媒体曝光", "circular or media"),
			option.value(
				"level",
				["级别", "level"],
				"central、province、city、county",
				"central, province, city, county",
			),
			option.value(
				"issue",
				["问题", "issue"],
				"只看某问题的（编号或标识）",
				"Only those on this issue (number or id)",
			),
			option.value(
				"unit",
				["单位", "unit"],
				"只看某单位承担的问题",
				"Only on issues that this unit has a part in",
			),
			...PERIOD,
			REGION,
			LIMIT,
			...OUTPUT_OPTIONS,
		],
		examples: ["zhenggai exposures --open --json", "zhenggai exposures --level province --region 青屏市"],
		load: async () => (await import("../supervision/exposures-command.ts")).run,
	},
];

const SWEEPS: CommandSpec = {
	path: ["sweeps"],
	summary: say(
		"夜间巡检：各地区巡检到哪一天、用时、变化和失败",
		"The nightly sweep: through which day each region is swept, how long it took, what changed and what failed",
	),
	arguments: [],
	options: [
		option.flag(
			"run",
			"先补齐缺少的巡检（省级整改办）",
			"First sweep what is missing (the province's office)",
		),
		...OUTPUT_OPTIONS,
	],
	examples: ["zhenggai sweeps", "zhenggai sweeps --run --json"],
	load: async () => (await import("../supervision/sweeps-command.ts")).run,
};

/** The commands of lights, simulation and instruments. */
export const SUPERVISION_COMMANDS: readonly CommandSpec[] = [...LIGHTS, ...INSTRUMENTS, ...REGISTERS, SWEEPS];
