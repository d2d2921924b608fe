import type { Issue, IssueContext } from "../issues/index.ts";
import {
	type ActorStamp,
	accept,
	addDays,
	type Decision,
	type Refusal,
	type Role,
	refusal,
	reject,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import { unsettledMeasures } from "../progress/index.ts";
import { RuleParams } from "../rules/index.ts";
import { vocab } from "../vocabulary/index.ts";
import { type CommandOf, dayGuard, evidenceGuard, isSamePerson, standsApart } from "./asking.ts";
import type { Rebound } from "./closing-after.ts";
import type { CloseOutEvent } from "./events.ts";
import { isRebound } from "./look-back.ts";
import { doneAlready, duplicateId, OFFICES, ownWork } from "./refusals.ts";
import { closeOutOf, isKeptUp } from "./state.ts";

const CHECKERS: readonly Role[] = [...OFFICES, "supUnit", "accUnit", "sector"];

/** What keeps somebody from looking again: it is his own side's work. */
export const lookBackGuard = (issue: Issue, context: IssueContext): readonly Refusal[] =>
	standsApart(issue, [], context.stamp) ? [] : [ownWork(say("回头看", "look back at it"))];

/** What a look-back found (LB-05). */
export function decideLookBack(
	issue: Issue,
	{ lookBack }: CommandOf<"recordLookBack">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const state = closeOutOf(issue);
	const used = [...state.earlier, state].some(({ lookBacks }) =>
		lookBacks.some(({ id }) => id === lookBack.id),
	);
	const refusals = [
		...lookBackGuard(issue, context),
		...(used ? [duplicateId("lookBack.id")] : []),
		...dayGuard(lookBack.on, context, {
			rule: "LB-05",
			field: "lookBack.on",
			who: CHECKERS,
			from: state.closedOn,
		}),
		...evidenceGuard(issue, lookBack.evidenceIds, "lookBack.evidenceIds", CHECKERS),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "lookBackRecorded", at, lookBack: { ...lookBack, at, by } });
}

const notRebounded = (): Refusal =>
	refusal(
		"LB-04",
		say("销号之后还没有回头看认定反弹", "No look-back since the close-out has found a rebound"),
		say("先回头看并登记结果", "Look back and record the result first"),
		{ field: "lookBackId", who: CHECKERS, basis: "S11 S38" },
	);

/** What keeps it from being reopened: nobody has verified a rebound. */
export const reopenGuard = (issue: Issue): readonly Refusal[] =>
	closeOutOf(issue).lookBacks.some(isRebound) ? [] : [notRebounded()];

/** Everybody who let it pass, each once (LB-07). */
function acceptorsOf(issue: Issue): ActorStamp[] {
	const found: ActorStamp[] = [];
	for (const { verdict, by } of closeOutOf(issue).acceptances) {
		if (verdict === "pass" && !found.some((held) => isSamePerson(held, by))) found.push(by);
	}
	return found;
}

/** A verified rebound puts the issue back on the ledger under its number, with a new due date (LB-04). */
export function decideReopen(
	issue: Issue,
	{ lookBackId, reason }: CommandOf<"reopenIssue">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const { lookBacks, rebounds } = closeOutOf(issue);
	const named = lookBacks.some((held) => held.id === lookBackId && isRebound(held));
	const guard = reopenGuard(issue);
	const refusals = guard.length > 0 || named ? guard : [notRebounded()];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const days = new RuleParams(context.rules, ["reopenDueDays"]).number("reopenDueDays");
	const rebound: Rebound = {
		count: rebounds.length + 1,
		lookBackId,
		dueOn: addDays(shanghaiDate(at), days),
		deadlineBefore: issue.deadline,
		reason,
		acceptors: acceptorsOf(issue),
		at,
		by,
	};
	return accept<CloseOutEvent>({ type: "issueReopened", at, rebound });
}

/** What keeps it from being put under reinforced rectification: it is already. */
export const reinforceGuard = (issue: Issue): readonly Refusal[] =>
	closeOutOf(issue).reinforced === null ? [] : [doneAlready(vocab.issueVerb.reinforceIssue)];

/** Orders reinforced rectification (LB-06). */
export function decideReinforce(
	issue: Issue,
	{ reason }: CommandOf<"reinforceIssue">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = reinforceGuard(issue);
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "reinforcementOrdered", at, by, reason });
}

/** What keeps it from being marked as long-term: its kind of deadline, or work that is still to be done. */
export function longTermMarkGuard(issue: Issue): readonly Refusal[] {
	const open = unsettledMeasures(issue).filter(({ term }) => term !== "longTermMechanism").length;
	return [
		...(closeOutOf(issue).longTerm === null ? [] : [doneAlready(vocab.issueVerb.markLongTerm)]),
		...(issue.deadline?.category === "longTerm"
			? []
			: [
					refusal(
						"DL-01",
						say("时限类别不是长期坚持", "The deadline is not of the long-term category"),
						say("先调整方案的时限类别", "Change the category in the plan first"),
						{ field: "deadline", who: OFFICES, basis: "S59" },
					),
				]),
		...(open > 0
			? [
					refusal(
						"ACC-01",
						say(`还有${open}条一次性措施没有完成`, `${open} one-off measures are not done yet`),
						say("完成一次性措施", "Carry out the one-off measures"),
						{ field: "measures", who: ["leadUnit", "respUnit"], basis: "S59" },
					),
				]
			: []),
	];
}

/** The one-off measures are accepted; what is left is kept up for good. */
export function decideMarkLongTerm(
	issue: Issue,
	{ since }: CommandOf<"markLongTerm">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...longTermMarkGuard(issue),
		...dayGuard(since, context, { rule: "DL-04", field: "since", who: OFFICES }),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "longTermMarked", at, by, since });
}

/** What keeps a long-term issue from being reviewed: it is none. */
export const reviewGuard = (issue: Issue): readonly Refusal[] =>
	!isKeptUp(issue)
		? [
				refusal(
					"DL-04",
					say("该问题没有转为长期坚持", "The issue is not marked long-term"),
					say("先转为长期坚持", "Mark it long-term first"),
					{ who: OFFICES, basis: "S59" },
				),
			]
		: [];

/** The periodic review of what is kept up (DL-04). */
export function decideReviewLongTerm(
	issue: Issue,
	{ on, result, text }: CommandOf<"reviewLongTerm">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const { longTerm } = closeOutOf(issue);
	const refusals = [
		...reviewGuard(issue),
		...dayGuard(on, context, {
			rule: "DL-04",
			field: "on",
			who: OFFICES,
			from: longTerm?.reviews.at(-1)?.on ?? longTerm?.since ?? null,
		}),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({ type: "longTermReviewed", at, by, on, result, text });
}
