import { type InTrayAt, type InTrayDraft, leadsOf, officeAbove, officeOf } from "../in-tray/index.ts";
import type { Issue } from "../issues/index.ts";
import { type Bilingual, type IsoDate, lastDay, say, shanghaiDate } from "../kernel/index.ts";
import { type ResolvedRules, RuleParams } from "../rules/index.ts";
import { formatDate } from "../vocabulary/index.ts";
import { currentBaseline, planOf } from "./content.ts";
import { pendingChange } from "./decide-change.ts";
import { grantedExtensions, pendingExtension } from "./decide-extension.ts";
import { workingDayAfter } from "./working-days.ts";

const NONE: readonly never[] = [];
const params = new WeakMap<
	ResolvedRules,
	{ readonly planDueWd: number; readonly publishWithinWd: number; readonly extMaxCount: number }
>();

function paramsOf(rules: ResolvedRules) {
	const known = params.get(rules);
	if (known !== undefined) return known;
	const read = new RuleParams(rules, ["planDueWd", "publishWithinWd", "extMaxCount"]);
	const made = {
		planDueWd: read.number("planDueWd"),
		publishWithinWd: read.number("publishWithinWd"),
		extMaxCount: read.number("extMaxCount"),
	};
	params.set(rules, made);
	return made;
}

/** By when the plan is due (PLAN-04): for what stands at the top of its tree and was never approved; else null. */
export function planDue(issue: Issue, { rules, calendar, feedbackDate }: InTrayAt): IsoDate | null {
	if (issue.parentId !== null || feedbackDate === null || currentBaseline(issue) !== null) return null;
	const due = workingDayAfter(calendar, feedbackDate, paramsOf(rules).planDueWd);
	return due.ok ? due.value : null;
}

const asksFor = (due: IsoDate | null, zh: string, en: string): Bilingual =>
	due === null
		? say(zh, en)
		: say(
				`${zh}，方案应于${formatDate(due, "zh-CN")}前报送`,
				`${en}; the plan is due by ${formatDate(due, "en")}`,
			);

/** What the lead units have to do for a plan: to begin it, to hand it in, or to mend what was returned. */
function writing(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	const leads = leadsOf(issue, at.asOf);
	const due = planDue(issue, at);
	const dated = due === null ? {} : { due, rule: "PLAN-04" };
	if (issue.lifecycle !== "planning") {
		const open = issue.assignments.filter(({ role, until }) => role === "lead" && until === null);
		if (open.length === 0 || open.some(({ acknowledged }) => acknowledged === null)) return NONE;
		const reason =
			issue.lifecycle === "reopened"
				? say("问题反弹，须重新编制方案", "It came back: a new plan is to be written")
				: asksFor(
						due,
						"牵头单位已签收，应编制方案",
						"The lead unit has acknowledged: the plan is to be written",
					);
		return leads.map((whose) => ({ kind: "startPlan", whose, reason, ...dated }));
	}
	const { submissions, reviews } = planOf(issue);
	const last = reviews.at(-1);
	if (last?.verdict === "return" && last.round === submissions.length) {
		const items = last.items.flatMap(({ verdict, reason }) => (verdict === "return" ? (reason ?? []) : []));
		const why = [...(last.opinion === null ? [] : [last.opinion]), ...items].join("；");
		const on = shanghaiDate(last.at);
		const reason = say(
			`${formatDate(on, "zh-CN")}被${last.by.name}退回：${why}`,
			`Returned by ${last.by.name} on ${formatDate(on, "en")}: ${why}`,
		);
		return leads.map((whose) => ({ kind: "mendPlan", whose, reason, ...dated, rule: "PLAN-07" }));
	}
	const reason = asksFor(due, "方案编制中，写完后报审", "The plan is being written and is to be handed in");
	return leads.map((whose) => ({ kind: "submitPlan", whose, reason, ...dated }));
}

/** Who decides on a request for more time: one tier above, and after too many one more (EXT-04). */
function decidesExtension(issue: Issue, { rules }: InTrayAt) {
	if (grantedExtensions(issue) < paramsOf(rules).extMaxCount) return officeAbove(issue);
	return issue.tier === "county" ? officeOf(issue, "province") : officeAbove({ ...issue, tier: "province" });
}

function requests(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	if (issue.lifecycle !== "inProgress") return NONE;
	const found: InTrayDraft[] = [];
	const change = pendingChange(issue);
	if (change !== undefined) {
		const [zh, en] = [
			`${change.by.name}申请调整方案：${change.reason}`,
			`${change.by.name}: ${change.reason}`,
		];
		found.push({
			kind: "decidePlanChange",
			part: change.id,
			whose: officeAbove(issue),
			reason: say(zh, `Change of the plan asked for by ${en}`),
			rule: "BASE-01",
		});
	}
	const extension = pendingExtension(issue);
	if (extension !== undefined) {
		const { by, reasons } = extension;
		found.push({
			kind: "decideExtension",
			part: extension.id,
			whose: decidesExtension(issue, at),
			due: lastDay(extension.from.point),
			reason: say(`${by.name}申请延期：${reasons}`, `More time asked for by ${by.name}: ${reasons}`),
			rule: "EXT-03",
		});
	}
	return found;
}

/** The approved plan of a whole tree is made public within its time (PLAN-12). */
function publishing(issue: Issue, { rules, calendar }: InTrayAt): readonly InTrayDraft[] {
	const { baselines, publications } = planOf(issue);
	const reviewed = baselines.findLast(({ origin }) => origin === null);
	if (issue.parentId !== null || reviewed === undefined) return NONE;
	const approvedOn = shanghaiDate(reviewed.approvedAt);
	if (publications.some(({ on }) => on >= approvedOn)) return NONE;
	const due = workingDayAfter(calendar, approvedOn, paramsOf(rules).publishWithinWd);
	const [zh, en] = [formatDate(approvedOn, "zh-CN"), formatDate(approvedOn, "en")];
	return [
		{
			kind: "publishPlan",
			whose: officeOf(issue),
			due: due.ok ? due.value : null,
			reason: say(`方案已于${zh}批准，应向社会公开`, `Approved on ${en}: the plan is to be made public`),
			rule: "PLAN-12",
		},
	];
}

/** What the plan of an issue asks of whom on a day. */
export function planInTray(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	switch (issue.lifecycle) {
		case "assigned":
		case "planning":
		case "reopened":
			return writing(issue, at);
		case "planSubmitted": {
			const last = planOf(issue).submissions.at(-1);
			const by = last?.by.name ?? "";
			const on = last === undefined ? null : shanghaiDate(last.at);
			const [zh, en] = on === null ? ["", ""] : [formatDate(on, "zh-CN"), ` on ${formatDate(on, "en")}`];
			return [
				{
					kind: "reviewPlan",
					whose: officeAbove(issue),
					reason: say(`${by}于${zh}报审方案`, `The plan was handed in by ${by}${en}`),
					rule: "PLAN-07",
				},
			];
		}
		case "inProgress":
			return [...requests(issue, at), ...publishing(issue, at)];
		case "selfChecked":
		case "acceptance":
		case "supplementing":
		case "publicNotice":
		case "signing":
		case "filing":
			return publishing(issue, at);
		default:
			return NONE;
	}
}
