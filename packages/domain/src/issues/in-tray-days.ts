import { closeOutOf, isKeptUp, watchPoints } from "../close-out/index.ts";
import { nearFrom } from "../in-tray/index.ts";
import { addMonths, dayNumber, type IsoDate, NEVER, sooner } from "../kernel/index.ts";
import { isLive } from "../plans/index.ts";
import { reachOf } from "../progress/index.ts";
import { boundParams, type ResolvedRules } from "../rules/index.ts";
import { transitionOf } from "./lifecycle.ts";
import type { Issue } from "./schema.ts";

/** When an open milestone comes near. */
function nextOfMilestones(issue: Issue, rules: ResolvedRules, today: number): number {
	let first = NEVER;
	if (transitionOf(issue.lifecycle, "milestoneCompleted") === "refused") return first;
	for (const measure of issue.measures) {
		if (!isLive(measure)) continue;
		for (const milestone of measure.milestones) {
			const from = nearFrom(milestone.due, rules);
			if (from > today && from < first && reachOf(issue.progress, measure, milestone) === "open")
				first = from;
		}
	}
	return first;
}

const paramsOf = boundParams(["reviewMonths"]);

/** When a closed issue is to be looked back at, or what is kept up to be reviewed. */
function nextOfLookBacks(issue: Issue, rules: ResolvedRules, today: number): number {
	if (issue.closeOut === undefined) return NEVER;
	if (issue.lifecycle === "closed") {
		return watchPoints(issue, rules).reduce((first, { on }) => sooner(first, dayNumber(on), today), NEVER);
	}
	const { longTerm } = closeOutOf(issue);
	if (longTerm === null || !isKeptUp(issue) || issue.lifecycle !== "inProgress") return NEVER;
	const months = paramsOf(rules).number("reviewMonths");
	const due = addMonths(longTerm.reviews.at(-1)?.on ?? longTerm.since, months);
	return sooner(NEVER, nearFrom(due, rules), today);
}

/** The day after which supplements can be handed in no more. */
function nextOfSupplements(issue: Issue, today: number): number {
	if (issue.lifecycle !== "supplementing") return NEVER;
	const due = closeOutOf(issue).acceptances.at(-1)?.supplementsDueOn ?? null;
	return due === null ? NEVER : sooner(NEVER, dayNumber(due) + 1, today);
}

/**
 * The next day, as a day number, on which somebody's in-tray gets or loses an item of this issue though nobody does
 * anything, beside the days that `nextChangeOn` knows by itself; `NEVER` where there is none.
 */
export function nextInTrayChange(issue: Issue, rules: ResolvedRules, asOf: IsoDate): number {
	const today = dayNumber(asOf);
	return Math.min(
		nextOfMilestones(issue, rules, today),
		nextOfLookBacks(issue, rules, today),
		nextOfSupplements(issue, today),
	);
}
