import type { Issue, IssueContext } from "../issues/index.ts";
import { accept, type Decision, type Refusal, refusal, reject, say } from "../kernel/index.ts";
import { type CommandOf, dayGuard, standsApart } from "./asking.ts";
import { checkerGuard } from "./decide-check.ts";
import type { CloseOutEvent } from "./events.ts";
import { ACCEPTORS, ownWork } from "./refusals.ts";
import { closeOutOf } from "./state.ts";

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
