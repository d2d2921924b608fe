import type { Issue, IssueContext } from "../issues/index.ts";
import {
	accept,
	type Decision,
	type PersonId,
	type Refusal,
	type Role,
	refusal,
	reject,
	say,
	shanghaiDate,
} from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import { type CommandOf, dayGuard, standsApart } from "./asking.ts";
import { checkerGuard } from "./decide-check.ts";
import type { CloseOutEvent } from "./events.ts";
import { ACCEPTORS, doneAlready, ownWork } from "./refusals.ts";
import { closeOutOf, ownOpinionOf } from "./state.ts";

const standAside = (field: string, who: readonly Role[]): Refusal =>
	refusal(
		"ACC-11",
		say("专家与该问题有利害关系，须回避", "The expert has an interest in the matter and has to stand aside"),
		say("另请无利害关系的专家", "Ask an expert without one"),
		{ field, who, basis: "seed1" },
	);

const EXPERT: readonly Role[] = ["expert"];

const personOf = ({ actor }: IssueContext): PersonId | null =>
	actor.kind === "person" ? actor.personId : null;

/** What keeps an expert from giving his opinion: his own side does the work, or he has given it in this attempt. */
export function ownOpinionGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const id = personOf(context);
	const given = id === null ? undefined : ownOpinionOf(closeOutOf(issue), id);
	return [
		...checkerGuard(issue, context),
		...(given === undefined ? [] : [doneAlready(vocab.issueVerb.giveExpertOpinion)]),
	];
}

/** An expert speaks for himself: once in an attempt, without an interest in the matter (ACC-11). */
export function decideOwnOpinion(
	issue: Issue,
	{ unit, noConflict, verdict, opinion }: CommandOf<"giveExpertOpinion">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const personId = personOf(context);
	const refusals = [
		...ownOpinionGuard(issue, context),
		...(noConflict ? [] : [standAside("noConflict", EXPERT)]),
	];
	// The policy table lets nobody through who is not a person of the panel.
	if (personId === null || refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<CloseOutEvent>({
		type: "expertOpinionRecorded",
		at,
		opinion: {
			...{ expert: by.name, personId, unit, noConflict, verdict, opinion },
			...{ on: shanghaiDate(at), at, by },
		},
	});
}

/** ACC-11: an expert with an interest in the matter has no say, and nobody speaks for one who has spoken himself. */
export function decideExpertOpinion(
	issue: Issue,
	{ opinion }: CommandOf<"recordExpertOpinion">,
	context: IssueContext,
): Decision<CloseOutEvent> {
	const refusals = [
		...checkerGuard(issue, context),
		...(opinion.noConflict ? [] : [standAside("opinion.noConflict", ACCEPTORS)]),
		...(closeOutOf(issue).expertOpinions.some(
			({ expert, personId }) => personId !== undefined && expert === opinion.expert,
		)
			? [
					refusal(
						"ACC-11",
						say(
							"该专家已本人提交意见，不能代为登记",
							"The expert has given an opinion himself: nobody enters another for him",
						),
						say("以本人提交的意见为准", "His own opinion stands"),
						{ field: "opinion.expert", who: ACCEPTORS, basis: "D" },
					),
				]
			: []),
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
