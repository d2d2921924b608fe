import { toChinese } from "../source/numbering.ts";
import { DEADLINES, GOALS, MEASURES, PLACES, PROBLEMS, SUPERVISORS, UNITS } from "./bank.ts";
import type { ExpectedIssue } from "./score.ts";

/** A small seeded generator: the same seed gives the same document on every machine. */
export class Dice {
	private state: number;
	constructor(seed: number) {
		this.state = seed >>> 0 || 1;
	}
	next(): number {
		this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
		return this.state / 4_294_967_296;
	}
	below(n: number): number {
		return Math.floor(this.next() * n);
	}
	pick<T>(items: readonly T[]): T {
		const item = items[this.below(items.length)];
		if (item === undefined) throw new RangeError("nothing to pick from");
		return item;
	}
	shuffled<T>(items: readonly T[]): T[] {
		const out = [...items];
		for (let i = out.length - 1; i > 0; i--) {
			const j = this.below(i + 1);
			const [a, b] = [out[i], out[j]];
			if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a];
		}
		return out;
	}
}

export interface Spec {
	seq: number;
	statement: string;
	responsible: readonly string[];
	supervising: readonly string[];
	deadline: readonly [string, string | null, string];
	goal: string;
	measures: readonly string[];
}

export const specs = (count: number, dice: Dice, from = 1): Spec[] =>
	Array.from({ length: count }, (_, i) => ({
		seq: from + i,
		statement: `${dice.pick(PLACES)}${dice.pick(PROBLEMS)}`,
		responsible: dice.pick(UNITS),
		supervising: dice.pick(SUPERVISORS),
		deadline: dice.pick(DEADLINES),
		goal: dice.pick(GOALS),
		measures: dice.shuffled(MEASURES).slice(0, 1 + dice.below(6)),
	}));

export const expectedOf = (spec: Spec, parts: readonly (keyof Spec)[]): ExpectedIssue => ({
	seq: parts.includes("seq") ? spec.seq : null,
	title: spec.statement.slice(0, 14),
	responsibleUnits: parts.includes("responsible") ? spec.responsible : [],
	supervisingUnits: parts.includes("supervising") ? spec.supervising : [],
	deadlineText: parts.includes("deadline") ? spec.deadline[0] : null,
	deadlineDate: parts.includes("deadline") ? spec.deadline[1] : null,
	kind: parts.includes("deadline") ? spec.deadline[2] : null,
	goal: parts.includes("goal") ? spec.goal : null,
	measuresCount: parts.includes("measures") ? spec.measures.length : null,
});

const ALL: readonly (keyof Spec)[] = ["seq", "responsible", "supervising", "deadline", "goal", "measures"];

/** 一 … */
const cn = toChinese;
const numberAs: Readonly<Record<string, (n: number) => string>> = {
	cnDun: (n) => `${cn(n)}、`,
	cnParen: (n) => `（${cn(n)}）`,
	arDot: (n) => `${n}．`,
	arDun: (n) => `${n}、`,
	circled: (n) => String.fromCharCode(0x245f + n),
	arParen: (n) => `（${n}）`,
	cnIs: (n) => `${cn(n)}是`,
};
const numbered = (style: string, n: number): string => (numberAs[style] ?? numberAs.cnDun ?? String)(n);

function measureText(spec: Spec, style: string, glue: string): string {
	if (spec.measures.length === 1) return `${spec.measures[0]}。`;
	return spec.measures
		.map(
			(text, i) =>
				`${numbered(style, i + 1)}${text}${style === "cnIs" && i + 1 < spec.measures.length ? "；" : "。"}`,
		)
		.join(glue);
}

const PREAMBLE_POINTS = [
	"深入贯彻习近平生态文明思想，牢固树立绿水青山就是金山银山理念，坚决扛起生态文明建设政治责任",
	"坚持问题导向，坚持举一反三，坚持标本兼治，确保督察反馈问题全部整改到位",
	"各责任单位要对照整改目标、整改措施逐条细化，按照整改时限要求倒排工期，确保按期完成",
	"2019年以来，全省空气质量优良天数比例逐年提高，地表水优良断面比例达到87.5%",
	"严肃追责问责。对整改不力、敷衍应付的，依规依纪依法严肃追究责任",
	"强化信息公开，通过报纸、电视、网站等公开整改方案、整改进展情况，接受社会监督",
] as const;

