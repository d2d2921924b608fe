import type { Bilingual, Deadline } from "../kernel/index.ts";
import type { InstrumentKind, LadderRung } from "../supervision/index.ts";
import { formatDeadline, formatNumber } from "./format.ts";

/** What an official letter on an issue is written from. */
export type InstrumentFacts = {
	readonly kind: InstrumentKind;
	readonly issue: {
		readonly number: string;
		readonly inspectionName: string;
		readonly statement: string;
		readonly goal: string | null;
		readonly deadline: Deadline | null;
	};
	/** What the ladder proposes it for; empty where a person chose it. */
	readonly reasons: readonly { readonly rule: string; readonly message: Bilingual }[];
	readonly reply: LadderRung["reply"];
};

/** The beginning of an instrument as an office would type it. Official documents are Chinese in every language. */
export type InstrumentText = { readonly title: string; readonly body: string; readonly cause: string };

const TITLES: Readonly<Record<InstrumentKind, (what: string) => string>> = {
	reminderLetter: (what) => `关于加快${what}问题整改的提醒函`,
	supervisionLetter: (what) => `关于限期推进${what}问题整改的督办函`,
	circular: (what) => `关于${what}问题整改推进不力的通报`,
	admonitoryTalk: (what) => `关于就${what}问题整改进行约谈的通知`,
	listedSupervision: (what) => `关于对${what}问题整改实行挂牌督办的通知`,
	specialInspection: (what) => `关于对${what}问题整改开展专项督察的通知`,
};

const OPENINGS: Readonly<Record<InstrumentKind, string>> = {
	reminderLetter: "现函告提醒如下：",
	supervisionLetter: "现予督办，要求如下：",
	circular: "现予通报，要求如下：",
	admonitoryTalk: "经批准，决定就该问题整改约谈你单位主要负责人，要求如下：",
	listedSupervision: "经批准，决定对该问题整改实行挂牌督办，要求如下：",
	specialInspection: "经批准，决定对该问题整改开展专项督察，要求如下：",
};

const DEMANDS: Readonly<Record<InstrumentKind, readonly string[]>> = {
	reminderLetter: [
		"对照整改方案逐项核对措施和节点，查明滞后原因。",
		"对滞后事项列明补救措施、完成时间和责任人，抓紧推进。",
	],
	supervisionLetter: [
		"主要负责人亲自研究，逐项明确补救措施、完成时间和责任人。",
		"对滞后节点倒排工期，按期完成并附佐证材料，由核实人核实。",
	],
	circular: [
		"深刻剖析推进不力的原因，举一反三，明确整改责任。",
		"立即采取有力措施，限期补齐滞后事项，防止类似问题再次发生。",
	],
	admonitoryTalk: [
		"主要负责人和分管负责人按通知时间到场，说明整改情况和滞后原因。",
		"约谈后按要求制定并落实整改措施。",
	],
	listedSupervision: [
		"主要负责人牵头整改，在挂牌期限内完成全部整改任务。",
		"定期报告进展；整改完成后申请预验收，经核查符合要求的解除挂牌。",
	],
	specialInspection: [
		"如实提供整改台账、佐证材料和有关会议记录，配合现场核查。",
		"对督察组指出的问题立行立改。",
	],
};

const REPLIES: Readonly<Record<InstrumentKind, string>> = {
	reminderLetter: "自本函发出之日起",
	supervisionLetter: "自本函发出之日起",
	circular: "自本通报发出之日起",
	admonitoryTalk: "自约谈之日起",
	listedSupervision: "",
	specialInspection: "",
};

const NUMERALS = ["一", "二", "三", "四", "五"] as const;
const INDENT = "　　";

const factsOf = ({ issue, reasons }: InstrumentFacts): string => {
	const goal = issue.goal === null ? "" : `整改目标：${issue.goal.replace(/[。；]$/, "")}；`;
	const deadline = `整改时限：${formatDeadline(issue.deadline, "zh-CN")}。`;
	const rules = [...new Set(reasons.map(({ rule }) => rule))];
	const found =
		reasons.length === 0
			? ""
			: `经调度，${reasons.map(({ message }) => message.zh).join("；")}（规则${rules.join("、")}）。`;
	const statement = issue.statement.replace(/\s*\n\s*/g, "").replace(/[。；]$/, "");
	return `${issue.inspectionName}${formatNumber(issue.number, "zh-CN")}问题：“${statement}。”${goal}${deadline}${found}`;
};

const replyDemand = ({ kind, reply }: InstrumentFacts): string[] =>
	reply === null
		? []
		: [`${REPLIES[kind]}${reply.days}${reply.working ? "个工作日" : "日"}内书面回复落实情况，并附佐证材料。`];

/**
 * Title, text and cause of an instrument, prefilled from the issue: the facts, what it is sent for with the rule, what
 * is required, and how long the reply takes. Whoever drafts it goes on from there.
 */
export function instrumentText(facts: InstrumentFacts): InstrumentText {
	const { kind, reasons, issue } = facts;
	const demands = [...DEMANDS[kind], ...replyDemand(facts)];
	return {
		title: TITLES[kind](formatNumber(issue.number, "zh-CN")),
		body: [
			`${INDENT}${factsOf(facts)}${OPENINGS[kind]}`,
			...demands.map((demand, at) => `${INDENT}${NUMERALS[at] ?? ""}、${demand}`),
		].join("\n"),
		cause: reasons.map(({ message }) => message.zh).join("；"),
	};
}
