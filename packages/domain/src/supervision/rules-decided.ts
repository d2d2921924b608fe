import { say } from "../kernel/index.ts";
import { type DecidedRule, decidedRule } from "../rules/index.ts";

const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;
const WORKERS = ["leadUnit", "respUnit"] as const;
const GROUP = ["leadingGroup"] as const;

const lights = [
	decidedRule({
		id: "WRN-02",
		group: "WRN",
		severity: "warn",
		title: say("黄牌", "Yellow"),
		statement: say(
			"节点未达到或滞后超过黄牌幅度，或研判不能如期完成，亮黄牌",
			"A milestone missed, a lag above the limit of yellow, or a forecast that is not on time shows yellow",
		),
		params: ["yellowLagPp"],
		src: ["S30", "D"],
		who: WORKERS,
	}),
	decidedRule({
		id: "WRN-03",
		group: "WRN",
		severity: "warn",
		title: say("红灯", "Red"),
		statement: say(
			"节点未达到或滞后超过红灯幅度且研判难以完成，或逾期，或被省级以上通报、媒体曝光，亮红灯",
			"A milestone missed or a lag above the limit of red with a forecast of unlikely, an overdue deadline, or a circular or exposure at province level or above shows red",
		),
		params: ["redLagPp"],
		src: ["S30", "D"],
		who: WORKERS,
	}),
	decidedRule({
		id: "WRN-04",
		group: "WRN",
		severity: "inform",
		title: say("正常亮灯", "Good"),
		statement: say(
			"节点均已达到且研判如期完成，按规则集的颜色（蓝或绿）亮灯；无人研判不亮灯",
			"With every milestone met and a forecast on time the good colour of the rule set shows; without a forecast none does",
		),
		params: ["palette"],
		src: ["S30"],
		who: WORKERS,
	}),
	decidedRule({
		id: "WRN-05",
		group: "WRN",
		severity: "inform",
		title: say("亮灯留痕与申诉", "Lights are journalled and may be contested"),
		statement: say(
			"每次调度重新评定，变化连同原因入档；责任单位可申诉，申诉成立的灯色保持到下次调度，其后新出现的更重情形除外",
			"Lights are judged anew at every dispatch and journalled with their cause; the owner may object, and an upheld objection fixes the light until the next one, but for what is worse and came since",
		),
		params: ["colourCadence", "dispatchDay"],
		src: ["S30", "D"],
		who: OFFICES,
	}),
	decidedRule({
		id: "WRN-06",
		group: "WRN",
		severity: "inform",
		title: say("亮灯计分", "Lights and the score"),
		statement: say(
			"同一任务每两次黄牌扣1分，每次红灯扣2分，计入年度评定，一期一灯",
			"Every second yellow on one task costs a point, every red two, one light a cycle, in the year's score",
		),
		params: ["scoreYellowTwice", "scoreRed", "yellowToLetter", "colourCadence"],
		src: ["S30"],
		who: OFFICES,
	}),
];

