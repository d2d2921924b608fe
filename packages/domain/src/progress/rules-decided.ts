import { say } from "../kernel/index.ts";
import { type DecidedRule, decidedRule } from "../rules/index.ts";

const RESOLVERS = ["provOffice", "cityOffice", "countyOffice", "supUnit"] as const;

// What they find, but for EV-02, are doubts: raised with what they doubt, resolved by somebody whose work it is not (EV-05).

const ev03 = decidedRule({
	id: "EV-03",
	group: "EV",
	severity: "warn",
	title: say("同一文件多处使用", "One file for different things"),
	statement: say(
		"同一文件（哈希相同）用作不同问题或不同点位的佐证，记为疑点",
		"The same bytes as evidence of different issues or sites are a doubt",
	),
	params: [],
	src: ["seed1", "D"],
	who: RESOLVERS,
});

const ev04 = decidedRule({
	id: "EV-04",
	group: "EV",
	severity: "warn",
	title: say("照片的时间和地点", "Time and place of photos"),
	statement: say(
		"整改后照片拍摄于反馈之前，或拍摄位置距点位超过规定距离，记为疑点",
		"A photo of after that was taken before the feedback, or farther from its site than allowed, is a doubt",
	),
	params: ["siteRadiusM"],
	src: ["seed1", "D"],
	who: RESOLVERS,
});

const ev02 = decidedRule({
	id: "EV-02",
	group: "EV",
	severity: "block",
	title: say("佐证原件留存", "Evidence is kept as it came"),
	statement: say(
		"佐证按文件哈希存储，记录上传人和时间，不得覆盖；撤下的佐证保留并注明理由",
		"A file is kept by the hash of its bytes with uploader and time, and never overwritten; what is withdrawn stays with the reason",
	),
	params: [],
	src: ["D"],
	who: ["leadUnit", "respUnit"],
});

const ev06 = decidedRule({
	id: "EV-06",
	group: "EV",
	severity: "warn",
	title: say("整改前后对比", "Before and after"),
	statement: say(
		"工程类措施或点位报告完成而没有整改前后对比照片的，记为疑点",
		"Physical works or a site said to be done without photos of before and after are a doubt",
	),
	params: ["evidenceWorks", "evidenceRelocation", "evidenceClosure"],
	src: ["S23", "S40", "D"],
	who: RESOLVERS,
});

const ev07 = decidedRule({
	id: "EV-07",
	group: "EV",
	severity: "warn",
	title: say("监测报告有效", "Monitoring that counts"),
	statement: say(
		"监测报告缺少机构、日期或达标结论，或监测早于完成之日的，记为疑点；内容不全或结论不达标的不能证明指标达到",
		"A monitoring report without laboratory, day or result, or from before the completion, is a doubt; one that is not whole, or that says the standard is missed, shows no figure",
	),
	params: [],
	src: ["S19", "S03", "D"],
	who: RESOLVERS,
});

const ev08 = decidedRule({
	id: "EV-08",
	group: "EV",
	severity: "warn",
	title: say("临期集中上传", "Bulk upload at the deadline"),
	statement: say(
		"大部分佐证在到期前后集中上传的，作为应付式整改的迹象记为疑点",
		"Most of the evidence uploaded round the deadline is a doubt: a sign of perfunctory work",
	),
	params: ["bulkUploadShare", "bulkUploadHours", "bulkUploadMin"],
	src: ["seed2", "D"],
	who: RESOLVERS,
});

const prg03 = decidedRule({
	id: "PRG-03",
	group: "PRG",
	severity: "warn",
	title: say("进展文字雷同", "Progress in the same words"),
	statement: say(
		"连续若干期进展文字相同或高度相似，记为疑点",
		"Progress in the same or nearly the same words period after period is a doubt",
	),
	params: ["sameTextSimilarity", "sameTextPeriods"],
	src: ["seed2", "D"],
	who: RESOLVERS,
});

const prg05 = decidedRule({
	id: "PRG-05",
	group: "PRG",
	severity: "warn",
	title: say("指标或进度倒退", "Figures or progress going backwards"),
	statement: say(
		"指标值离目标更远，或已核实的进展失去全部佐证，记为疑点",
		"A figure that moves away from its target, or verified progress that loses all its evidence, is a doubt",
	),
	params: [],
	src: ["seed0"],
	who: RESOLVERS,
});

const prg06 = decidedRule({
	id: "PRG-06",
	group: "PRG",
	severity: "warn",
	title: say("调度内容完整", "Complete content of the reports"),
	statement: say(
		"方案批准后的填报应包括规定的各项内容；从未填过的内容记为疑点，未变化的内容不必重填",
		"Reports after the approval cover every block; one that was never filled is a doubt, one that has not changed need not be typed again",
	),
	params: ["contentBlocks"],
	src: ["S10"],
	who: RESOLVERS,
});

const data06 = decidedRule({
	id: "DATA-06",
	group: "DATA",
	severity: "warn",
	title: say("一期一表、不重复填报", "One form, asked once"),
	statement: say(
		"同一单位同期填报的表格不超过规定张数，台账已有的内容预先填好，不再重复索要",
		"A unit fills in no more forms at a time than allowed, and what the ledger knows is filled in already",
	),
	params: ["maxFormsPerPeriod"],
	src: ["seed1", "S36", "D"],
	who: ["provOffice", "cityOffice", "countyOffice"],
});

/** Rules that the deciders of this room ask; most of what they find are doubts about what was reported. */
export const decidedProgressRules: readonly DecidedRule[] = [
	...[ev02, ev03, ev04, ev06, ev07, ev08],
	...[prg03, prg05, prg06, data06],
];
