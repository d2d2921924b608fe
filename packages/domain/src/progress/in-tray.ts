import {
	type InTrayAt,
	type InTrayDraft,
	type InTrayParty,
	isNear,
	leadsOf,
	officeOf,
	unitsApart,
	unitsWith,
} from "../in-tray/index.ts";
import type { Issue } from "../issues/index.ts";
import { say } from "../kernel/index.ts";
import { isLive, type Measure, type Milestone, milestoneKey } from "../plans/index.ts";
import { formatCycle, formatDate, formatNames } from "../vocabulary/index.ts";
import { attainmentOf, completionOf, openDoubts, progressOf, reachOf, unsettledMeasures } from "./content.ts";
import { unansweredCycles } from "./cycles.ts";
import { pendingAttainments } from "./decide-work.ts";
import { goalStanding } from "./goals.ts";
import { PROGRESS_TRANSITIONS } from "./lifecycle.ts";
import { missingEvidenceOf } from "./rules-evidence.ts";

const NONE: readonly never[] = [];

const may = (event: keyof typeof PROGRESS_TRANSITIONS, { lifecycle }: Pick<Issue, "lifecycle">): boolean =>
	PROGRESS_TRANSITIONS[event][lifecycle] !== "refused";

/** Entries of reporting cycles that are due, and those that were sent back (PRG-01). */
function reports(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	const open = unansweredCycles(issue, at.asOf);
	if (open.length === 0) return NONE;
	const leads = leadsOf(issue, at.asOf);
	return open.flatMap((cycle) => {
		const sent = progressOf(issue).reports.findLast(({ cycle: key }) => key === cycle.key);
		const returned = sent?.returned ?? null;
		const reason =
			returned === null
				? say(
						`${formatCycle(cycle.key, "zh-CN")}调度周期，应于${formatDate(cycle.dueOn, "zh-CN")}前填报`,
						`Reporting cycle ${formatCycle(cycle.key, "en")}: due by ${formatDate(cycle.dueOn, "en")}`,
					)
				: say(
						`${formatCycle(cycle.key, "zh-CN")}的填报被${returned.by.name}退回：${returned.reason}`,
						`The entry of ${formatCycle(cycle.key, "en")} was returned by ${returned.by.name}: ${returned.reason}`,
					);
		return leads.map((whose) => ({
			kind: returned === null ? ("report" as const) : ("mendReport" as const),
			part: cycle.key,
			whose,
			due: cycle.dueOn,
			reason,
			rule: "PRG-01",
		}));
	});
}

/** Who carries a measure out: its own units as far as they work on the issue, else those that lead. */
function ownersOf(issue: Issue, measure: Measure, { asOf }: InTrayAt): readonly InTrayParty[] {
	const named = unitsWith(issue, ["lead", "responsible"], asOf).filter(
		(party) => party.kind === "unit" && measure.responsibleUnitIds.includes(party.unitId),
	);
	return named.length > 0 ? named : leadsOf(issue, asOf);
}

/**
 * What names a milestone where one text has to: its id, or for those from before they had one its measure with its key,
 * for two measures may have the same step on the same day.
 */
export const milestonePart = (measureId: Measure["id"], milestone: Milestone): string =>
	milestone.id ?? `${measureId}|${milestoneKey(milestone)}`;

function milestoneDrafts(
	issue: Issue,
	{ measure, milestone }: { readonly measure: Measure; readonly milestone: Milestone },
	at: InTrayAt,
): readonly InTrayDraft[] {
	const reach = reachOf(issue.progress, measure, milestone);
	if (reach === "verified" || reach === "claimed") return NONE;
	if (reach === "open" && !isNear(milestone.due, at.rules, at.asOf)) return NONE;
	const key = milestoneKey(milestone);
	const said =
		reach === "rejected" ? attainmentOf(progressOf(issue).attainments, measure.id, key) : undefined;
	const why = said?.verified?.reason ?? null;
	const [zh, en] = [formatDate(milestone.due, "zh-CN"), formatDate(milestone.due, "en")];
	const reason =
		why === null
			? say(`节点“${milestone.text}”应于${zh}前完成`, `Milestone “${milestone.text}” is due by ${en}`)
			: say(
					`节点“${milestone.text}”（${zh}）核实未通过：${why}`,
					`Milestone “${milestone.text}” (${en}) did not pass its verification: ${why}`,
				);
	return ownersOf(issue, measure, at).map((whose) => ({
		kind: "milestone",
		part: milestonePart(measure.id, milestone),
		whose,
		due: milestone.due,
		reason,
		rule: "WRN-01",
	}));
}