const ladder = [
	decidedRule({
		id: "SUP-01",
		group: "SUP",
		severity: "inform",
		title: say("督办阶梯", "The ladder of supervision"),
		statement: say(
			"督办手段由轻到重，按触发条件逐级建议；信函由整改办制发，通报以上经领导小组批准",
			"Instruments go from mild to hard and are proposed by their triggers; letters are the offices' own, what stands above is approved by the leading group",
		),
		params: ["ladder", "ladderLeadDays", "ladderCoolingDays"],
		src: ["S10", "S30", "S37", "D"],
		who: OFFICES,
	}),
	decidedRule({
		id: "SUP-02",
		group: "SUP",
		severity: "warn",
		title: say("两次黄牌发督办函", "A second yellow brings a letter"),
		statement: say(
			"同一任务黄牌达到规定次数，建议专函督办",
			"Yellow for the set number of times on one task proposes a supervision letter",
		),
		params: ["yellowToLetter"],
		src: ["S30"],
		who: OFFICES,
	}),
	decidedRule({
		id: "SUP-03",
		group: "SUP",
		severity: "warn",
		title: say("红灯约谈", "Red brings a talk"),
		statement: say(
			"亮红灯的，建议领导小组组长或副组长约谈单位主要负责人",
			"Red proposes a talk by a head of the leading group with the unit's principal",
		),
		params: [],
		src: ["S30"],
		who: GROUP,
	}),
	decidedRule({
		id: "SUP-04",
		group: "SUP",
		severity: "warn",
		title: say("限期书面回复", "A written reply by a day"),
		statement: say(
			"回复期限自制发之日（约谈自举行之日）起算，退回、改送、回复被驳回均不重新计算",
			"The reply is due from the dispatch, of a talk from the day it was held; no return, readdressing or rejected reply starts the clock anew",
		),
		params: ["letterReplyWd", "talkReplyDays"],
		src: ["S31", "D"],
		who: WORKERS,
	}),
	decidedRule({
		id: "SUP-05",
		group: "SUP",
		severity: "block",
		title: say("核实后解除", "Verified before it is lifted"),
		statement: say(
			"回复经受文单位以外的人员核实通过，方可解除督办",
			"An instrument is lifted after somebody outside of the addressed unit has verified its reply",
		),
		params: [],
		src: ["S31", "S33"],
		who: OFFICES,
	}),
	decidedRule({
		id: "SUP-06",
		group: "SUP",
		severity: "block",
		title: say("挂牌督办", "Listed supervision"),
		statement: say(
			"挂牌有期限，延期须提前申请且不超过规定；先预验收，由预验收方以外的机关解除",
			"A listing has a limit; extensions are asked for early and bounded; it is pre-accepted first and unlisted by somebody else",
		),
		params: ["limitMonths", "listedExtAskMonths", "listedExtMaxMonths"],
		src: ["S33", "S34"],
		who: OFFICES,
	}),
	decidedRule({
		id: "SUP-07",
		group: "SUP",
		severity: "warn",
		title: say("越级须有理由", "Skipping a rung needs a reason"),
		statement: say(
			"未用过下级手段而直接采取上级手段的，须写明理由",
			"Who leaves a lower rung out writes why",
		),
		params: ["ladder"],
		src: ["D"],
		who: OFFICES,
	}),
	decidedRule({
		id: "SUP-08",
		group: "SUP",
		severity: "inform",
		title: say("提级督办", "Upgraded supervision"),
		statement: say(
			"同一问题再次督办的，提高报送主体、形式、时限、渠道的层级",
			"A repeat on one issue raises the reporting body, the format, the deadline and the channel",
		),
		params: ["upgradeRaises"],
		src: ["S61"],
		who: OFFICES,
	}),
	decidedRule({
		id: "SUP-09",
		group: "SUP",
		severity: "warn",
		title: say("件件有回音", "Everything is answered"),
		statement: say(
			"制发的督办文书均须回复，逾期未回复的逐日列出，并可据以升级",
			"Every instrument that went out is answered; what is late is listed day by day and may be escalated",
		),
		params: [],
		src: ["seed1"],
		who: WORKERS,
	}),
];

const scores = [
	decidedRule({
		id: "RSP-05",
		group: "RSP",
		severity: "inform",
		title: say("单位计分逐项可查", "A unit's score explains itself"),
		statement: say(
			"单位在一段时间内的得分由各问题的扣分逐项相加，每一分注明规则、日期和问题；扣分归当日的牵头单位，无牵头单位的归责任单位",
			"A unit's score of a period is the sum of its points, each with its rule, day and issue; a point falls on the unit that led on that day, on the responsible one where none led",
		),
		params: ["scoreYellowTwice", "scoreRed", "yellowToLetter", "colourCadence"],
		src: ["S30", "D"],
		who: OFFICES,
	}),
];

/** Rules of this room without a check: lights, the ladder and the deciders of instruments ask them. */
export const decidedSupervisionRules: readonly DecidedRule[] = [...lights, ...scores, ...ladder];
