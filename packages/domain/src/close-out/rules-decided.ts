import { say } from "../kernel/index.ts";
import { decidedRule } from "../rules/index.ts";
import { ACCEPTORS, LEAD, OFFICES } from "./refusals.ts";

/** Rules that the deciders of this room ask of a command's particulars. */
export const decidedCloseOutRules = [
	decidedRule({
		id: "ACC-10",
		group: "ACC",
		severity: "block",
		title: say("验收结论", "Verdict"),
		statement: say(
			"通过、补充完善后通过、不通过三种；补充完善须有清单和期限，不通过须有理由并退回整改",
			"Pass, conditional or fail: conditional has a list and a day within the limit, fail has reasons and goes back to work",
		),
		params: ["acceptanceVerdicts", "supplementWd"],
		src: ["S23", "D"],
		who: ACCEPTORS,
	}),
	decidedRule({
		id: "ACC-12",
		group: "ACC",
		severity: "block",
		title: say("标准争议先认定", "Disputed standard ruled on first"),
		statement: say(
			"验收采用与方案不同的标准的，先由行业主管部门认定",
			"Where another standard than the plan's is used, the sector department has ruled on it before",
		),
		params: [],
		src: ["S17", "S19"],
		who: ["sector"],
	}),
	decidedRule({
		id: "PUB-03",
		group: "PUB",
		severity: "block",
		title: say("异议先答复", "Objections answered first"),
		statement: say(
			"公示期间的异议须登记、按期答复；未答复不得结束公示，成立的退回验收",
			"Objections are registered and answered; an open one holds the notice up, an upheld one goes back to acceptance",
		),
		params: ["objectionReplyWd"],
		src: ["S25", "D"],
		who: OFFICES,
	}),
	decidedRule({
		id: "CLO-01",
		group: "CLO",
		severity: "block",
		title: say("审签齐全", "Signatures complete"),
		statement: say(
			"按规则集的次序由各方签字，一人一签",
			"Everybody of the rule set's list signs in its order, nobody twice",
		),
		params: ["signers"],
		src: ["S17", "S21", "D"],
		who: ["leadUnit", "accUnit", "leadingGroup", ...OFFICES],
	}),
	decidedRule({
		id: "CLO-02",
		group: "CLO",
		severity: "block",
		title: say("销号步骤的次序", "Order of the steps"),
		statement: say(
			"验收、公示、审签、备案按规则集的次序、由规则集规定的销号主体办理，一步不少",
			"Acceptance, notice, signature and filing follow the rule set's order, by the body that it names; none is left out",
		),
		params: ["closeoutSequence", "closeoutBody"],
		src: ["S17", "S20", "S21", "S22"],
		who: [...OFFICES, ...LEAD],
	}),
	decidedRule({
		id: "CLO-06",
		group: "CLO",
		severity: "block",
		title: say("档案固化", "Archive frozen"),
		statement: say(
			"销号时档案目录连同文件哈希固化，其后只能并列补充",
			"The index of the archive with the hashes of its files is frozen at the close-out; later papers stand beside it",
		),
		params: [],
		src: ["S20", "S28", "D"],
		who: OFFICES,
	}),
	decidedRule({
		id: "SOD-01",
		group: "SOD",
		severity: "block",
		title: say("不相容职责分离", "Separation of duties"),
		statement: say(
			"编制、审核、签字由不同的人办理；除自主验收外，验收人不属于责任单位",
			"Author, reviewer and signer of a step are different people; but for self-acceptance nobody of the responsible side accepts",
		),
		params: [],
		src: ["S17", "D"],
		who: [...OFFICES, "accUnit", "leadingGroup"],
	}),
	decidedRule({
		id: "LB-02",
		group: "LB",
		severity: "warn",
		title: say("按季抽查", "Quarterly sample"),
		statement: say(
			"按比例抽查且不少于最低数；重点、反复、重复举报的一律复核",
			"A share with a floor is looked at again; key, recurrent and repeatedly reported items always are",
		),
		params: ["sampleRatio", "sampleFloor", "sampleAlwaysKinds"],
		src: ["D"],
		who: ACCEPTORS,
	}),
	decidedRule({
		id: "LB-03",
		group: "LB",
		severity: "inform",
		title: say("抽样可复核", "Reproducible draw"),
		statement: say(
			"抽样按单位和类型分层，随机种子随结果保存，任何人可以重抽核对",
			"The draw is stratified by unit and type; its seed is kept, and anybody can repeat it",
		),
		params: ["sampleStrata"],
		src: ["D"],
		who: ACCEPTORS,
	}),
	decidedRule({
		id: "LB-05",
		group: "LB",
		severity: "inform",
		title: say("回头看结论", "Result of a look-back"),
		statement: say(
			"回头看的结论为成效保持、成效减弱、反弹、未真正整改之一",
			"A look-back finds it held, weakened, rebounded, or never done",
		),
		params: [],
		src: ["S11", "D"],
		who: [...ACCEPTORS, "supUnit", "sector", ...LEAD],
	}),
];
