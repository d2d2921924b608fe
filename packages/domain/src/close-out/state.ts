import type { Issue } from "../issues/index.ts";
import type { EvidenceId, PersonId, Tier } from "../kernel/index.ts";
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

/**
 * Whether an issue is kept up for good (长期坚持): marked so, and still of that category. One whose plan was given a date
 * since is closed out by it as any other.
 */
export const isKeptUp = ({ closeOut, deadline }: Pick<Issue, "closeOut" | "deadline">): boolean =>
	deadline?.category === "longTerm" && (closeOut?.longTerm ?? null) !== null;

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

/** A false report, and the places of it that nobody has found done since; `null` stands for the issue as a whole. */
type Standing = { readonly check: SiteCheck; readonly left: ReadonlySet<string | null> };

/** What is left of a false report after a check found its places done; null where nothing is. */
function lessOf(standing: Standing, { on, siteIds }: SiteCheck): Standing | null {
	if (on < standing.check.on) return standing;
	// A check of no place in particular is one of the whole issue.
	const left = siteIds.length === 0 ? new Set<null>() : standing.left.difference(new Set(siteIds));
	return left.size === 0 ? null : { ...standing, left };
}

/**
 * The latest finding of false rectification that stands (ANTI-02): a check found that what was reported as done is not, and
 * no later one found that very place done. Supervision proposes a talk from it.
 */
export function standingFalseReport({
	closeOut: state,
	sites,
}: Pick<Issue, "closeOut" | "sites">): SiteCheck | null {
	if (state === undefined) return null;
	const whole = sites.length === 0 ? [null] : sites.map(({ id }) => id);
	let standing: Standing[] = [];
	for (const check of [...state.earlier, state].flatMap(({ siteChecks }) => siteChecks)) {
		if (check.falseReport) {
			standing.push({ check, left: new Set(check.siteIds.length === 0 ? whole : check.siteIds) });
		} else if (check.finding === "done") {
			standing = standing.flatMap((held) => lessOf(held, check) ?? []);
		}
	}
	return standing.at(-1)?.check ?? null;
}

/**
 * Sites that are not put right (ACC-13). While others look at it, one that a check found wanting counts as put right once
 * the latest check of it finds it done.
 */
export function openSitesOf(issue: Pick<Issue, "closeOut" | "sites">): Issue["sites"] {
	const checks = checksOfReport(closeOutOf(issue));
	return issue.sites.filter(({ id, state }) => {
		if (state !== "open" && state !== "reopened") return false;
		const last = checks
			.filter(({ siteIds }) => siteIds.length === 0 || siteIds.includes(id))
			.reduce<SiteCheck | undefined>(
				(latest, check) => (latest === undefined || check.on >= latest.on ? check : latest),
				undefined,
			);
		return last?.finding !== "done";
	});
}

/**
 * ACC-11: an opinion of each expert, the latest one. What an expert said himself stands instead of what was entered under
 * his name.
 */
export const opinionsOf = (state: Pick<CloseOutState, "expertOpinions">): readonly ExpertOpinion[] => {
	const { expertOpinions } = state;
	const own = new Set(
		expertOpinions.flatMap(({ expert, personId }) => (personId === undefined ? [] : [expert])),
	);
	const counting = expertOpinions.filter(
		({ expert, personId }) => personId !== undefined || !own.has(expert),
	);
	return [...new Map(counting.map((opinion) => [opinion.personId ?? opinion.expert, opinion])).values()];
};

/** The own opinion of somebody in this attempt. */
export const ownOpinionOf = (
	{ expertOpinions }: Pick<CloseOutState, "expertOpinions">,
	id: PersonId,
): ExpertOpinion | undefined => expertOpinions.find(({ personId }) => personId === id);

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