/** Front chapters of a plan, at least `length` characters, with the same number marks and words as the list. */
export function preamble(dice: Dice, length: number): string {
	const chapters = ["指导思想", "基本原则", "整改目标", "主要任务", "整改措施", "保障措施"];
	const lines = [
		"云岭省贯彻落实督察反馈意见整改方案",
		"",
		"为认真抓好督察反馈意见整改工作，制定本方案。",
		"",
	];
	for (let round = 0; lines.join("").length < length; round++) {
		for (const [i, chapter] of chapters.entries()) {
			lines.push(`${cn(i + 1)}、${chapter}`);
			for (let j = 0; j < 3; j++)
				lines.push(`（${cn(j + 1)}）${dice.pick(PREAMBLE_POINTS)}。${dice.pick(PREAMBLE_POINTS)}。`);
			lines.push(`1．${dice.pick(PREAMBLE_POINTS)}。`, `2．${dice.pick(PREAMBLE_POINTS)}。`);
		}
		if (round > 20) break;
	}
	return `${lines.join("\n")}\n\n附件：整改措施清单\n\n`;
}

interface Rendered {
	text: string;
	expected: ExpectedIssue[];
}

type Renderer = (list: readonly Spec[], dice: Dice) => Rendered;

const CHAPTERS = ["思想认识方面", "污染治理方面", "生态保护方面", "长效机制方面"];

/** Classic plan: one label a line in any order. */
const a1: Renderer = (list, dice) => {
	const style = dice.pick(["cnDun", "arDun", "arDot", "cnParen"]);
	const items = dice.pick(["cnParen", "arDot", "cnIs", "circled", "arParen"].filter((s) => s !== style));
	const [unit, supervisor, deadline, goal] = [
		dice.pick(["责任单位", "整改责任单位", "责 任 单 位"]),
		dice.pick(["督导单位", "督办单位", "监管责任单位"]),
		dice.pick(["整改时限", "完成时限", "整改完成时限"]),
		dice.pick(["整改目标", "目标任务"]),
	];
	const order = dice.shuffled([0, 1, 2, 3, 4]);
	const colon = dice.pick(["：", ":", "： ", " ："]);
	const lines: string[] = [];
	for (const [i, spec] of list.entries()) {
		if (style !== "cnParen" && i % 7 === 0 && list.length > 8)
			lines.push(`（${cn(i / 7 + 1)}）${CHAPTERS[(i / 7) % 4] ?? ""}`);
		lines.push(`${numbered(style, spec.seq)}${spec.statement}。`);
		const fields = [
			`${unit}${colon}${spec.responsible.join("、")}`,
			`${supervisor}${colon}${spec.supervising.join("，")}`,
			`${deadline}${colon}${spec.deadline[0]}。`,
			`${goal}${colon}${spec.goal}。`,
			`整改措施${colon}${dice.pick(["", "\n"])}${measureText(spec, items, items === "cnIs" ? "" : dice.pick(["\n", ""]))}`,
		];
		lines.push(...order.map((at) => fields[at] ?? ""));
	}
	return { text: lines.join("\n"), expected: list.map((spec) => expectedOf(spec, ALL)) };
};

/** Everything on one line, labels glued to the values before them. */
const a2: Renderer = (list) => {
	const body = list
		.map(
			(spec) =>
				`（${cn(spec.seq)}）${spec.statement}。整改目标：${spec.goal}。责任单位：${spec.responsible.join("，")}整改时限：${spec.deadline[0]}整改措施：${measureText(spec, "arDot", "")}`,
		)
		.join("");
	return {
		text: `一、生态环境保护存在薄弱环节${body}`,
		expected: list.map((spec) => expectedOf(spec, ["seq", "responsible", "deadline", "goal", "measures"])),
	};
};

