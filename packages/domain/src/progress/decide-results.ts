import type { Issue, IssueContext } from "../issues/index.ts";
import { type ActorStamp, accept, type Decision, reject } from "../kernel/index.ts";
import { planOf, standsApart } from "../plans/index.ts";
import type { ProgressCommand } from "./commands.ts";
import { isArchived, openDoubts, progressOf, standingEvidence } from "./content.ts";
import { distinct } from "./doubt-draft.ts";
import { acceptWithDoubts } from "./doubts.ts";
import type { ProgressEvent } from "./events.ts";
import { evidenceGuard, pastGuard } from "./guards.ts";
import { duplicatePart, ownDoubt, sameAgain, unknownPart } from "./refusals.ts";
import type { Doubt } from "./schema.ts";

type CommandOf<T extends ProgressCommand["type"]> = Extract<ProgressCommand, { type: T }>;

/** A measured figure of a goal that is a figure. */
export function decideReading(
	issue: Issue,
	{ goalId, value, on, evidenceIds }: CommandOf<"recordReading">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const isMetric = planOf(issue).goals.some(({ id, kind }) => id === goalId && kind === "metric");
	const refusals = [
		...(isMetric ? [] : [unknownPart("goal", "goalId")]),
		...pastGuard(on, context, "on"),
		...evidenceGuard(issue, evidenceIds),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const reading = { goalId, value, on, evidenceIds, at, by };
	return acceptWithDoubts(issue, context, { type: "readingRecorded", at, reading });
}

/** A deliverable that is there, with what shows it. */
export function decideDelivery(
	issue: Issue,
	{ goalId, on, evidenceIds }: CommandOf<"recordDelivery">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const isThing = planOf(issue).goals.some(({ id, kind }) => id === goalId && kind === "deliverable");
	const refusals = [
		...(isThing ? [] : [unknownPart("goal", "goalId")]),
		...pastGuard(on, context, "on"),
		...evidenceGuard(issue, evidenceIds),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<ProgressEvent>({
		type: "deliveryRecorded",
		at,
		delivery: { goalId, on, evidenceIds, at, by },
	});
}

/** Sites that are still to be put right. */
export const openSites = (issue: Issue): Issue["sites"] =>
	issue.sites.filter(({ state }) => state === "open" || state === "reopened");

export function decideSite(
	issue: Issue,
	{ siteId, evidenceIds }: CommandOf<"selfCheckSite">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const site = issue.sites.find(({ id }) => id === siteId);
	const refusals = [
		...(site === undefined ? [unknownPart("site", "siteId")] : []),
		...(site !== undefined && !openSites(issue).includes(site) ? [sameAgain("siteId")] : []),
		...evidenceGuard(issue, evidenceIds),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return acceptWithDoubts(issue, context, { type: "siteSelfChecked", at, by, siteId, evidenceIds });
}

/** Whose work a doubt is about: who attached or reported what it names, else everybody who reported anything. */
function accused(issue: Issue, { about, evidenceId }: Pick<Doubt, "about" | "evidenceId">): ActorStamp[] {
	const { evidence, reports, attainments, completions, work, readings, deliveries } = progressOf(issue);
	const named = [
		...evidence.filter(({ id }) => id === evidenceId || about.includes(id)),
		...reports.filter(({ id }) => about.includes(id)),
		...[...attainments, ...completions].filter(({ measureId }) => about.includes(measureId)),
		...[...readings, ...deliveries].filter(({ goalId }) => about.includes(goalId)),
	];
	const all = [...evidence, ...reports, ...attainments, ...completions, ...work, ...readings, ...deliveries];
	return distinct((named.length > 0 ? named : all).map(({ by }) => by));
}

/** Somebody doubts what was reported. The same is not doubted twice at a time. */
export function decideRaise(
	issue: Issue,
	{ doubt }: CommandOf<"raiseDoubt">,
	{ now: at, stamp: by }: IssueContext,
): Decision<ProgressEvent> {
	const { doubts, evidence } = progressOf(issue);
	const { evidenceId } = doubt;
	const refusals = [
		...(doubts.some(({ id }) => id === doubt.id) ? [duplicatePart("doubt", "doubt.id")] : []),
		...(openDoubts(issue).some(({ about }) => about === doubt.about) ? [sameAgain("doubt.about")] : []),
		...(evidenceId !== null && !evidence.some(({ id }) => id === evidenceId)
			? [unknownPart("evidence", "doubt.evidenceId")]
			: []),
	];
	if (refusals.length > 0) return reject(...refusals);
	return accept<ProgressEvent>({
		type: "doubtRaised",
		at,
		doubt: { ...doubt, at, by, against: accused(issue, doubt), resolved: null },
	});
}

/** Whether somebody may say that a doubt is cleared or upheld (EV-05). */
export const mayResolve = (issue: Issue, doubt: Doubt, { stamp }: IssueContext): boolean =>
	standsApart(issue, doubt.against, stamp);

/** EV-05. What an upheld doubt is about no longer counts as evidence. */
export function decideResolve(
	issue: Issue,
	{ doubtId, outcome, reason }: CommandOf<"resolveDoubt">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const doubt = openDoubts(issue).find(({ id }) => id === doubtId);
	if (doubt === undefined) return reject(unknownPart("doubt", "doubtId"));
	if (!mayResolve(issue, doubt, context)) return reject(ownDoubt());
	const { now: at, stamp: by } = context;
	const held = standingEvidence(issue).find(({ id }) => id === doubt.evidenceId);
	const resolved: ProgressEvent = { type: "doubtResolved", at, by, doubtId, outcome, reason };
	// What is frozen with the archive of a closed issue stays: an upheld doubt about it leads to a look-back.
	if (outcome === "cleared" || held === undefined || isArchived(issue, held.id)) return accept(resolved);
	return acceptWithDoubts(issue, context, resolved, {
		type: "evidenceWithdrawn",
		at,
		by,
		evidenceId: held.id,
		reason,
	});
}
