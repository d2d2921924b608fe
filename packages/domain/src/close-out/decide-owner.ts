import type { Issue, IssueContext } from "../issues/index.ts";
import {
	accept,
	type Decision,
	type IsoDate,
	lastDay,
	type Refusal,
	refusal,
	reject,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import { isLive } from "../plans/index.ts";
import { RuleParams } from "../rules/index.ts";
import { caseVocab, isLabelled } from "../vocabulary/index.ts";
import { blocksBefore, type CommandOf, dayGuard, evidenceGuard } from "./asking.ts";
import { dossierItemsOf } from "./dossier.ts";
import type { CloseOutEvent } from "./events.ts";
import { LEAD, OFFICES } from "./refusals.ts";
import { acceptanceTiers } from "./sequence.ts";
import { closeOutOf, isKeptUp } from "./state.ts";

/** A long-term issue is kept up, not closed: the rule set closes what has a date (S20, S59). */
function longTermGuard(issue: Issue, context: IssueContext): Refusal[] {
	const scope = new RuleParams(context.rules, ["closeoutScope"]).string("closeoutScope");
	const open = issue.deadline?.category === "longTerm" && lastDay(issue.deadline.point) === null;
	if (!isKeptUp(issue) && !(open && scope === "dated")) return [];
	return [
		refusal(
			"LONG_TERM",
			say(
				"长期坚持的问题不按期销号，措施完成后转为长期坚持并定期评估",
				"A long-term issue is not closed out: once its measures are done it is kept up and reviewed",
			),
			say(
				"转为长期坚持；需要销号的先调整方案，改为有日期的限期整改",
				"Mark it long-term, or give it a fixed term with a date by a change of the plan first",
			),
			{ field: "deadline", who: OFFICES, basis: "S20 S59" },
		),
	];
}

/** What keeps the owner from saying "done" whatever the report says. */
export const selfCheckGuard = (issue: Issue, context: IssueContext): readonly Refusal[] => [
	...longTermGuard(issue, context),
	...blocksBefore(issue, "selfCheck", context),
];

/** The day since which the work that is said to be done goes on: the first approval, or the end of the attempt before. */
function workSince(issue: Issue): IsoDate | null {
	const at = closeOutOf(issue).earlier.at(-1)?.ended.at ?? issue.plan?.baselines[0]?.approvedAt;
	return at === undefined ? null : shanghaiDate(at);
}

/** The owner says "done". */
export function decideSelfCheck(
	issue: Issue,
	{ on, report, evidenceIds }: CommandOf<"selfCheck">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...selfCheckGuard(issue, context),
		...dayGuard(on, context, { rule: "ACC-01", field: "on", who: LEAD, from: workSince(issue) }),
		...evidenceGuard(issue, evidenceIds, "evidenceIds", LEAD),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "selfCheckPassed", at, by, on, report, evidenceIds });
}

/** What keeps an acceptance from being applied for whatever the application says. */
export const applyGuard = (issue: Issue, context: IssueContext): readonly Refusal[] =>
	blocksBefore(issue, "applyAcceptance", context);

function applicationGuard(
	issue: Issue,
	{ kind, dossier }: CommandOf<"applyAcceptance">,
	context: IssueContext,
): Refusal[] {
	const kinds = new RuleParams(context.rules, ["closeoutKinds"]).strings("closeoutKinds");
	const wanted = dossierItemsOf(context.rules);
	const works = issue.measures.some((measure) => isLive(measure) && measure.type === "works");
	return [
		...(kinds.includes(kind)
			? []
			: [
					refusal(
						"ACC-03",
						say(
							`规则集没有“${caseVocab.closeOutKind[kind].zh}”这一类`,
							`The rule set has no “${caseVocab.closeOutKind[kind].en}”`,
						),
						say("选择规则集中的类别", "Choose a kind of the rule set"),
						{ field: "kind", who: LEAD, basis: "S64" },
					),
				]),
		...(kind === "nonWorks" && works
			? [
					refusal(
						"ACC-11",
						say(
							"有工程措施的问题须按工程类由专家验收",
							"With works among its measures it is accepted by experts, as works",
						),
						say("改为工程类", "Apply as works"),
						{ field: "kind", who: LEAD, basis: "S64" },
					),
				]
			: []),
		...dossier.flatMap(({ item, evidenceIds }, index) => [
			...(isLabelled(caseVocab.dossierItem, item) && wanted.includes(item)
				? []
				: [
						refusal(
							"UNKNOWN_ITEM",
							say("规则集的档案目录中没有这一项", "The rule set's dossier has no such item"),
							say("按档案目录归入", "File it under an item of the dossier"),
							{ field: `dossier.${index}.item`, who: LEAD },
						),
					]),
			...evidenceGuard(issue, evidenceIds, `dossier.${index}.evidenceIds`, LEAD),
		]),
	];
}

/** The owner applies for acceptance with the dossier. */
export function decideApply(
	issue: Issue,
	command: CommandOf<"applyAcceptance">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [...applyGuard(issue, context), ...applicationGuard(issue, command, context)];
	const [tier] = acceptanceTiers(issue, context.rules);
	if (tier === undefined || refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const { kind, dossier } = command;
	const application = { on: shanghaiDate(at), kind, dossier, at, by };
	return accept<CloseOutEvent>({ type: "acceptanceApplied", at, application, tier });
}