const a3: Renderer = (list, dice) => {
	const word = dice.pick(["序号", "问题"]);
	const lines = list.flatMap((spec, i) => [
		...(i === 0 ? ["（一）主要问题"] : []),
		`${word}${cn(spec.seq)}：${spec.statement}。${dice.pick(PROBLEMS)}。${dice.pick(PROBLEMS)}。`,
		`整改目标：${spec.goal}。`,
		`整改时限：${spec.deadline[0]}`,
		`责任单位：${spec.responsible.join("、")}`,
		`整改措施：${measureText(spec, "cnIs", "")}`,
	]);
	return {
		text: lines.join("\n"),
		expected: list.map((spec) => expectedOf(spec, ["seq", "responsible", "deadline", "goal", "measures"])),
	};
};

const a4: Renderer = (list) => ({
	text: list
		.map(
			(spec) =>
				`${cn(spec.seq)}、关于“${spec.statement}。对此，要求：立即整改。”整改进展情况：已经完成，长期坚持。1．开展排查。2．建立台账。`,
		)
		.join("\n"),
	expected: list.map((spec) => expectedOf(spec, ["seq"])),
});

/** Table flattened to a cell line per line with blank lines between. */
const a5: Renderer = (list, dice) => {
	const gap = dice.pick(["\n\n", "\n"]);
	const rows = list.map((spec, i) =>
		[
			String(i + 1),
			`${cn(spec.seq)}、${spec.statement}。`,
			spec.deadline[0],
			...measureText(spec, "arDot", "\n").split("\n"),
			"已建立台账，完成排查整治，正在按计划推进。",
			dice.pick(["☑达到序时进度", "已完成"]),
		].join(gap),
	);
	return {
		text: [
			"序号",
			"整改任务",
			"整改时限",
			"整改措施",
			"目前进展情况及存在问题",
			"完成进度",
			"备注",
			...rows,
		].join(gap),
		expected: list.map((spec) => expectedOf(spec, ["seq", "deadline", "measures"])),
	};
};

const a6: Renderer = (list, dice) => {
	const cut = dice.pick([false, true]);
	const header = cut
		? ["序号", "整改问题", "责任", "单位", "完成", "时限", "整改", "目标"]
		: ["序号", "整改问题", "责任单位", "完成时限", "整改目标"];
	const rows = list.flatMap((spec) => [
		String(spec.seq),
		`${spec.statement}。`,
		spec.responsible.join("、"),
		spec.deadline[0],
		`${spec.goal}。`,
	]);
	return {
		text: [...header, ...rows].join("\n"),
		expected: list.map((spec) => expectedOf(spec, ["seq", "responsible", "deadline", "goal"])),
	};
};

const one = (list: readonly Spec[]): Spec => {
	const [spec] = list;
	if (!spec) throw new RangeError("no issue");
	return spec;
};

const a8: Renderer = (list) => {
	const spec = one(list);
	const text = `关于督察反馈意见第${cn(spec.seq)}项整改任务完成情况的公示
一、整改任务
（一）反馈问题：${spec.statement}。
（二）责任单位：${spec.responsible.join("、")}
（三）整改时限：${spec.deadline[0]}
（四）整改目标：${spec.goal}。
（五）整改措施：
${measureText(spec, "arDot", "\n")}
二、整改落实情况
（一）整改目标完成情况：目标已经完成。
（二）整改措施落实情况：
1．完成排查。
2．建立台账。`;
	return { text, expected: [expectedOf(spec, ["seq", "responsible", "deadline", "goal", "measures"])] };
};

const a9: Renderer = (list) => {
	const spec = one(list);
	const rows = [
		["反馈问题", `${spec.statement}。`],
		["核查情况", "情况属实。"],
		["整改目标", `${spec.goal}。`],
		["整改措施", measureText(spec, "arDot", " ")],
		["牵头部门（责任单位）", spec.responsible.join("、")],
		["责任人", "李某某"],
		["联系电话", "0000-6811170"],
		["整改主要 工作及成效", "已完成整改。"],
	];
	return {
		text: `整改措施完成情况公示表\n${rows.map(([key, value]) => `${key} | ${value} |`).join("\n")}`,
		expected: [expectedOf(spec, ["responsible", "goal", "measures"])],
	};
};

