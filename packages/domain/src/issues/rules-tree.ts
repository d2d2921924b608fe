import { type Deadline, say } from "../kernel/index.ts";
import type { FindingDraft } from "../rules/index.ts";
import { formatNumber } from "../vocabulary/index.ts";
import { limitText } from "./rules-deadline.ts";
import { isLive } from "./rules-elements.ts";
import { isReboundClock, issueRule, limitOf, OFFICES } from "./rules-subject.ts";

export const dl05 = issueRule({
	id: "DL-05",
	group: "DL",
	severity: "block",
	gate: "save",
	title: say("下级时限不晚于上级", "No later than above"),
	statement: say(
		"下级问题的整改时限不得晚于上级（反弹重新挂账的另计）；措施的时限不应晚于问题的时限",
		"A child's deadline is not later than its parent's, unless it came back after its close-out; a measure's should not be later than its issue's",
	),
	params: [],
	src: ["logic"],
	who: OFFICES,
	check: ({ issue, around: { parent, children } }) => {
		const own = limitOf(issue.deadline);
		if (own === null) return null;
		let drafts: FindingDraft<never>[] | null = null;
		const above = parent === null || isReboundClock(issue) ? null : limitOf(parent.deadline);
		if (parent !== null && above !== null && own > above) {
			drafts = [
				{
					field: "deadline",
					message: say(
						`整改时限（${limitText(own, "zh-CN")}）晚于上级${formatNumber(parent.number, "zh-CN")}（${limitText(above, "zh-CN")}）`,
						`The deadline (${limitText(own, "en")}) is later than that of ${formatNumber(parent.number, "en")} above (${limitText(above, "en")})`,
					),
					clears: say(
						"提前时限；确需延长的，向确定上级时限的单位申请延期",
						"Set it earlier, or ask whoever set the deadline above for an extension",
					),
				},
			];
		}
		for (const child of children) {
			const limit = limitOf(child.deadline);
			if (limit === null || limit <= own) continue;
			drafts ??= [];
			drafts.push({
				field: "childIds",
				message: say(
					`${child.regionName}${formatNumber(child.number, "zh-CN")}的时限（${limitText(limit, "zh-CN")}）晚于本问题（${limitText(own, "zh-CN")}）`,
					`${formatNumber(child.number, "en")} of ${child.regionName} is due later (${limitText(limit, "en")}) than this issue (${limitText(own, "en")})`,
				),
				clears: say("先调整下级时限", "Correct the deadline below first"),
			});
		}
		for (const [index, measure] of issue.measures.entries()) {
			if (measure.deadline === null || !isLive(measure)) continue;
			const limit = limitOf(measure.deadline);
			// Work that lasts after the deadline (长期坚持) is no delay.
			if (limit === null || !Number.isFinite(limit) || limit <= own) continue;
			drafts ??= [];
			drafts.push({
				field: `measures.${index}.deadline`,
				severity: "warn",
				gate: "submitPlan",
				message: say(
					`措施${measure.number ?? index + 1}的时限（${limitText(limit, "zh-CN")}）晚于问题的时限（${limitText(own, "zh-CN")}）`,
					`Measure ${measure.number ?? index + 1} is due (${limitText(limit, "en")}) after the issue itself (${limitText(own, "en")})`,
				),
				clears: say("提前措施的时限，或说明理由", "Set the measure's deadline earlier, or give the reason"),
			});
		}
		return drafts;
	},
});

/** Days by which a deadline lies before the one above, or null where there is nothing to compare. */
function daysEarlier(deadline: Deadline | null, above: number | null): number | null {
	// 即知即改: fixing at once is wanted, not pressed down from above.
	if (deadline === null || deadline.category === "immediate" || above === null) return null;
	const limit = limitOf(deadline);
	return limit === null || !Number.isFinite(limit) || !Number.isFinite(above) ? null : above - limit;
}

export const dl06 = issueRule({
	id: "DL-06",
	group: "DL",
	severity: "warn",
	gate: "save",
	title: say("避免级级提速", "No speeding up tier by tier"),
	statement: say(
		"下级时限比上级提前过多的，须说明理由，避免层层加码、级级提速",
		"A child's deadline that is much earlier than its parent's needs a reason: no tier-by-tier speeding up",
	),
	params: ["bufferDays"],
	src: ["seed1", "S36", "D"],
	who: OFFICES,
	check: ({ issue, around: { parent, children } }, params) => {
		const buffer = params.number("bufferDays");
		let drafts: FindingDraft<"bufferDays">[] | null = null;
		const above = parent === null || isReboundClock(issue) ? null : limitOf(parent.deadline);
		const early = daysEarlier(issue.deadline, above);
		if (parent !== null && early !== null && early > buffer) {
			drafts = [
				{
					field: "deadline",
					message: say(
						`整改时限比上级${formatNumber(parent.number, "zh-CN")}提前${early}天，超过${buffer}天`,
						`The deadline is ${early} days earlier than that of ${formatNumber(parent.number, "en")} above: more than ${buffer}`,
					),
					clears: say("留足整改时间，或说明提前的理由", "Leave enough time, or give the reason"),
				},
			];
		}
		if (children.length === 0) return drafts;
		const own = limitOf(issue.deadline);
		for (const child of children) {
			const days = daysEarlier(child.deadline, own);
			if (days === null || days <= buffer) continue;
			drafts ??= [];
			drafts.push({
				field: "childIds",
				message: say(
					`${child.regionName}${formatNumber(child.number, "zh-CN")}的时限比本问题提前${days}天，超过${buffer}天`,
					`${formatNumber(child.number, "en")} of ${child.regionName} is due ${days} days earlier than this issue: more than ${buffer}`,
				),
				clears: say("下级留足整改时间，或说明提前的理由", "Leave enough time below, or give the reason"),
			});
		}
		return drafts;
	},
});

/** Rules that compare an issue with the issues above and below it. */
export const treeRules = [dl05, dl06];
