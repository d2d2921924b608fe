import { say } from "../kernel/index.ts";
import { formatDate, formatNames } from "../vocabulary/index.ts";
import { isRebound, isRecurrent, watchPointsDue } from "./look-back.ts";
import { ACCEPTORS, OFFICES } from "./refusals.ts";
import { closeOutRule } from "./rules-subject.ts";
import { closeOutOf } from "./state.ts";

export const lb01 = closeOutRule({
	id: "LB-01",
	group: "LB",
	severity: "inform",
	gate: "report",
	title: say("销号后回头看节点", "Watch points"),
	statement: say("销号之后在规定的月数回头看", "Somebody looks again so many months after the close-out"),
	params: ["watchMonths"],
	src: ["D"],
	who: ACCEPTORS,
	check: ({ issue }, _params, { rules, asOf }) => {
		const [due] = watchPointsDue(issue, rules, asOf);
		if (due === undefined) return null;
		return {
			message: say(
				`${formatDate(due.on, "zh-CN")}应回头看（销号后${due.months}个月），尚未登记`,
				`A look-back was due on ${formatDate(due.on, "en")} (${due.months} months after the close-out)`,
			),
			clears: say("回头看并登记结果", "Look again and record the result"),
		};
	},
});

export const lb04 = closeOutRule({
	id: "LB-04",
	group: "LB",
	severity: "block",
	gate: "report",
	title: say("反弹重新挂账", "Rebound reopens"),
	statement: say(
		"回头看发现反弹或从未整改的，必须以原编号重新挂账，限期整改",
		"What rebounded or was never done goes back on the ledger under its number with a new due date",
	),
	params: ["reopenDueDays"],
	src: ["S11", "S38", "seed3"],
	who: [...OFFICES, "leadingGroup"],
	check: ({ issue }) => {
		if (issue.lifecycle !== "closed") return null;
		const found = closeOutOf(issue).lookBacks.findLast(isRebound);
		if (found === undefined) return null;
		return {
			message: say(
				`${formatDate(found.on, "zh-CN")}回头看发现反弹，尚未重新挂账`,
				`The look-back of ${formatDate(found.on, "en")} found a rebound: it is not reopened yet`,
			),
			clears: say("重新挂账", "Reopen the issue"),
		};
	},
});

export const lb06 = closeOutRule({
	id: "LB-06",
	group: "LB",
	severity: "warn",
	gate: "report",
	title: say("强化整改", "Reinforced rectification"),
	statement: say(
		"回头看发现成效减弱、整改不彻底的，转入强化整改",
		"What a look-back found weakened is put under reinforced rectification",
	),
	params: [],
	src: ["S38"],
	who: OFFICES,
	check: ({ issue }) => {
		const { lookBacks, reinforced } = closeOutOf(issue);
		if (issue.lifecycle !== "closed" || reinforced !== null) return null;
		const last = lookBacks.at(-1);
		if (last?.result !== "weakened") return null;
		return {
			message: say(
				`${formatDate(last.on, "zh-CN")}回头看发现成效减弱`,
				`The look-back of ${formatDate(last.on, "en")} found the effect weakened`,
			),
			clears: say("转入强化整改", "Order reinforced rectification"),
		};
	},
});

export const lb07 = closeOutRule({
	id: "LB-07",
	group: "LB",
	severity: "inform",
	gate: "report",
	title: say("验收责任倒查", "Acceptors listed for review"),
	statement: say(
		"反弹问题的验收人列入责任倒查名单，由人决定，系统不作处理",
		"Those who accepted what rebounded are listed for review; people decide, the system does nothing",
	),
	params: [],
	src: ["S17", "S33"],
	who: ["leadingGroup", "discipline"],
	check: ({ issue }) => {
		const last = issue.closeOut?.rebounds.at(-1);
		if (last === undefined || last.acceptors.length === 0 || issue.lifecycle === "closed") return null;
		const names = last.acceptors.map(({ name }) => name);
		return {
			message: say(
				`第${last.count}次反弹，原验收人：${formatNames(names, "zh-CN")}`,
				`Rebound ${last.count}; accepted by ${formatNames(names, "en")}`,
			),
			clears: say("由领导小组研究是否移交", "The leading group considers whether to refer it"),
		};
	},
});

export const lb08 = closeOutRule({
	id: "LB-08",
	group: "LB",
	severity: "warn",
	gate: "report",
	title: say("反复发生", "Recurrent"),
	statement: say(
		"规定月数内反弹达到规定次数的，列为反复发生，回头看期限加倍",
		"What rebounds often enough within a number of months counts as recurrent and is watched twice as long",
	),
	params: ["recurrenceCount", "recurrenceMonths"],
	src: ["seed4"],
	who: OFFICES,
	check: ({ issue }, params, { rules, asOf }) => {
		if (issue.closeOut === undefined || !isRecurrent(issue, rules, asOf)) return null;
		const [count, months] = [params.number("recurrenceCount"), params.number("recurrenceMonths")];
		return {
			message: say(
				`${months}个月内反弹${count}次以上，属反复发生`,
				`${count} rebounds or more within ${months} months: recurrent`,
			),
			clears: say("查找根源，回头看期限加倍", "Look for the cause; it is watched twice as long"),
		};
	},
});

/** Rules on what was closed, and on what came back. */
export const lookBackRules = [lb01, lb04, lb06, lb07, lb08];
