import type { Issue, IssueContext } from "../issues/index.ts";
import {
	type Actor,
	addWorkingDays,
	isAfterWorkingDays,
	ok,
	type Refusal,
	refusal,
	say,
	shanghaiDate,
	type Tier,
	tierOf,
} from "../kernel/index.ts";
import { currentBaseline } from "../plans/index.ts";
import { RuleParams } from "../rules/index.ts";
import { formatDate, formatNames, vocab } from "../vocabulary/index.ts";
import { type CommandOf, evidenceGuard, isSamePerson, standsApart } from "./asking.ts";
import { criteriaOf, criteriaSetOf, criterionNames, unanswered } from "./criteria.ts";
import { ACCEPTORS, ownWork } from "./refusals.ts";
import { panelGap } from "./rules-acceptance.ts";
import { laxStandard } from "./rules-way-out.ts";
import { allTiersPassed, isSelfAcceptance, tierAfter, tierAtDesk } from "./sequence.ts";
import { isOtherStandard } from "./standard.ts";
import { closeOutOf, latestCheck, openSitesOf, standingFalseReport } from "./state.ts";

const ACCEPTING = say("验收", "accept it");

/** The tier that somebody accepts for: an office for its own, an acceptance unit for that of its region. */
function tierOfActor(actor: Actor): Tier | null {
	if (!("role" in actor)) return null;
	switch (actor.role) {
		case "provOffice":
			return "province";
		case "cityOffice":
			return "city";
		case "countyOffice":
			return "county";
		case "accUnit":
			return tierOf(actor.region);
		default:
			return null;
	}
}

/** SOD-01: whoever accepts has no part in the work. At the first of several tiers the place accepts its own (自主验收). */
function apartGuard(issue: Issue, tier: Tier, context: IssueContext): Refusal[] {
	const { selfCheck, application } = closeOutOf(issue);
	const own = [selfCheck, application].flatMap((step) => (step === null ? [] : [step.by]));
	if (isSelfAcceptance(issue, context.rules, tier)) {
		return own.some((by) => isSamePerson(by, context.stamp)) ? [ownWork(ACCEPTING)] : [];
	}
	return standsApart(issue, own, context.stamp) ? [] : [ownWork(ACCEPTING)];
}

/** What keeps somebody from giving a verdict whatever it is. */
export function verdictGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const atTier = tierAtDesk(issue, context.rules);
	if (atTier === null) {
		return [
			refusal(
				"ACC-05",
				say("各级都已验收通过", "Every tier has accepted it"),
				say("办理下一步骤", "Take the next step"),
				{ who: ACCEPTORS, basis: "S18" },
			),
		];
	}
	const other = tierOfActor(context.actor) !== atTier;
	return [
		...(other
			? [
					refusal(
						"ACC-05",
						say(`现在由${vocab.tier[atTier].zh}验收`, `It is before the ${vocab.tier[atTier].en} now`),
						say(
							`由${vocab.tier[atTier].zh}整改办或验收单位出具意见`,
							"That tier's office or acceptance unit decides",
						),
						{ field: "tier", who: ACCEPTORS, basis: "S17 S18" },
					),
				]
			: []),
		...apartGuard(issue, atTier, context),
	];
}

