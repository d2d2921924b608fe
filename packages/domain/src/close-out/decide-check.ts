import type { Issue, IssueContext } from "../issues/index.ts";
import {
	accept,
	addWorkingDays,
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
import { blocksBefore, type CommandOf, dayGuard, evidenceGuard, standsApart, workersOf } from "./asking.ts";
import { dossierItemsOf } from "./dossier.ts";
import type { CloseOutEvent } from "./events.ts";
import { ACCEPTORS, duplicateId, LEAD, OFFICES, ownWork } from "./refusals.ts";
import { acceptanceTiers } from "./sequence.ts";
import { closeOutOf } from "./state.ts";

/** A long-term issue is kept up, not closed: the rule set closes what has a date (S20, S59). */
function longTermGuard(issue: Issue, context: IssueContext): Refusal[] {
	const scope = new RuleParams(context.rules, ["closeoutScope"]).string("closeoutScope");
	const marked = closeOutOf(issue).longTerm !== null;
	const open = issue.deadline?.category === "longTerm" && lastDay(issue.deadline.point) === null;
	if (!marked && !(open && scope === "dated")) return [];
	return [
		refusal(
			"LONG_TERM",
			say(
				"长期坚持的问题不按期销号，措施完成后转为长期坚持并定期评估",
				"A long-term issue is not closed out: once its measures are done it is kept up and reviewed",
			),
			say("转为长期坚持；需要销号的先调整时限", "Mark it long-term, or give it a date first"),
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

/** What keeps somebody from looking on the spot: whoever does the work does not check it (SOD-01). */
export const checkerGuard = (issue: Issue, context: IssueContext): readonly Refusal[] =>
	standsApart(issue, [], context.stamp) ? [] : [ownWork(say("核查", "check it"))];

/** ACC-06: enough people, none of them of those who do the work, and the record in time. */
function recordGuard(
	issue: Issue,
	{ check }: CommandOf<"recordSiteCheck">,
	context: IssueContext,
): Refusal[] {
	const params = new RuleParams(context.rules, ["minCheckers", "recordWd", "siteAttendance"]);
	const least = params.number("minCheckers");
	const names = new Set(check.checkers.map(({ name }) => name));
	const workers = workersOf(issue);
	const own = check.checkers.findIndex(({ unitId }) => unitId !== null && workers.has(unitId));
	const due = addWorkingDays(context.calendar, check.on, params.number("recordWd"));
	const late = due.ok && shanghaiDate(context.now) > due.value;
	const absent = params
		.strings("siteAttendance")
		.filter((wanted) => !(check.attended ?? []).some((there) => there === wanted));
	const known: ReadonlySet<string> = new Set(issue.sites.map(({ id }) => id));
	const unknownSite = check.siteIds.findIndex((id) => !known.has(id));
	const faults = (check.failureModes ?? []).length > 0 || (check.fraud ?? null) !== null;
	return [
		...(check.finding === "done" && faults
			? [
					refusal(
						"ACC-06",
						say(
							"认定已完成的，不能同时登记不落实或弄虚作假的情形",
							"What is found done has no mode of failure and no fraud",
						),
						say("更正核查结论，或去掉所登记的情形", "Correct the finding, or take the faults out"),
						{ field: "check.finding", who: ACCEPTORS, basis: "seed1 seed2" },
					),
				]
			: []),
		...(names.size < least
			? [
					refusal(
						"ACC-06",
						say(`现场核查须有${least}人以上`, `A check on the spot takes ${least} people or more`),
						say("填写全部核查人员", "Name everybody who was there"),
						{ field: "check.checkers", who: ACCEPTORS, basis: "D" },
					),
				]
			: []),
		...(own >= 0 ? [{ ...ownWork(say("核查", "check it")), field: `check.checkers.${own}` }] : []),
		...(due.ok ? [] : due.refusals),
		...(late
			? [
					refusal(
						"ACC-06",
						say(
							`核查记录应在${params.number("recordWd")}个工作日内形成，这次核查的记录已逾期`,
							`The record is due within ${params.number("recordWd")} working days of the visit: it is too late for this one`,
						),
						say("重新到现场核查并按期记录", "Check on the spot again and record it in time"),
						{ field: "check.on", who: ACCEPTORS, basis: "S40" },
					),
				]
			: []),
		...(absent.length > 0
			? [
					refusal(
						"ACC-06",
						say(
							"规则集要求责任单位负责人和工作人员都到场",
							"The rule set wants a leader and a worker of the responsible side to be there",
						),
						say("有关人员到场后再核查", "Check again with them present"),
						{ field: "check.attended", who: ACCEPTORS, basis: "S68" },
					),
				]
			: []),
		...(unknownSite >= 0
			? [
					refusal(
						"UNKNOWN_SITE",
						say("该问题没有这个点位", "The issue has no such site"),
						say("选择该问题的点位", "Choose a site of the issue"),
						{ field: `check.siteIds.${unknownSite}`, who: ACCEPTORS },
					),
				]
			: []),
	];
}

/** Whether somebody has said that what is checked is done: the issue as a whole, a measure of it, or the sites checked. */
function wasReportedDone(issue: Issue, siteIds: readonly string[]): boolean {
	if (issue.lifecycle !== "inProgress") return true;
	const sites = issue.sites.filter(({ id }) => siteIds.includes(id));
	if (sites.some(({ state }) => state !== "open" && state !== "reopened")) return true;
	const live = issue.measures.filter(isLive);
	return live.length > 0 && live.every(({ state }) => state === "done" || state === "verified");
}

/** A check on the spot; one that finds what was reported as done not done is a finding of false rectification (ANTI-02). */
export function decideSiteCheck(
	issue: Issue,
	command: CommandOf<"recordSiteCheck">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const { check } = command;
	const state = closeOutOf(issue);
	const used = [...state.earlier, state].some(({ siteChecks }) =>
		siteChecks.some(({ id }) => id === check.id),
	);
	const refusals = [
		...checkerGuard(issue, context),
		...(used ? [duplicateId("check.id")] : []),
		...dayGuard(check.on, context, { rule: "ACC-06", field: "check.on", who: ACCEPTORS }),
		...recordGuard(issue, command, context),
		...evidenceGuard(issue, check.evidenceIds, "check.evidenceIds", ACCEPTORS),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const falseReport = check.finding === "notDone" && wasReportedDone(issue, check.siteIds);
	return accept<CloseOutEvent>({ type: "siteCheckRecorded", at, check: { ...check, falseReport, at, by } });
}

/** ACC-11: an expert with an interest in the matter has no say. */
export function decideExpertOpinion(
	issue: Issue,
	{ opinion }: CommandOf<"recordExpertOpinion">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...checkerGuard(issue, context),
		...(opinion.noConflict
			? []
			: [
					refusal(
						"ACC-11",
						say(
							"专家与该问题有利害关系，须回避",
							"The expert has an interest in the matter and has to stand aside",
						),
						say("另请无利害关系的专家", "Ask an expert without one"),
						{ field: "opinion.noConflict", who: ACCEPTORS, basis: "seed1" },
					),
				]),
		...dayGuard(opinion.on, context, {
			rule: "ACC-11",
			field: "opinion.on",
			who: ACCEPTORS,
			from: closeOutOf(issue).selfCheck?.on ?? null,
		}),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "expertOpinionRecorded", at, opinion: { ...opinion, at, by } });
}

/** What a body decided together. */
export function decideDiscussion(
	issue: Issue,
	{ discussion }: CommandOf<"recordDiscussion">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = dayGuard(discussion.on, context, {
		rule: "ACC-11",
		field: "discussion.on",
		who: ACCEPTORS,
		from: closeOutOf(issue).selfCheck?.on ?? null,
	});
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "discussionRecorded", at, discussion: { ...discussion, at, by } });
}

/** The sector department rules on a standard (ACC-12). */
export function decideRuling(
	issue: Issue,
	{ ruling }: CommandOf<"ruleStandard">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...(standsApart(issue, [], context.stamp) ? [] : [ownWork(say("认定标准", "rule on the standard"))]),
		...dayGuard(ruling.on, context, { rule: "ACC-12", field: "ruling.on", who: ["sector"] }),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "standardRuled", at, ruling: { ...ruling, at, by } });
}

