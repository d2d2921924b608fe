import type { IssueSubject } from "../issues/index.ts";
import { dateOfDay, type IsoDate, lastDay, type Role, say, shanghaiDay } from "../kernel/index.ts";
import { defineRule } from "../rules/index.ts";
import { formatDate, formatDeadline } from "../vocabulary/index.ts";
import type { Baseline, Extension, PlanPublication, PlanState } from "./schema.ts";
import { workingDayAfter } from "./working-days.ts";

const issueRule = defineRule<IssueSubject>();
const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
const APPROVERS: readonly Role[] = ["provOffice", "cityOffice", "leadingGroup"];

/** The latest version that came of a review: changes and extensions of it are not published anew. */
function reviewed({ baselines }: PlanState): Baseline | null {
	for (let at = baselines.length - 1; at >= 0; at--) {
		const baseline = baselines[at];
		if (baseline !== undefined && baseline.origin === null) return baseline;
	}
	return null;
}

const channelsOf = (publications: readonly PlanPublication[]): number =>
	new Set(publications.flatMap(({ channels }) => channels.map(({ kind, name }) => `${kind} ${name}`))).size;

const publishedSince = (publications: readonly PlanPublication[], day: IsoDate) =>
	publications.filter(({ on }) => on >= day);

export const plan12 = issueRule({
	id: "PLAN-12",
	group: "PLAN",
	severity: "warn",
	gate: "report",
	title: say("方案批准后公开", "The approved plan is published"),
	statement: say(
		"方案批准后在规定的工作日内通过规定数量的渠道公开，公开版删去不宜公开的内容",
		"An approved plan is published within a number of working days through enough channels, without its sensitive parts",
	),
	params: ["channels", "publishWithinWd"],
	src: ["S08", "D"],
	who: OFFICES,
	check: ({ issue: { plan, parentId } }, params, { asOf, calendar }) => {
		if (plan === undefined) return null;
		const baseline = reviewed(plan);
		if (baseline === null) return null;
		const approvedOn = dateOfDay(shanghaiDay(baseline.approvedAt));
		const published = publishedSince(plan.publications, approvedOn);
		const last = published.at(-1);
		if (last === undefined) {
			// What is handed down is published with the plan at the top of its tree.
			if (parentId !== null) return null;
			const due = workingDayAfter(calendar, approvedOn, params.number("publishWithinWd"));
			if (!due.ok || asOf <= due.value) return null;
			return {
				field: "plan.publications",
				message: say(
					`方案应于${formatDate(due.value, "zh-CN")}前公开，至今没有公开记录`,
					`The plan was to be published by ${formatDate(due.value, "en")}; nothing is recorded`,
				),
				clears: say("公开方案并登记渠道", "Publish the plan and record where"),
				used: ["publishWithinWd"],
			};
		}
		const wanted = params.number("channels");
		const found = channelsOf(published);
		if (found < wanted) {
			return {
				field: "plan.publications",
				message: say(
					`方案只通过${found}个渠道公开，应不少于${wanted}个`,
					`The plan was published through ${found} channels, fewer than ${wanted}`,
				),
				clears: say("再通过其他渠道公开", "Publish it through further channels"),
				used: ["channels"],
			};
		}
		if (last.redacted) return null;
		return {
			field: "plan.publications",
			message: say(
				"公开的方案没有删去不宜公开的内容",
				"The plan was published with parts that may not be public",
			),
			clears: say("以公开版替换", "Replace it with a public version"),
			used: [],
		};
	},
});

/** The extension that waits for its decision, without making a list: asked of every issue. */
function pending(plan: PlanState | undefined): Extension | null {
	const last = plan?.extensions.at(-1);
	return last !== undefined && last.decision === null ? last : null;
}

export const ext01 = issueRule({
	id: "EXT-01",
	group: "EXT",
	severity: "warn",
	hardest: "block",
	gate: "report",
	title: say("延期提前申请", "Extensions are asked for in time"),
	statement: say(
		"延期应在到期前规定天数提出；迟于此的须说明理由，到期后不再受理",
		"An extension is asked for a number of days before the due date; later only with a reason, and not at all once it has passed",
	),
	params: ["extLeadDays"],
	src: ["S33"],
	who: APPROVERS,
	check: ({ issue: { plan } }, params) => {
		const extension = pending(plan);
		const lead = params.number("extLeadDays");
		if (extension === null || extension.leadDays >= lead) return null;
		return {
			field: "plan.extensions",
			message: say(
				`延期申请于到期前${extension.leadDays}日提出，应提前${lead}日`,
				`The extension was asked for ${extension.leadDays} days before the due date, not ${lead}`,
			),
			clears: say("审批时核实迟延的理由", "Look at the reason for the delay when deciding"),
		};
	},
});

export const ext03 = issueRule({
	id: "EXT-03",
	group: "EXT",
	severity: "block",
	gate: "report",
	title: say("延期由批准方案的一级审批", "The approving tier decides on extensions"),
	statement: say(
		"延期由批准方案或列出清单的一级审批，申请单位不得自行决定；不予延期须说明理由",
		"An extension is decided by the tier that approved the plan or listed the item, never by the owner, and refused with a reason",
	),
	params: [],
	src: ["S33", "K"],
	who: APPROVERS,
	check: ({ issue: { plan } }, _params, { asOf }) => {
		const extension = pending(plan);
		if (extension === null) return null;
		const due = lastDay(extension.from.point);
		const to = [formatDeadline(extension.to, "zh-CN"), formatDeadline(extension.to, "en")] as const;
		const overdue = due !== null && asOf > due;
		const still = overdue ? say("，原时限已过", "; the deadline has passed meanwhile") : say("", "");
		return {
			severity: overdue ? "warn" : "inform",
			field: "plan.extensions",
			message: say(
				`延期至${to[0]}的申请尚未审批${still.zh}`,
				`The request for an extension to ${to[1]} is not decided yet${still.en}`,
			),
			clears: say("审批延期申请", "Decide on the extension"),
		};
	},
});

/** Rules on what follows the approval of a plan. */
export const baselineRules = [plan12, ext01, ext03];