/** ACC-07: the form of the rule set's criteria, complete. */
export function formGuard(
	issue: Issue,
	command: CommandOf<"decideAcceptance">,
	context: IssueContext,
): Refusal[] {
	const set = criteriaSetOf(context.rules);
	const wanted = criteriaOf(set);
	if (wanted === null || command.criteriaSet !== set) {
		return [
			refusal(
				"ACC-07",
				say(`应按标准“${set}”逐项核对`, `The criteria of “${set}” are to be answered`),
				say("使用规则集的标准", "Use the criteria of the rule set"),
				{ field: "criteriaSet", who: ACCEPTORS, basis: "S17 S18 S19" },
			),
		];
	}
	const strange = command.criteria.findIndex(({ criterion }) => !wanted.some((known) => known === criterion));
	const open = command.verdict === "fail" ? [] : unanswered(wanted, command.criteria);
	const unmet = command.criteria.findIndex(({ answer }) => answer === "no");
	const names = criterionNames(open);
	return [
		...(strange >= 0
			? [
					refusal(
						"ACC-07",
						say("标准中没有这一项", "The criteria have no such line"),
						say("按规则集的标准核对", "Answer the criteria of the rule set"),
						{ field: `criteria.${strange}`, who: ACCEPTORS, basis: "S18" },
					),
				]
			: []),
		...(open.length > 0
			? [
					refusal(
						"ACC-07",
						say(`没有核对${names.zh}，或缺佐证、说明`, `Not answered, or without what shows it: ${names.en}`),
						say("逐项作答：符合的附佐证，其他的说明", "Answer each: yes with evidence, else with a note"),
						{ field: "criteria", who: ACCEPTORS, basis: "S17 S18 S19" },
					),
				]
			: []),
		...(command.verdict === "pass" && unmet >= 0
			? [
					refusal(
						"ACC-07",
						say("有不符合的标准，不能通过", "A criterion is not met: it cannot pass"),
						say("要求补充完善，或不予通过", "Make it conditional, or fail it"),
						{ field: `criteria.${unmet}`, who: ACCEPTORS, basis: "S18" },
					),
				]
			: []),
		...command.criteria.flatMap(({ evidenceIds }, index) =>
			evidenceGuard(issue, evidenceIds, `criteria.${index}.evidenceIds`, ACCEPTORS),
		),
	];
}

/** ACC-10: a conditional verdict has a list and a day within the limit; the others have neither. */
export function conditionGuard(command: CommandOf<"decideAcceptance">, context: IssueContext): Refusal[] {
	const params = new RuleParams(context.rules, ["acceptanceVerdicts", "supplementWd"]);
	const { verdict, supplements, supplementsDueOn } = command;
	const wrong = (field: string, zh: string, en: string): Refusal =>
		refusal("ACC-10", say(zh, en), say("更正后再出具", "Correct it"), {
			field,
			who: ACCEPTORS,
			basis: "S23",
		});
	if (!params.strings("acceptanceVerdicts").includes(verdict)) {
		return [wrong("verdict", "规则集没有这种验收结论", "The rule set has no such verdict")];
	}
	if (verdict !== "conditional") {
		return supplements.length === 0 && supplementsDueOn === null
			? []
			: [
					wrong(
						"supplements",
						"只有补充完善才有清单和期限",
						"Only a conditional verdict has a list and a day",
					),
				];
	}
	const today = shanghaiDate(context.now);
	const most = params.number("supplementWd");
	const latest = addWorkingDays(context.calendar, today, most);
	const tooLate =
		supplementsDueOn === null
			? ok(false)
			: isAfterWorkingDays(context.calendar, today, most, supplementsDueOn);
	return [
		...(supplements.length === 0
			? [wrong("supplements", "须列出补充完善的事项", "A list of what is missing is needed")]
			: []),
		...(tooLate.ok ? [] : tooLate.refusals),
		...(supplementsDueOn === null || supplementsDueOn < today || (tooLate.ok && tooLate.value)
			? [
					wrong(
						"supplementsDueOn",
						`补充完善的期限须在今天之后${most}个工作日以内${latest.ok ? `（至${formatDate(latest.value, "zh-CN")}）` : ""}`,
						`The day lies within ${most} working days${latest.ok ? `: until ${formatDate(latest.value, "en")}` : ""}`,
					),
				]
			: []),
	];
}

