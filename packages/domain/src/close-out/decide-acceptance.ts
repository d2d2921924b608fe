import type { Issue, IssueContext } from "../issues/index.ts";
import { accept, type Decision, type Refusal, refusal, reject, say, shanghaiDate } from "../kernel/index.ts";
import { formatDate, vocab } from "../vocabulary/index.ts";
import { type CommandOf, evidenceGuard } from "./asking.ts";
import type { Acceptance } from "./closing-acceptance.ts";
import type { CloseOutEvent } from "./events.ts";
import { ACCEPTORS, LEAD } from "./refusals.ts";
import { tierAfter, tierAtDesk } from "./sequence.ts";
import { closeOutOf } from "./state.ts";
import {
	conditionGuard,
	formGuard,
	groundsGuard,
	standardGuard,
	takingBackGuard,
	verdictGuard,
} from "./verdict-guards.ts";

const EVENT = {
	pass: "acceptancePassed",
	conditional: "acceptanceConditional",
	fail: "acceptanceFailed",
} as const;

/** A tier's verdict. */
export function decideVerdict(
	issue: Issue,
	command: CommandOf<"decideAcceptance">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const atTier = tierAtDesk(issue, context.rules);
	const waiting = issue.lifecycle === "supplementing" && command.verdict !== "fail";
	const refusals = [
		...verdictGuard(issue, context),
		...(atTier !== null && command.tier !== atTier
			? [
					refusal(
						"ACC-05",
						say(`现在由${vocab.tier[atTier].zh}验收`, `It is before the ${vocab.tier[atTier].en} now`),
						say("按层级逐级验收", "Tier by tier"),
						{ field: "tier", who: ACCEPTORS, basis: "S18" },
					),
				]
			: []),
		...(waiting
			? [
					refusal(
						"ACC-10",
						say("补充材料尚未提交", "What was asked for is not handed in yet"),
						say("待牵头单位提交，或不予通过", "Wait for the lead unit, or fail it"),
						{ field: "verdict", who: LEAD, basis: "S23" },
					),
				]
			: []),
		...takingBackGuard(issue, command, context),
		...formGuard(issue, command, context),
		...conditionGuard(command, context),
		...standardGuard(issue, command, context),
		...groundsGuard(issue, command, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const { tier, verdict, criteriaSet, criteria, standard, opinion, supplementsDueOn } = command;
	const supplements = command.supplements.map((text) => ({ text, done: false }));
	const acceptance: Acceptance = {
		tier,
		verdict,
		criteriaSet,
		criteria,
		standard,
		opinion,
		supplements,
		supplementsDueOn,
		submitted: null,
		at,
		by,
	};
	return verdict === "pass"
		? accept<CloseOutEvent>({
				type: EVENT.pass,
				at,
				acceptance,
				nextTier: tierAfter(issue, context.rules, tier),
			})
		: accept<CloseOutEvent>({ type: EVENT[verdict], at, acceptance });
}

/** What keeps supplements from being handed in: their day has passed (ACC-10). */
export function supplementsGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const due = closeOutOf(issue).acceptances.at(-1)?.supplementsDueOn ?? null;
	if (due === null || shanghaiDate(context.now) <= due) return [];
	return [
		refusal(
			"ACC-10",
			say(
				`补充完善的期限${formatDate(due, "zh-CN")}已过`,
				`The supplements were due by ${formatDate(due, "en")}`,
			),
			say("由验收单位作出不通过的结论，退回整改", "The acceptance unit fails it, and it goes back to work"),
			{ who: ACCEPTORS, basis: "S23" },
		),
	];
}

/** Hands in what a conditional verdict asked for. */
export function decideSupplements(
	issue: Issue,
	{ text, evidenceIds }: CommandOf<"submitSupplements">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...supplementsGuard(issue, context),
		...evidenceGuard(issue, evidenceIds, "evidenceIds", LEAD),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "supplementsSubmitted", at, by, text, evidenceIds });
}