const a10: Renderer = (list) => {
	const spec = one(list);
	const rows = [
		"反馈问题",
		"（整改任务）",
		`${spec.statement}。`,
		"责任单位",
		spec.responsible.join("、"),
		"责任人",
		"王某",
		"整改时限",
		spec.deadline[0],
		"整改目标",
		`${spec.goal}。`,
		"整改措施",
		measureText(spec, "arDot", "\n"),
	];
	return {
		text: rows.join("\n"),
		expected: [expectedOf(spec, ["responsible", "deadline", "goal", "measures"])],
	};
};

const a11: Renderer = (list) => {
	const header = "| 编号 | 序号 | 反馈问题 | 整改措施 | 整改时限 | 整改进展 |";
	const rows = list.map(
		(spec, i) =>
			`| ${i + 1} | ${spec.seq} | ${spec.statement} | ${measureText(spec, "circled", " ")} | ${spec.deadline[0]} | 正在推进 |`,
	);
	return {
		text: [header, ...rows].join("\n"),
		expected: list.map((spec) => expectedOf(spec, ["seq", "deadline", "measures"])),
	};
};

const a12: Renderer = (list) => {
	const body = list
		.map(
			(spec) =>
				`${spec.seq}、关于“${spec.statement}”问题。\n整改措施：${spec.measures[0]}。（责任单位：${spec.responsible.join("，")}，配合单位：市公安局、市财政局）`,
		)
		.join(" ");
	return {
		text: body,
		expected: list.map((spec) => ({
			...expectedOf(spec, ["seq", "responsible"]),
			measuresCount: 1,
			supportingUnits: ["市公安局", "市财政局"],
		})),
	};
};

const a13: Renderer = (list) => {
	const wrap = (text: string): string => text.replace(/(.{28})(?=.{3})/g, "$1\n");
	const blocks = list.map(
		(spec) =>
			`${cn(spec.seq)}、督察报告指出：${wrap(`${spec.statement}。`)}\n牵头单位：市生态环境局\n责任单位：${spec.responsible.join("、")}\n整改目标：${wrap(`${spec.goal}。`)}\n整改时限：${spec.deadline[0]}`,
	);
	return {
		text: blocks.join("\n"),
		expected: list.map((spec) => ({
			...expectedOf(spec, ["seq", "responsible", "deadline", "goal"]),
			leadUnits: ["市生态环境局"],
		})),
	};
};

const a14: Renderer = (list) => {
	const spec = one(list);
	const rows = [
		["整改任务概述", `${spec.statement}。`],
		["整改责任单位", spec.responsible.join("、")],
		["整改目标", `${spec.goal}。`],
		["整改措施及成效", measureText(spec, "arDot", " ")],
		["整改时间", spec.deadline[0]],
		["社会监督联系人及电话", "张某 0000-1234567"],
	];
	return {
		text: rows.map(([key, value]) => `${key}｜\n${value}｜`).join("\n"),
		expected: [expectedOf(spec, ["responsible", "deadline", "goal", "measures"])],
	};
};

/** Every layout of published plans as a renderer; those marked single hold one issue. */
export const LAYOUTS: Readonly<Record<string, { render: Renderer; single: boolean }>> = {
	A1: { render: a1, single: false },
	A2: { render: a2, single: false },
	A3: { render: a3, single: false },
	A4: { render: a4, single: false },
	A5: { render: a5, single: false },
	A6: { render: a6, single: false },
	A8: { render: a8, single: true },
	A9: { render: a9, single: true },
	A10: { render: a10, single: true },
	A11: { render: a11, single: false },
	A12: { render: a12, single: false },
	A13: { render: a13, single: false },
	A14: { render: a14, single: true },
};