/** ANTI-10, ACC-12: nothing laxer than the plan, and another standard only once the sector department has ruled. */
export function standardGuard(
	issue: Issue,
	{ standard, verdict }: CommandOf<"decideAcceptance">,
	context: IssueContext,
): Refusal[] {
	const baseline = currentBaseline(issue);
	if (verdict === "fail" || standard === null || baseline === null) return [];
	const laxWords = new RuleParams(context.rules, ["laxWords"]).strings("laxWords");
	const lax = laxStandard(issue, standard, laxWords);
	if (lax !== null) {
		return [
			refusal("ANTI-10", lax, say("按批准的方案验收", "Accept it by the approved plan"), {
				field: "standard",
				who: ACCEPTORS,
				basis: "S20",
			}),
		];
	}
	const disputed = isOtherStandard(baseline.content, standard) && closeOutOf(issue).rulings.length === 0;
	return disputed
		? [
				refusal(
					"ACC-12",
					say(
						"所用标准与方案不同，须先由行业主管部门认定",
						"The standard is not the plan's: the sector department has to rule first",
					),
					say("请行业主管部门认定标准", "Have the sector department rule on it"),
					{ field: "standard", who: ["sector"], basis: "S17 S19" },
				),
			]
		: [];
}

/** Once every tier has passed it, what came up since is answered by taking it back to work, not by passing it again. */
export function takingBackGuard(
	issue: Issue,
	{ verdict }: CommandOf<"decideAcceptance">,
	{ rules }: IssueContext,
): Refusal[] {
	if (verdict === "fail" || issue.lifecycle !== "acceptance" || !allTiersPassed(issue, rules)) return [];
	return [
		refusal(
			"ACC-05",
			say("各级都已验收通过，只能改为不通过", "Every tier has accepted it: it can only be failed now"),
			say(
				"退回整改的作不通过；复核到位的重新现场核查",
				"Fail it to send it back to work; where it is put right, check it on the spot again",
			),
			{ field: "verdict", who: ACCEPTORS, basis: "S18" },
		),
	];
}

/**
 * What a pass rests on: no place that is not put right, and at the last tier the check on the spot and the experts or the
 * body (ACC-06, ACC-11, ACC-13, ANTI-02).
 */
export function groundsGuard(
	issue: Issue,
	command: CommandOf<"decideAcceptance">,
	context: IssueContext,
): Refusal[] {
	if (command.verdict !== "pass") return [];
	const state = closeOutOf(issue);
	const refusals: Refusal[] = [];
	if (standingFalseReport(issue) !== null) {
		refusals.push(
			refusal(
				"ANTI-02",
				say(
					"现场核查认定为虚假整改，不能通过",
					"A check on the spot found it falsely reported: it cannot pass",
				),
				say("不予通过，整改到位后再次核查", "Fail it, and check again once it is put right"),
				{ field: "verdict", who: ACCEPTORS, basis: "S11 S20" },
			),
		);
	}
	const open = openSitesOf(issue);
	if (open.length > 0) {
		const names = (language: "zh-CN" | "en") =>
			formatNames(
				open.map(({ name }) => name),
				language,
			);
		refusals.push(
			refusal(
				"ACC-13",
				say(
					`点位${names("zh-CN")}核查未到位，不能通过`,
					`Found not put right: ${names("en")}. It cannot pass`,
				),
				say(
					"整改后再次核查该点位；或要求补充完善，或不予通过",
					"Check the place again once it is put right; or make it conditional, or fail it",
				),
				{ field: "verdict", who: ACCEPTORS, basis: "S27" },
			),
		);
	}
	if (tierAfter(issue, context.rules, command.tier) !== null) return refusals;
	if (latestCheck(state)?.finding !== "done") {
		refusals.push(
			refusal(
				"ACC-06",
				say(
					"自查之后还没有认定完成的现场核查",
					"No check on the spot has found it done since the self-check",
				),
				say("先到现场核查并记录", "Check on the spot and record it first"),
				{ field: "verdict", who: ACCEPTORS, basis: "S40" },
			),
		);
	}
	const gap = panelGap(state, new RuleParams(context.rules, ["experts"]).number("experts"));
	if (gap !== null) {
		refusals.push(
			refusal("ACC-11", gap.message, gap.clears, { field: "verdict", who: ACCEPTORS, basis: "seed1 S64" }),
		);
	}
	return refusals;
}
