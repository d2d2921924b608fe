import type { Issue } from "../issues/index.ts";
import type { EvidenceId, Tier } from "../kernel/index.ts";
import { type CloseOutState, NO_CLOSE_OUT } from "./closing.ts";
import {
	type Acceptance,
	type ExpertOpinion,
	type GateDecision,
	GateKind,
	type SiteCheck,
} from "./closing-acceptance.ts";
import type { PublicNotice } from "./closing-end.ts";

/** The close-out of an issue, empty until somebody has done something. */
export const closeOutOf = (issue: Pick<Issue, "closeOut">): CloseOutState => issue.closeOut ?? NO_CLOSE_OUT;

/** The four gates of the attempt that runs, each with the decision that counts: the latest one. */
export const gatesOf = (
	issue: Pick<Issue, "closeOut">,
): readonly { readonly gate: GateKind; readonly decision: GateDecision | null }[] => {
	const { gates } = closeOutOf(issue);
	return GateKind.options.map((gate) => ({
		gate,
		decision: gates.findLast((decision) => decision.gate === gate) ?? null,
	}));
};

/** The verdict that a tier gave last in the attempt that runs. */
export const acceptanceAt = (state: CloseOutState, tier: Tier): Acceptance | undefined =>
	state.acceptances.findLast((acceptance) => acceptance.tier === tier);

/** The notice that stands now, if any: there is one at most. */
export const runningNotice = (state: CloseOutState): PublicNotice | undefined =>
	state.notices.find(({ ended, stopped }) => ended === null && stopped === null);

/** Whether a notice of the attempt that runs stood for its whole term without an open objection. */
export const noticeStood = (state: CloseOutState): boolean =>
	state.notices.some(({ ended, stopped }) => ended !== null && stopped === null);

/** Site checks of what was reported as done: those on or after the day of the self-check. */
export const checksOfReport = (state: CloseOutState): readonly SiteCheck[] => {
	const since = state.selfCheck?.on;
	return since === undefined ? [] : state.siteChecks.filter(({ on }) => on >= since);
};

/** The check that counts: the latest by its day, of one day the last entered. */
export const latestCheck = (state: CloseOutState): SiteCheck | undefined =>
	checksOfReport(state).reduce<SiteCheck | undefined>(
		(last, check) => (last === undefined || check.on >= last.on ? check : last),
		undefined,
	);

/**
 * The finding of false rectification that stands (ANTI-02): a check found that what was reported as done is not, and no
 * later one found it done. Supervision proposes a talk from it.
 */
export function standingFalseReport(issue: Pick<Issue, "closeOut">): SiteCheck | null {
	const state = issue.closeOut;
	if (state === undefined) return null;
	let standing: SiteCheck | null = null;
	for (const round of [...state.earlier, state]) {
		for (const check of round.siteChecks) {
			if (check.falseReport) standing = check;
			else if (standing !== null && check.finding === "done" && check.on >= standing.on) standing = null;
		}
	}
	return standing;
}

/** ACC-11: an opinion of each expert, the latest one. */
export const opinionsOf = (state: CloseOutState): readonly ExpertOpinion[] => {
	const latest = new Map(state.expertOpinions.map((opinion) => [opinion.expert, opinion]));
	return [...latest.values()];
};

/** Every objection of the notice that nobody has answered. */
export const openObjections = (notice: PublicNotice) =>
	notice.objections.filter(({ answer }) => answer === null);

/** Ids among these that are no evidence of the issue, or were taken out of it. */
export const missingEvidence = (
	issue: Pick<Issue, "progress">,
	ids: readonly EvidenceId[],
): readonly EvidenceId[] => {
	const there = new Set(
		issue.progress?.evidence.filter(({ withdrawn }) => withdrawn === null).map(({ id }) => id),
	);
	return ids.filter((id) => !there.has(id));
};
