import { say } from "../kernel/index.ts";
import { type DecidedRule, decidedRule } from "../rules/index.ts";

/** Rules of the group RSP that this room's decider asks itself (domain.md §4). */
export const accountabilityRules: readonly DecidedRule[] = [
	decidedRule({
		id: "RSP-01",
		group: "RSP",
		severity: "inform",
		title: say("责任链条可倒查", "Chain of responsibility"),
		statement: say(
			"自任一问题出发，可倒查谁编制、谁审批、谁报告、谁核查、谁验收、谁签字，以及当时由谁负责",
			"From any failure one can walk back who planned, approved, reported, checked, accepted and signed, and who answered for it then",
		),
		params: [],
		src: ["seed2"],
		who: ["provOffice", "cityOffice", "countyOffice", "discipline"],
	}),
	decidedRule({
		id: "RSP-02",
		group: "RSP",
		severity: "block",
		title: say("线索要素齐全", "What a referral holds"),
		statement: say(
			"移送问责线索须有事实、佐证，并对“三个区分开来”逐项说明",
			"A referral holds facts and evidence, and answers each of the three distinctions of fault tolerance in words",
		),
		params: [],
		src: ["seed0"],
		who: ["provOffice", "cityOffice", "countyOffice"],
	}),
	decidedRule({
		id: "RSP-03",
		group: "RSP",
		severity: "block",
		title: say("问责不得自动作出", "Nobody is held to account by a machine"),
		statement: say(
			"系统只记录，不作决定、不自动发出；每一步由具体人员办理",
			"The system records, never decides or issues by itself; every step is a named person's",
		),
		params: [],
		src: ["S36", "S55"],
		who: ["leadingGroup", "discipline"],
	}),
	decidedRule({
		id: "RSP-04",
		group: "RSP",
		severity: "block",
		title: say("问责结果分类", "Outcomes of accountability"),
		statement: say(
			"处理结果按统一分类并注明“四种形态”；追责的列明对象和方式，未追责的不列",
			"Outcomes are of one list with the form of the four; whoever was held to account is named with how, nobody else",
		),
		params: [],
		src: ["seed2", "K"],
		who: ["discipline"],
	}),
];
