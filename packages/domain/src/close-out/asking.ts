import type { Issue, IssueContext } from "../issues/index.ts";
import {
	type ActorStamp,
	type Bilingual,
	type EvidenceId,
	type IsoDate,
	type Refusal,
	type Role,
	refusal,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import { isActive } from "../responsibilities/index.ts";
import {
	type BoundRule,
	bindRules,
	type Finding,
	type ResolvedRules,
	type RuleContext,
	type RuleGate,
} from "../rules/index.ts";
import { isByLead } from "./body.ts";
import type { CloseOutCommand } from "./commands.ts";
import { LEAD, noEvidence, notThatDay, OFFICES } from "./refusals.ts";
import { acceptanceRules } from "./rules-acceptance.ts";
import type { CloseOutSubject } from "./rules-subject.ts";
import { wayOutRules } from "./rules-way-out.ts";
import { missingEvidence } from "./state.ts";

/** The command of a verb. */
export type CommandOf<T extends CloseOutCommand["type"]> = Extract<CloseOutCommand, { type: T }>;

const bound = new WeakMap<ResolvedRules, BoundRule<CloseOutSubject>>();

/** What the rules of this room find in front of a step that blocks it. */
export function closeOutBlocks(
	issue: Issue,
	gate: RuleGate,
	{ rules, calendar, asOf }: Pick<RuleContext, "rules" | "calendar" | "asOf">,
): readonly Finding[] {
	const check = bound.get(rules) ?? bindRules([...acceptanceRules, ...wayOutRules], rules, "block");
	bound.set(rules, check);
	const found: Finding[] = [];
	check({ issue }, { rules, calendar, asOf, least: "block" }, found);
	return found.filter((finding) => finding.gate === gate);
}

/**
 * What blocks a step by the rules of this room. The same rules make the findings that everybody sees before: asked here as
 * well, so that no way round them exists, whoever decides a command.
 */
export function blocksBefore(issue: Issue, gate: RuleGate, context: IssueContext): readonly Refusal[] {
	const { rules, calendar } = context;
	return closeOutBlocks(issue, gate, { rules, calendar, asOf: shanghaiDate(context.now) }).map(asRefusal);
}

const asRefusal = ({ rule, field, message, clears, who, basis }: Finding): Refusal => ({
	rule,
	field,
	message,
	clears,
	who,
	basis,
});

/** Units that do the work: none of theirs decides on it. */
export const workersOf = (issue: Issue): ReadonlySet<string> =>
	new Set(
		issue.assignments
			.filter((held) => isActive(held) && (held.role === "lead" || held.role === "responsible"))
			.flatMap(({ unitId }) => unitId ?? []),
	);

/** Whether two stamps are one and the same person or key. */
export const isSamePerson = (a: ActorStamp, b: ActorStamp): boolean => a.kind === b.kind && a.id === b.id;

/** Refused where evidence is named that the issue does not have. */
export const evidenceGuard = (
	issue: Issue,
	ids: readonly EvidenceId[],
	field: string,
	who: readonly Role[],
): Refusal[] => (missingEvidence(issue, ids).length === 0 ? [] : [noEvidence(field, who)]);

/** Refused where a day lies after today, or before the earliest that makes sense. */
export function dayGuard(
	on: IsoDate,
	context: IssueContext,
	at: {
		readonly rule: string;
		readonly field: string;
		readonly who: readonly Role[];
		readonly from?: IsoDate | null;
	},
): Refusal[] {
	const today = shanghaiDate(context.now);
	if (on > today) {
		return [
			notThatDay(at.rule, at.field, at.who, say("日期不能晚于今天", "The day cannot lie in the future")),
		];
	}
	return at.from !== undefined && at.from !== null && on < at.from
		? [
				notThatDay(
					at.rule,
					at.field,
					at.who,
					say("日期早于上一步骤", "The day lies before the step that it follows"),
				),
			]
		: [];
}

/**
 * CLO-02: who takes the steps after acceptance. The offices on the side of acceptance, or where the rule set says so the
 * lead unit, which organises and files (S20, S22). What the ledger does by itself is nobody's step.
 */
export function bodyGuard({ actor, rules }: IssueContext, doing: Bilingual): Refusal[] {
	if (!("role" in actor)) return [];
	const byLead = isByLead(rules);
	if (byLead === (actor.role === "leadUnit")) return [];
	return [
		refusal(
			"CLO-02",
			byLead
				? say(
						`按规则集由牵头单位办理销号，整改办不能${doing.zh}`,
						`By the rule set the lead unit closes out: “${doing.en}” is not the office's`,
					)
				: say(
						`按规则集由整改办办理销号，牵头单位不能${doing.zh}`,
						`By the rule set the office closes out: “${doing.en}” is not the lead unit's`,
					),
			say("由规则集规定的销号主体办理", "Have the body of the rule set do it"),
			{ who: byLead ? LEAD : OFFICES, basis: "S20 S22" },
		),
	];
}

export { standsApart } from "../plans/index.ts";
