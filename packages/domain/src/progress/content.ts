import type { Issue } from "../issues/index.ts";
import { dateOfDay, dayNumber, type IsoDate, shanghaiDay } from "../kernel/index.ts";
import { isLive, type Measure, type Milestone, milestoneKey } from "../plans/index.ts";
import {
	type Attainment,
	type Doubt,
	type Evidence,
	type MeasureCompletion,
	type MilestoneReach,
	NO_PROGRESS,
	type ProgressState,
} from "./schema.ts";

type Worked = Pick<Issue, "measures" | "progress">;

/** The progress of an issue, empty until somebody has reported something. */
export const progressOf = (issue: Pick<Issue, "progress">): ProgressState => issue.progress ?? NO_PROGRESS;

/** What was said of a milestone, the last word first: what is verified stays so. */
export function attainmentOf(
	attainments: readonly Attainment[],
	measureId: Measure["id"],
	key: string,
): Attainment | undefined {
	let last: Attainment | undefined;
	for (const attainment of attainments) {
		if (attainment.measureId !== measureId || attainment.key !== key) continue;
		if (attainment.verified?.verdict === "verified") return attainment;
		last = attainment;
	}
	return last;
}

/** How far a milestone is. The milestones of a verified measure are reached: somebody else has looked at all of it. */
export function reachOf(
	progress: ProgressState | undefined,
	measure: Measure,
	milestone: Milestone,
): MilestoneReach {
	if (measure.state === "verified") return "verified";
	if (progress === undefined || progress.attainments.length === 0) return "open";
	const attainment = attainmentOf(progress.attainments, measure.id, milestoneKey(milestone));
	if (attainment === undefined) return "open";
	return attainment.verified === null ? "claimed" : attainment.verified.verdict;
}

/**
 * Actual progress in percent: the weight of the milestones that somebody else has verified over the weight of all
 * (domain.md §3.1). What a unit types is never used. Null for a plan without milestones.
 */
export function actualPercent(issue: Worked): number | null {
	let all = 0;
	let reached = 0;
	for (const measure of issue.measures) {
		if (!isLive(measure)) continue;
		for (const milestone of measure.milestones) {
			all += milestone.weight;
			if (reachOf(issue.progress, measure, milestone) === "verified") reached += milestone.weight;
		}
	}
	return all === 0 ? null : (reached / all) * 100;
}

/**
 * Whether a milestone is late on a day: its day is over (what is due on `asOf` itself is not over yet) and nobody says
 * that it is reached, or that was sent back. One that waits for its verification is not late: the verifier is.
 */
export const isMissed = ({ due }: Pick<Milestone, "due">, reach: MilestoneReach, asOf: IsoDate): boolean =>
	due < asOf && reach !== "verified" && reach !== "claimed";

/** A milestone with the measure that it is a step of. */
export type MilestoneAt = { readonly measure: Measure; readonly milestone: Milestone };

const NONE: readonly never[] = [];

/** Milestones that are late on a day; see `isMissed`. */
export function overdueMilestones(issue: Worked, asOf: IsoDate): readonly MilestoneAt[] {
	let late: MilestoneAt[] | null = null;
	for (const measure of issue.measures) {
		if (!isLive(measure)) continue;
		for (const milestone of measure.milestones) {
			if (!isMissed(milestone, reachOf(issue.progress, measure, milestone), asOf)) continue;
			late ??= [];
			late.push({ measure, milestone });
		}
	}
	return late ?? NONE;
}

/** The later of two moments written alike. */
const latest = <T extends { readonly at: ProgressState["evidence"][number]["at"] }>(
	items: readonly T[],
	day: number,
): number => {
	const last = items.at(-1);
	return last === undefined ? day : Math.max(day, shanghaiDay(last.at));
};

/** The day of the last activity as a day number, -Infinity where there was none. */
export function lastActivityDay(progress: ProgressState | undefined): number {
	let day = Number.NEGATIVE_INFINITY;
	if (progress === undefined) return day;
	for (const { on } of progress.work) day = Math.max(day, dayNumber(on));
	// These lists grow at their end, with time.
	day = latest(progress.reports, day);
	day = latest(progress.evidence, day);
	day = latest(progress.attainments, day);
	day = latest(progress.completions, day);
	day = latest(progress.readings, day);
	return latest(progress.deliveries, day);
}

/** The day on which something was last done: work, a report, evidence, a step reached, a figure. Null for none. */
export function lastActivityOn(issue: Pick<Issue, "progress">): IsoDate | null {
	const day = lastActivityDay(issue.progress);
	return day === Number.NEGATIVE_INFINITY ? null : dateOfDay(day);
}

/** Doubts that nobody has resolved (EV-05). */
export function openDoubts(issue: Pick<Issue, "progress">): readonly Doubt[] {
	const doubts = issue.progress?.doubts;
	if (doubts === undefined || doubts.length === 0) return NONE;
	return doubts.filter(({ resolved }) => resolved === null);
}

/** The evidence of these ids that stands: what was withdrawn shows nothing. */
export function evidenceIn(issue: Pick<Issue, "progress">, ids: readonly string[]): readonly Evidence[] {
	const evidence = issue.progress?.evidence;
	if (evidence === undefined || ids.length === 0) return NONE;
	return evidence.filter(({ id, withdrawn }) => withdrawn === null && ids.includes(id));
}

/** All evidence that stands. */
export const standingEvidence = (issue: Pick<Issue, "progress">): readonly Evidence[] =>
	issue.progress?.evidence.filter(({ withdrawn }) => withdrawn === null) ?? NONE;

/** Whether a piece of evidence is in the frozen archive of a closed issue: it stays as it is (CLO-06). */
export const isArchived = (issue: Pick<Issue, "lifecycle" | "closeOut">, id: Evidence["id"]): boolean =>
	issue.lifecycle === "closed" &&
	issue.closeOut?.archive?.files.some(({ evidenceId }) => evidenceId === id) === true;

/** What stands of the evidence of a measure: filed under it, or named when it was said to be carried out. */
export function evidenceOfMeasure(
	issue: Pick<Issue, "progress">,
	measureId: Measure["id"],
): readonly Evidence[] {
	const named = completionOf(progressOf(issue), measureId)?.evidenceIds ?? [];
	return standingEvidence(issue).filter((held) => held.measureId === measureId || named.includes(held.id));
}

/** What was last said of a measure's being carried out. */
export const completionOf = (
	progress: ProgressState,
	measureId: Measure["id"],
): MeasureCompletion | undefined => progress.completions.findLast((said) => said.measureId === measureId);

/** Measures that are still to be settled: neither carried out, nor verified, waived or cancelled (ACC-01). */
export function unsettledMeasures(issue: Pick<Issue, "measures">): readonly Measure[] {
	let left: Measure[] | null = null;
	for (const measure of issue.measures) {
		if (measure.state !== "notStarted" && measure.state !== "inProgress") continue;
		left ??= [];
		left.push(measure);
	}
	return left ?? NONE;
}