/** Milestones that are over, near, or were sent back. */
function milestones(issue: Issue, at: InTrayAt): readonly InTrayDraft[] {
	if (!may("milestoneCompleted", issue)) return NONE;
	const found: InTrayDraft[] = [];
	for (const measure of issue.measures) {
		if (!isLive(measure)) continue;
		for (const milestone of measure.milestones) {
			for (const draft of milestoneDrafts(issue, { measure, milestone }, at)) found.push(draft);
		}
	}
	return found;
}

/** What was said to be reached or carried out, and waits for somebody else to look at it (SOD-01). */
function verifications(issue: Issue, { asOf }: InTrayAt): readonly InTrayDraft[] {
	const claimed = may("milestoneVerified", issue) ? pendingAttainments(issue) : NONE;
	const done = may("measureVerified", issue) ? issue.measures.filter(({ state }) => state === "done") : NONE;
	if (claimed.length === 0 && done.length === 0) return NONE;
	const apart = unitsApart(issue, ["supervising"], asOf);
	const parties = apart.length > 0 ? apart : [officeOf(issue)];
	const stepOf = (key: string, measureId: Measure["id"]) =>
		issue.measures
			.find(({ id }) => id === measureId)
			?.milestones.find((milestone) => milestoneKey(milestone) === key);
	return parties.flatMap((whose) => [
		...claimed.map(({ key, measureId, doneOn, by }): InTrayDraft => {
			const step = stepOf(key, measureId);
			const text = step?.text ?? key;
			return {
				kind: "verifyMilestone",
				part: step === undefined ? key : milestonePart(measureId, step),
				whose,
				reason: say(
					`${by.name}报告节点“${text}”已于${formatDate(doneOn, "zh-CN")}完成`,
					`${by.name} says that milestone “${text}” was reached on ${formatDate(doneOn, "en")}`,
				),
				rule: "SOD-01",
			};
		}),
		...done.map((measure): InTrayDraft => {
			const by = completionOf(progressOf(issue), measure.id)?.by.name;
			const name = measure.number ?? measure.text.slice(0, 40);
			return {
				kind: "verifyMeasure",
				part: measure.id,
				whose,
				reason: say(
					`${by ?? "责任单位"}报告措施${name}已完成`,
					`${by ?? "The unit"} says that measure ${name} is done`,
				),
				rule: "SOD-01",
			};
		}),
	]);
}

/** Doubts that nobody has resolved (EV-05). */
const doubts = (issue: Issue): InTrayDraft[] =>
	may("doubtResolved", issue)
		? openDoubts(issue).map(({ id, message, rule }) => ({
				kind: "resolveDoubt",
				part: id,
				whose: officeOf(issue),
				reason: message,
				rule: rule ?? "EV-05",
			}))
		: [];

/** What keeps work that is said to be done from its self-check: evidence of a type, figures, deliverables. */
function proofs(issue: Issue, { asOf, rules }: InTrayAt): readonly InTrayDraft[] {
	if (issue.lifecycle !== "inProgress" || unsettledMeasures(issue).length > 0) return NONE;
	const live = issue.measures.filter(isLive);
	if (live.length === 0) return NONE;
	const leads = leadsOf(issue, asOf);
	const lacking = live.flatMap((measure): Omit<InTrayDraft, "whose">[] => {
		const missing = measure.type === null ? [] : missingEvidenceOf(issue, measure, rules);
		if (missing.length === 0) return [];
		const name = measure.number ?? measure.text.slice(0, 40);
		const zh = formatNames(
			missing.map((kind) => kind.zh),
			"zh-CN",
		);
		const en = formatNames(
			missing.map((kind) => kind.en.toLowerCase()),
			"en",
		);
		return [
			{
				kind: "evidence",
				part: measure.id,
				reason: say(`措施${name}缺少佐证：${zh}`, `Measure ${name} lacks evidence: ${en}`),
				rule: "EV-01",
			},
		];
	});
	const goals = (issue.plan?.goals ?? []).flatMap((goal): Omit<InTrayDraft, "whose">[] => {
		if (goalStanding(issue, goal) === "met") return [];
		return goal.kind === "metric"
			? [
					{
						kind: "reading",
						part: goal.id,
						reason: say(
							`指标“${goal.indicator}”尚无达标的监测数据`,
							`No figure shows “${goal.indicator}” to be met`,
						),
						rule: "ACC-02",
					},
				]
			: [
					{
						kind: "delivery",
						part: goal.id,
						reason: say(`成果“${goal.name}”尚无佐证`, `Nothing shows that “${goal.name}” is there`),
						rule: "ACC-02",
					},
				];
	});
	return leads.flatMap((whose) => [...lacking, ...goals].map((draft) => ({ ...draft, whose })));
}

/** What the progress of an issue asks of whom on a day. */
export const progressInTray = (issue: Issue, at: InTrayAt): readonly InTrayDraft[] => [
	...reports(issue, at),
	...milestones(issue, at),
	...verifications(issue, at),
	...doubts(issue),
	...proofs(issue, at),
];
