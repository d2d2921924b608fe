import {
	accept,
	type Decision,
	type IssueId,
	type Refusal,
	refusal,
	reject,
	say,
	type Tier,
} from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { IssueCommand } from "./commands.ts";
import type { IssueContext } from "./context.ts";
import type { IssueEvent } from "./events.ts";
import { gate, type Refusals, reasonGuard } from "./guards.ts";
import { isEnded } from "./lifecycle.ts";
import { textMissing, unknown } from "./refusals.ts";
import type { Ending, Issue } from "./schema.ts";

type CommandOf<T extends IssueCommand["type"]> = Extract<IssueCommand, { type: T }>;
const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;

const itself = (field: string): Refusal =>
	refusal(
		"ITSELF",
		say("不能指向问题自身", "An issue cannot be put into itself"),
		say("选择另一个问题", "Choose another issue"),
		{ field, who: OFFICES },
	);

const targetEnded = (field: string): Refusal =>
	refusal(
		"TARGET_ENDED",
		say("承接的问题已了结，不能再承接", "That issue has ended and cannot take anything over"),
		say("选择仍在台账上的问题", "Choose an issue that is still open"),
		{ field, who: OFFICES },
	);

const otherTier = (tier: Tier): Refusal =>
	refusal(
		"OTHER_TIER",
		say(
			`只能并入同一层级的问题（${vocab.tier[tier].zh}）`,
			`Only an issue of the same tier can take it (${vocab.tier[tier].en.toLowerCase()})`,
		),
		say("选择同一层级的问题", "Choose an issue of the same tier"),
		{ field: "into", who: OFFICES, basis: "domain §3.1" },
	);

/** Nothing hangs in the air: handed-down parts that are still open keep an issue on the ledger (M21). */
export function childrenGuard(issue: Issue, context: IssueContext): Refusals {
	const open = issue.childIds.filter((id) => {
		const child = context.surroundings.issues.get(id);
		return child !== undefined && !isEnded(child.lifecycle);
	});
	if (open.length === 0) return [];
	return [
		refusal(
			"OPEN_CHILDREN",
			say(
				`还有${open.length}个下级问题未了结`,
				`${open.length} issue${open.length === 1 ? "" : "s"} below ${open.length === 1 ? "is" : "are"} still open`,
			),
			say("先并案、转入或撤销下级问题", "Merge, carry over or withdraw those first"),
			{ field: "childIds", who: OFFICES, basis: "seed0" },
		),
	];
}

function targetGuard(issue: Issue, target: IssueId, field: string, context: IssueContext): Refusals {
	if (target === issue.id) return [itself(field)];
	const facts = context.surroundings.issues.get(target);
	if (facts === undefined) return [unknown("issue", field)];
	return isEnded(facts.lifecycle) ? [targetEnded(field)] : [];
}

const ended = (context: IssueContext, ending: Ending): Decision<IssueEvent> =>
	accept<IssueEvent>({ type: "issueEnded", at: context.now, ending });

/**
 * Puts the issue into another one of the same tier. The caller adds its mandates to the target in the same act,
 * see {@link mandateFollowUps}.
 */
export function decideMerge(
	issue: Issue,
	command: CommandOf<"mergeIssue">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const facts = context.surroundings.issues.get(command.into);
	const tiers = [command.intoTier, facts?.tier ?? issue.tier];
	const refusals = [
		...targetGuard(issue, command.into, "into", context),
		...(tiers.every((tier) => tier === issue.tier) ? [] : [otherTier(issue.tier)]),
		...reasonGuard(command.reason, command.type),
		...childrenGuard(issue, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	return ended(context, { kind: "merged", into: command.into, reason: command.reason });
}

/** The commands that give the target of a merger the mandates that it does not have yet. */
export const mandateFollowUps = (merged: Issue, target: Issue): CommandOf<"addMandate">[] =>
	merged.mandates
		.filter(
			({ inspectionId, number }) =>
				!target.mandates.some((held) => held.inspectionId === inspectionId && held.number === number),
		)
		.map((mandate) => ({ type: "addMandate", mandate, importId: null }));

/** Hands the issue on to a later round's issue. */
export function decideCarryOver(
	issue: Issue,
	command: CommandOf<"carryOverIssue">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const refusals = [
		...targetGuard(issue, command.to, "to", context),
		...reasonGuard(command.reason, command.type),
		...childrenGuard(issue, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	return ended(context, { kind: "carriedOver", to: command.to, reason: command.reason });
}

/** Takes the issue off the ledger by a document of the authority that listed it. It is never deleted. */
export function decideWithdraw(
	issue: Issue,
	command: CommandOf<"withdrawIssue">,
	context: IssueContext,
): Decision<IssueEvent> {
	const closed = gate(issue, command.type, context);
	if (closed.length > 0) return reject(...closed);
	const document = say("撤销依据文件", "The withdrawing document");
	const refusals = [
		...(command.document.trim().length < 2 ? [textMissing("document", document, command.type)] : []),
		...reasonGuard(command.reason, command.type),
		...childrenGuard(issue, context),
	];
	if (refusals.length > 0) return reject(...refusals);
	return ended(context, { kind: "withdrawn", document: command.document, reason: command.reason });
}
