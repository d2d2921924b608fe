import type { Issue, IssueContext } from "../issues/index.ts";
import {
	type ActorStamp,
	accept,
	type Decision,
	DoubtId,
	derivedUuid,
	type Instant,
	type IsoDate,
} from "../kernel/index.ts";
import type { ResolvedRules } from "../rules/index.ts";
import { progressOf } from "./content.ts";
import type { DoubtDraft } from "./doubt-draft.ts";
import {
	afterMeasure,
	afterSite,
	bulkUpload,
	incompleteMonitoring,
	misplacedPhoto,
	usedElsewhere,
} from "./doubts-evidence.ts";
import { figureBackwards, missingBlocks, progressUnproved, repeatedText } from "./doubts-reports.ts";
import type { ProgressEvent } from "./events.ts";
import { evolveProgress } from "./evolve.ts";
import type { Doubt, EvidenceUse } from "./schema.ts";

/** What has to be known beside the issue to doubt what happened to it. */
export type DoubtFacts = {
	/** Where other issues use the same bytes (EV-03). */
	readonly uses: readonly EvidenceUse[];
	/** The day of the feedback; null where it is not known. */
	readonly feedbackOn: IsoDate | null;
};

/** Who raises the doubts of the rules: nobody's side, so that it stands apart from all. */
export const RULES: ActorStamp = {
	kind: "system",
	id: "rules",
	name: "规则",
	role: null,
	region: null,
	unitId: null,
};

function draftsAfter(
	issue: Issue,
	event: ProgressEvent,
	facts: DoubtFacts,
	rules: ResolvedRules,
): readonly DoubtDraft[] {
	switch (event.type) {
		case "evidenceAttached": {
			const { evidence } = event;
			return [
				...usedElsewhere(issue, evidence, facts.uses),
				...misplacedPhoto(issue, evidence, facts.feedbackOn, rules),
				...incompleteMonitoring(evidence),
				...bulkUpload(issue, evidence, rules),
			];
		}
		case "evidenceWithdrawn": {
			const gone = progressOf(issue).evidence.find(({ id }) => id === event.evidenceId);
			return gone === undefined ? [] : progressUnproved(issue, gone);
		}
		case "measureCompleted":
			return afterMeasure(issue, event.measureId, rules);
		case "siteSelfChecked":
			return afterSite(issue, event.siteId, event, rules);
		case "progressReported":
			return [...repeatedText(issue, event.report, rules), ...missingBlocks(issue, event.report, rules)];
		case "readingRecorded":
			return figureBackwards(issue, event.reading);
		default:
			return [];
	}
}

/** A doubt that is open or was cleared is not raised again; one that was upheld may come back. */
const isKnown = (doubts: readonly Doubt[], about: string): boolean =>
	doubts.some((doubt) => doubt.about === about && doubt.resolved?.outcome !== "upheld");

/**
 * The doubts that the rules raise about what has just happened (EV-03, EV-04, EV-06…08, PRG-03, PRG-05, PRG-06).
 * `issue` is the state after the event. What was doubted in the same words before is left out.
 */
export function doubtsAfter(
	issue: Issue,
	event: ProgressEvent,
	facts: DoubtFacts,
	rules: ResolvedRules,
): readonly DoubtDraft[] {
	const { doubts } = progressOf(issue);
	return draftsAfter(issue, event, facts, rules).filter(({ about }) => !isKnown(doubts, about));
}

/** The doubt of a draft. Its id follows from the issue and what it is about, so that a repetition makes no second one. */
function doubtOf(issue: Issue, draft: DoubtDraft, at: Instant): Doubt {
	const before = progressOf(issue).doubts.filter(({ about }) => about === draft.about).length;
	const id = DoubtId.parse(derivedUuid(`${issue.id}|${draft.about}|${before}`));
	return { ...draft, id, against: [...draft.against], at, by: RULES, resolved: null };
}

const factsOf = (issue: Issue, { surroundings }: IssueContext): DoubtFacts => {
	const first = issue.mandates[0];
	const inspection = first === undefined ? undefined : surroundings.inspections.get(first.inspectionId);
	return { uses: surroundings.evidenceUses, feedbackOn: inspection?.feedback?.feedbackDate ?? null };
};

/** Accepts an event together with the doubts that it raises, in one decision. */
export function acceptWithDoubts(
	issue: Issue,
	context: IssueContext,
	...events: readonly ProgressEvent[]
): Decision<ProgressEvent> {
	let state = issue;
	const all: ProgressEvent[] = [];
	for (const event of events) {
		state = { ...state, ...evolveProgress(state, event) };
		all.push(event);
		for (const draft of doubtsAfter(state, event, factsOf(issue, context), context.rules)) {
			const raised: ProgressEvent = {
				type: "doubtRaised",
				at: context.now,
				doubt: doubtOf(state, draft, context.now),
			};
			state = { ...state, ...evolveProgress(state, raised) };
			all.push(raised);
		}
	}
	return accept(...all);
}
