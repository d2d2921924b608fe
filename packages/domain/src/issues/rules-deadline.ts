import { closeOutOf } from "../close-out/index.ts";
import { dateOfDay, dayNumber, lastDay, lastDayNumber, say, shanghaiDate } from "../kernel/index.ts";
import type { FindingDraft } from "../rules/index.ts";
import { formatDate, formatDeadline, label, vocab } from "../vocabulary/index.ts";
import { isLive } from "./rules-elements.ts";
import { owesPlan, planDueOn } from "./rules-plan.ts";
import { clockStart, issueRule, OFFICES, PHASE, PLANNERS } from "./rules-subject.ts";
import type { Issue } from "./schema.ts";

export const dl01 = issueRule({
	id: "DL-01",
	group: "DL",
	severity: "block",
	gate: "save",
	title: say("时限类别", "Deadline category"),
	statement: say(
		"整改时限须有类别，类别与日期相符：只有规定的类别可以不设期限",
		"Every deadline has a category that fits its date: only certain categories may be open-ended",
	),
	params: ["deadlineCategories", "openEndedCategories"],
	src: ["seed1", "S26", "S58", "S59"],
	who: PLANNERS,
	check: ({ issue: { deadline } }, params) => {
		if (deadline === null) return null;
		const name = (language: "zh-CN" | "en") => label(vocab.deadlineCategory, deadline.category, language);
		if (!params.strings("deadlineCategories").includes(deadline.category)) {
			return {
				field: "deadline.category",
				message: say(
					`本规则集不使用时限类别“${name("zh-CN")}”`,
					`This rule set has no deadline category “${name("en")}”`,
				),
				clears: say("改用规则集中的类别", "Choose a category of the rule set"),
				used: ["deadlineCategories"],
			};
		}
		if (deadline.point.precision !== "openEnded") return null;
		const open = params.strings("openEndedCategories");
		if (open.includes(deadline.category)) return null;
		return {
			field: "deadline.point",
			message: say(
				`“${name("zh-CN")}”须有确定的日期`,
				`A deadline of the category “${name("en")}” needs a date`,
			),
			clears: say("填写日期，或改为长期坚持", "Give a date, or make it long-term"),
			used: ["openEndedCategories"],
		};
	},
});

export const dl02 = issueRule({
	id: "DL-02",
	group: "DL",
	severity: "inform",
	gate: "report",
	title: say("期限计至期末", "Periods end on their last day"),
	statement: say(
		"只写到月、季度、半年、年底或规划期末的时限，计至该期最后一日24时",
		"A deadline given as a month, quarter, half-year, year or plan period runs to the end of its last day",
	),
	params: [],
	src: ["S26", "D"],
	who: OFFICES,
	check: ({ issue: { deadline } }) => {
		if (deadline === null || deadline.point.precision === "day") return null;
		const day = lastDayNumber(deadline.point);
		if (day === null) return null;
		const last = dateOfDay(day);
		return {
			field: "deadline",
			message: say(
				`“${formatDeadline(deadline, "zh-CN")}”计至${formatDate(last, "zh-CN")}24时`,
				`“${formatDeadline(deadline, "en")}” runs to the end of ${formatDate(last, "en")}`,
			),
			clears: say("无需处理", "Nothing to do"),
		};
	},
});

export const dl03 = issueRule({
	id: "DL-03",
	group: "DL",
	severity: "warn",
	gate: "report",
	title: say("立行立改不拖延", "At once means soon"),
	statement: say(
		"立行立改的问题在规定天数内没有完成的，视为滞后",
		"What is to be fixed at once and is still open after a number of days lags behind",
	),
	params: ["immediateDays"],
	src: ["seed1", "D"],
	who: PLANNERS,
	check: (subject, params, { asOf }) => {
		const { deadline, lifecycle } = subject.issue;
		if (deadline?.category !== "immediate" || PHASE[lifecycle] === "closing") return null;
		const start = clockStart(subject);
		// A date that the document itself gives to it stands, where it is the later one.
		const limit = Math.max(start + params.number("immediateDays"), lastDayNumber(deadline.point) ?? 0);
		const days = dayNumber(asOf) - start;
		if (dayNumber(asOf) <= limit) return null;
		return {
			field: "deadline",
			message: say(`立行立改已${days}天，仍未完成`, `To be fixed at once, and open for ${days} days`),
			clears: say(
				"完成整改并自查；确需过程的，改为限期整改并写明节点",
				"Finish it; or, if it needs time, give it a fixed term with milestones",
			),
		};
	},
});

const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** Whether something is planned for the year of a date: a dated measure or milestone, or one that recurs. */
function hasActionIn(issue: Issue, year: string): boolean {
	if (issue.deadline?.point.precision === "recurring") return true;
	return issue.measures.some((measure) => {
		if (!isLive(measure)) return false;
		if (measure.milestones.some(({ due }) => due.startsWith(year))) return true;
		if (measure.deadline === null) return false;
		const { point } = measure.deadline;
		return point.precision === "recurring" || (lastDay(point)?.startsWith(year) ?? false);
	});
}

