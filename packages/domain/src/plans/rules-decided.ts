import { type Role, say } from "../kernel/index.ts";
import { type DecidedRule, decidedRule } from "../rules/index.ts";

const APPROVERS: readonly Role[] = ["provOffice", "cityOffice", "leadingGroup"];
const LEAD: readonly Role[] = ["leadUnit"];

export const plan07 = decidedRule({
	id: "PLAN-07",
	group: "PLAN",
	severity: "block",
	title: say("方案审核四项标准", "Four criteria of the review"),
	statement: say(
		"审核方案逐项提出意见，目标可达、措施可行、责任落地、时限合理全部符合方可批准；退回须说明理由",
		"A plan is reviewed item by item and approved only when goals are reachable, measures feasible, responsibility landed and the deadline reasonable; a return gives its reasons",
	),
	params: ["reviewCriteria"],
	src: ["S04"],
	who: APPROVERS,
});

export const base01 = decidedRule({
	id: "BASE-01",
	group: "BASE",
	severity: "block",
	title: say("批准的方案即整改基线", "The approved plan is the baseline"),
	statement: say(
		"方案批准后不得改动；调整形成新版本，写明理由和批准人，并逐项列出差异，原版本保留",
		"An approved plan is never changed; a change is a new version beside it with reason, approver and what differs",
	),
	params: [],
	src: ["seed1"],
	who: [...LEAD, ...APPROVERS],
});

export const base02 = decidedRule({
	id: "BASE-02",
	group: "BASE",
	severity: "block",
	title: say("不得自行降低基线目标", "No weakening of the baseline's goal"),
	statement: say(
		"降低目标、取消措施或放宽时限，须由批准方案的一级写明理由后批准",
		"A weaker goal, a dropped measure or a later date needs the tier that approved the plan, with its written reason",
	),
	params: [],
	src: ["S20"],
	who: APPROVERS,
});

export const ext02 = decidedRule({
	id: "EXT-02",
	group: "EXT",
	severity: "block",
	title: say("延期申请内容完整", "A whole request for an extension"),
	statement: say(
		"延期申请须有理由、已有进展、延期后的时限和调整后的节点计划；只调整时间，不改动措施",
		"A request for an extension holds reasons, progress so far, the later date and the milestones as they would be; it moves dates and nothing else",
	),
	params: [],
	src: ["S33"],
	who: LEAD,
});

export const ext04 = decidedRule({
	id: "EXT-04",
	group: "EXT",
	severity: "block",
	title: say("延期有限度", "Extensions are limited"),
	statement: say(
		"一次延期不超过规定月数；超过规定次数的，由上一级审批",
		"One extension is a number of months at most; beyond a number of them the tier above decides",
	),
	params: ["extMaxMonths", "extMaxCount"],
	src: ["S33", "D"],
	who: [...LEAD, ...APPROVERS],
});

export const ext05 = decidedRule({
	id: "EXT-05",
	group: "EXT",
	severity: "inform",
	title: say("延期不改原时限", "The original deadline stays"),
	statement: say(
		"延期不清除预警记录；原定时限始终保留并与现行时限一并显示",
		"An extension clears no warning; the original due date is kept and shown beside the one that holds",
	),
	params: [],
	src: ["D"],
	who: LEAD,
});

export const anti06 = decidedRule({
	id: "ANTI-06",
	group: "ANTI",
	severity: "warn",
	title: say("避免级级提速（同 DL-06）", "No speeding up (same as DL-06)"),
	statement: say(
		"地方时限比上级提前过多的须说明理由；由 DL-06 提出，不重复提示",
		"A local deadline that is much earlier than the one above needs a reason; DL-06 says so, once",
	),
	params: ["bufferDays"],
	src: ["seed1", "S36"],
	who: ["provOffice", "cityOffice", "countyOffice"],
	sameAs: "DL-06",
});

/** Rules of this room that its deciders ask of a command's particulars. */
export const decidedPlanRules: readonly DecidedRule[] = [plan07, base01, base02, ext02, ext04, ext05, anti06];
