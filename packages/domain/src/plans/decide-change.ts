import type { Issue, IssueContext } from "../issues/index.ts";
import { accept, type Decision, lastDay, type Refusal, reject, say } from "../kernel/index.ts";
import type { PlanCommand } from "./commands.ts";
import { currentBaseline, planContentOf, planOf } from "./content.ts";
import { standsApart, weakerGuard } from "./decide-review.ts";
import { planDiff } from "./diff.ts";
import type { Measure } from "./elements.ts";
import type { PlanEvent } from "./events.ts";
import { contentGuard, freshGuard } from "./guards.ts";
import {
	baselineMoved,
	laterDeadline,
	noBaseline,
	notDiffering,
	nothingPending,
	ownWork,
	pendingAlready,
	reasonNeeded,
} from "./refusals.ts";
import type { Baseline, PlanChange, PlanContent } from "./schema.ts";

type CommandOf<T extends PlanCommand["type"]> = Extract<PlanCommand, { type: T }>;

const CHANGE = say("方案调整申请", "change of the plan");
const DECIDING = say("审批方案调整", "decide on the change");

/** The change that waits for its decision, if any: there is one at most. */
export const pendingChange = (issue: Pick<Issue, "plan">): PlanChange | undefined =>
	planOf(issue).changes.find(({ decision }) => decision === null);

/** How far measures are is no part of a plan: what a new version says of it does not count. */
export function wantedMeasures(issue: Issue, wanted: readonly Measure[]): Measure[] {
	const held = new Map(issue.measures.map((measure) => [measure.id, measure]));
	return wanted.map((measure): Measure => {
		const before = held.get(measure.id);
		return { ...measure, state: before?.state ?? "notStarted", importId: before?.importId ?? null };
	});
}

/**
 * The measures once a new version holds, in the order in which they came. Nothing is deleted: what it no longer names
 * stays, as cancelled.
 */
export function measuresUnder(issue: Issue, wanted: readonly Measure[]): Measure[] {
	const named = new Map(wantedMeasures(issue, wanted).map((measure) => [measure.id, measure]));
	const held = new Set(issue.measures.map(({ id }) => id));
	return [
		...issue.measures.map((measure) => named.get(measure.id) ?? cancelled(measure)),
		...[...named.values()].filter(({ id }) => !held.has(id)),
	];
}

const cancelled = (measure: Measure): Measure => ({ ...measure, state: "cancelled" });

/** A later day, or none any more, is asked for as an extension. What has no day cannot be extended: the plan gives it one. */
const changedDeadline = (issue: Issue, content: PlanContent): boolean =>
	issue.deadline !== null &&
	lastDay(issue.deadline.point) !== null &&
	planDiff(planContentOf(issue), content).some(({ item, weaker }) => item === "deadline" && weaker !== false);

/** What keeps a change from being asked for whatever it says. */
export const proposeGuard = (issue: Issue): readonly Refusal[] => [
	...(currentBaseline(issue) === null ? [noBaseline()] : []),
	...(pendingChange(issue) === undefined ? [] : [pendingAlready(CHANGE)]),
];

/** The owner asks for another version of the approved plan. */
export function decidePropose(
	issue: Issue,
	command: CommandOf<"proposePlanChange">,
	context: IssueContext,
): Decision<PlanEvent> {
	const baseline = currentBaseline(issue);
	const content: PlanContent = {
		...command.content,
		measures: wantedMeasures(issue, command.content.measures),
	};
	const closed = proposeGuard(issue);
	if (baseline === null || closed.length > 0) return reject(...closed);
	const refusals = [
		...freshGuard(planOf(issue).changes, command.changeId, "changeId"),
		...contentGuard(issue, content, context),
		...(planDiff(planContentOf(issue), content).length === 0 ? [notDiffering("content")] : []),
		...(changedDeadline(issue, content) ? [laterDeadline()] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const change: PlanChange = {
		id: command.changeId,
		at: context.now,
		by: context.stamp,
		reason: command.reason,
		content,
		against: baseline.version,
		decision: null,
	};
	return accept<PlanEvent>({ type: "planChangeProposed", at: context.now, change });
}

/** What keeps a change from being decided whatever the verdict is. */
export function changeGuard(issue: Issue, context: IssueContext): readonly Refusal[] {
	const change = pendingChange(issue);
	if (change === undefined) return [nothingPending(CHANGE)];
	return standsApart(issue, [change.by], context.stamp) ? [] : [ownWork(DECIDING)];
}

/** An approved change becomes the next version of the baseline; a refused one stays with its reason. */
export function decideChange(
	issue: Issue,
	command: CommandOf<"decidePlanChange">,
	context: IssueContext,
): Decision<PlanEvent> {
	const change = pendingChange(issue);
	const baseline = currentBaseline(issue);
	const refusing = command.verdict === "refuse";
	const closed = change?.id === command.changeId ? changeGuard(issue, context) : [nothingPending(CHANGE)];
	if (change === undefined || baseline === null || closed.length > 0) return reject(...closed);
	const content = { ...change.content, measures: measuresUnder(issue, change.content.measures) };
	const refusals = [
		...(refusing && command.reason === null ? [reasonNeeded("BASE-01", "reason")] : []),
		...(!refusing && change.against !== baseline.version ? [baselineMoved()] : []),
		...(!refusing && command.reason === null ? weakerGuard(planContentOf(issue), content, "reason") : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const { changeId, reason } = command;
	if (refusing) {
		return accept<PlanEvent>({ type: "planChangeRefused", changeId, at, by, reason });
	}
	const next: Baseline = {
		version: baseline.version + 1,
		content,
		approvedAt: at,
		approvedBy: by,
		reason: change.reason,
		origin: { kind: "change", id: change.id },
	};
	return accept<PlanEvent>({ type: "planChangeApproved", at, changeId, baseline: next, reason });
}