/** What keeps the supervising unit from giving its opinion: it is not the one that does the work. */
export const opinionGuard = (issue: Issue, context: IssueContext): readonly Refusal[] =>
	standsApart(issue, [], context.stamp) ? [] : [ownWork(say("出具督导意见", "give the opinion"))];

/** The supervising unit's opinion (SOD-02). */
export function decideOpinion(
	issue: Issue,
	{ text, agrees }: CommandOf<"giveOpinion">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = opinionGuard(issue, context);
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "opinionGiven", at, by, text, agrees });
}

/** CLO-04: the document that stays. */
export function decideMechanism(
	issue: Issue,
	{ mechanism }: CommandOf<"recordMechanism">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...dayGuard(mechanism.on, context, { rule: "CLO-04", field: "mechanism.on", who: LEAD }),
		...evidenceGuard(issue, mechanism.evidenceIds, "mechanism.evidenceIds", LEAD),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "mechanismRecorded", at, mechanism: { ...mechanism, at, by } });
}

/** CLO-05: what the screening for similar problems found. */
export function decideScreening(
	issue: Issue,
	{ result }: CommandOf<"recordScreening">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...(result.opened > result.found
			? [
					refusal(
						"CLO-05",
						say(
							`新立问题${result.opened}个，多于发现的${result.found}个`,
							`${result.opened} were opened of ${result.found} found`,
						),
						say("核对数字", "Check the figures"),
						{ field: "result.opened", who: LEAD, basis: "S18" },
					),
				]
			: []),
		...evidenceGuard(issue, result.evidenceIds, "result.evidenceIds", LEAD),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "screeningRecorded", at, result: { ...result, at, by } });
}