export const dl04 = issueRule({
	id: "DL-04",
	group: "DL",
	severity: "warn",
	gate: "report",
	title: say("长期坚持定期回顾", "Long-term issues stay alive"),
	statement: say(
		"长期坚持的问题定期回顾，且每年有当年的行动",
		"A long-term issue is reviewed regularly and has an action in the current year",
	),
	params: ["reviewMonths"],
	src: ["seed1", "D"],
	who: PLANNERS,
	check: ({ issue }, params, { asOf }) => {
		if (issue.deadline?.category !== "longTerm") return null;
		const drafts: FindingDraft<"reviewMonths">[] = [];
		// What is kept up is reviewed as such: reports and papers that come in by themselves are no review.
		const { longTerm } = closeOutOf(issue);
		const reviewed = longTerm === null ? null : (longTerm.reviews.at(-1)?.on ?? longTerm.since);
		const touched = reviewed ?? shanghaiDate(issue.updatedAt);
		const months = params.number("reviewMonths");
		const passed = monthsOf(asOf) - monthsOf(touched) - (asOf.slice(8) < touched.slice(8) ? 1 : 0);
		if (passed >= months) {
			drafts.push({
				field: reviewed === null ? "updatedAt" : "longTerm",
				message:
					reviewed === null
						? say(
								`长期坚持的问题已${passed}个月没有任何记录，应每${months}个月回顾一次`,
								`Nothing has been recorded on this long-term issue for ${passed} months; it is to be reviewed every ${months}`,
							)
						: say(
								`长期坚持的问题已${passed}个月没有评估，应每${months}个月评估一次`,
								`This long-term issue has not been reviewed for ${passed} months; it is to be reviewed every ${months}`,
							),
				clears: say("回顾并更新问题", "Review it and record what was found"),
			});
		}
		const year = asOf.slice(0, 4);
		if (!hasActionIn(issue, year)) {
			drafts.push({
				field: "measures",
				message: say(`没有${year}年的行动安排`, `Nothing is planned for ${year}`),
				clears: say(`安排${year}年的措施或节点`, `Plan a measure or milestone in ${year}`),
				used: [],
			});
		}
		return drafts.length === 0 ? null : drafts;
	},
});

/** The day of a limit for a message: an infinite one has none. */
export const limitText = (limit: number, language: "zh-CN" | "en"): string => {
	if (Number.isFinite(limit)) return formatDate(dateOfDay(limit), language);
	return language === "en" ? "open-ended" : "长期坚持";
};

export const dl07 = issueRule({
	id: "DL-07",
	group: "DL",
	severity: "warn",
	gate: "submitPlan",
	title: say("为自主验收留足时间", "Room for self-acceptance"),
	statement: say(
		"市级自主验收须在方案时限之前完成，措施应提前规定天数结束",
		"Self-acceptance by the city ends before the plan's deadline, so measures end a number of days earlier",
	),
	params: ["selfAcceptLeadDays", "selfAcceptTiers"],
	src: ["S22", "D"],
	who: PLANNERS,
	check: ({ issue }, params) => {
		if (issue.deadline === null || !params.strings("selfAcceptTiers").includes(issue.tier)) return null;
		const due = lastDayNumber(issue.deadline.point);
		if (due === null || issue.deadline.category === "immediate") return null;
		let last = Number.NEGATIVE_INFINITY;
		for (const measure of issue.measures) {
			if (!isLive(measure)) continue;
			if (measure.deadline !== null) {
				last = Math.max(last, lastDayNumber(measure.deadline.point) ?? last);
			}
			for (const milestone of measure.milestones) last = Math.max(last, dayNumber(milestone.due));
		}
		const lead = params.number("selfAcceptLeadDays");
		if (!Number.isFinite(last) || last <= due - lead) return null;
		const names = (language: "zh-CN" | "en") =>
			[limitText(last, language), limitText(due, language)] as const;
		const [[lastZh, dueZh], [lastEn, dueEn]] = [names("zh-CN"), names("en")];
		return {
			field: "measures",
			message: say(
				`最后一项措施于${lastZh}结束，距时限${dueZh}不足${lead}天，来不及自主验收`,
				`The last measure ends on ${lastEn}, less than ${lead} days before the deadline of ${dueEn}: too late for self-acceptance`,
			),
			clears: say("提前措施的完成时限", "Let the measures end earlier"),
		};
	},
});

export const dl08 = issueRule({
	id: "DL-08",
	group: "DL",
	severity: "block",
	gate: "report",
	title: say("工作日按公布的日历计算", "Working days by the published table"),
	statement: say(
		"工作日按公布的节假日和调休安排计算；没有当年安排的，不推算",
		"Working days follow the published table of holidays and make-up days; an unknown year is refused, never guessed",
	),
	params: ["planDueWd", "planContent"],
	src: ["INF"],
	who: ["provOffice"],
	check: (subject, params, { asOf, calendar }) => {
		const { feedbackDate } = subject.around;
		if (feedbackDate === null || !owesPlan(subject, params.strings("planContent"), asOf)) return null;
		const due = planDueOn(calendar, feedbackDate, params.number("planDueWd"));
		const reason = due.ok ? undefined : due.refusals[0];
		if (reason === undefined) return null;
		return {
			message: say(
				`方案报送日期无法确定：${reason.message.zh}`,
				`The day the plan is due cannot be told. ${reason.message.en}`,
			),
			clears: reason.clears,
		};
	},
});

/** Rules on an issue's own deadline. */
export const deadlineRules = [dl01, dl02, dl03, dl04, dl07, dl08];
