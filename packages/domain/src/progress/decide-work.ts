import type { Issue, IssueContext } from "../issues/index.ts";
import { accept, type Decision, reject, say } from "../kernel/index.ts";
import { isLive, type Measure, type Milestone, milestoneKey, standsApart } from "../plans/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { ProgressCommand } from "./commands.ts";
import { completionOf, evidenceIn, progressOf, reachOf } from "./content.ts";
import { acceptWithDoubts } from "./doubts.ts";
import type { ProgressEvent } from "./events.ts";
import { evidenceGuard, liveMeasure, measureGuard, pastGuard } from "./guards.ts";
import { PROGRESS_TRANSITIONS } from "./lifecycle.ts";
import { evidenceNeeded, ownClaim, reasonNeeded, sameAgain, stateForbids, unknownPart } from "./refusals.ts";
import type { Attainment } from "./schema.ts";

type CommandOf<T extends ProgressCommand["type"]> = Extract<ProgressCommand, { type: T }>;

const stepOf = (measure: Measure | undefined, key: string): Milestone | undefined =>
	measure?.milestones.find((milestone) => milestoneKey(milestone) === key);

/** What waits for somebody to look at it: the steps that are said to be reached. */
export const pendingAttainments = (issue: Issue): readonly Attainment[] =>
	progressOf(issue).attainments.filter(
		({ measureId, verified }) => verified === null && liveMeasure(issue, measureId) !== undefined,
	);

/** Steps of live measures that may be said to be reached. */
export const openSteps = (issue: Issue): readonly Milestone[] =>
	issue.measures.filter(isLive).flatMap((measure) =>
		measure.milestones.filter((milestone) => {
			const reach = reachOf(issue.progress, measure, milestone);
			return reach === "open" || reach === "rejected";
		}),
	);

/** The owner says that a step is reached, with what shows it. */
export function decideStep(
	issue: Issue,
	command: CommandOf<"completeMilestone">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const { measureId, key, doneOn, evidenceIds } = command;
	const measure = liveMeasure(issue, measureId);
	const milestone = stepOf(measure, key);
	const reach =
		measure === undefined || milestone === undefined ? "open" : reachOf(issue.progress, measure, milestone);
	const refusals = [
		...measureGuard(issue, measureId),
		...(measure !== undefined && milestone === undefined ? [unknownPart("milestone", "key")] : []),
		...(reach === "claimed" || reach === "verified" ? [sameAgain("key")] : []),
		...pastGuard(doneOn, context, "doneOn"),
		...(evidenceIds.length === 0 ? [evidenceNeeded("evidenceIds")] : []),
		...evidenceGuard(issue, evidenceIds),
	];
	if (milestone === undefined || refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	const milestoneId = milestone.id ?? null;
	const attainment: Attainment = { key, measureId, milestoneId, doneOn, evidenceIds, at, by, verified: null };
	return accept<ProgressEvent>({ type: "milestoneCompleted", at, attainment });
}

/** Somebody else looks at it: SOD-01. What is confirmed rests on evidence that stands. */
export function decideStepVerdict(
	issue: Issue,
	command: CommandOf<"verifyMilestone">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const { measureId, key, verdict, reason } = command;
	const said = pendingAttainments(issue).find((one) => one.measureId === measureId && one.key === key);
	if (said === undefined) return reject(unknownPart("milestone", "key"));
	const bare = verdict === "verified" && evidenceIn(issue, said.evidenceIds).length === 0;
	const refusals = [
		...(standsApart(issue, [said.by], context.stamp) ? [] : [ownClaim()]),
		...(bare ? [evidenceNeeded("key")] : []),
		...(verdict === "rejected" && reason === null ? [reasonNeeded("SOD-01")] : []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<ProgressEvent>({ type: "milestoneVerified", at, by, measureId, key, verdict, reason });
}

/** The owner says that a measure is carried out. */
export function decideDone(
	issue: Issue,
	{ measureId, evidenceIds }: CommandOf<"completeMeasure">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const measure = liveMeasure(issue, measureId);
	const refusals = [
		...measureGuard(issue, measureId),
		...(measure?.state === "done" || measure?.state === "verified" ? [sameAgain("measureId")] : []),
		...evidenceGuard(issue, evidenceIds),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return acceptWithDoubts(issue, context, { type: "measureCompleted", at, by, measureId, evidenceIds });
}

/** Whether somebody may verify a measure that is said to be carried out. */
export function mayVerify(issue: Issue, measure: Measure, context: IssueContext): boolean {
	const said = completionOf(progressOf(issue), measure.id);
	return standsApart(issue, said === undefined ? [] : [said.by], context.stamp);
}

/** Verified, or sent back while there still is work on it. */
export function decideDoneVerdict(
	issue: Issue,
	{ measureId, verdict, reason }: CommandOf<"verifyMeasure">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const measure = liveMeasure(issue, measureId);
	if (measure?.state !== "done") return reject(unknownPart("measure", "measureId"));
	const closed = PROGRESS_TRANSITIONS.measureRejected[issue.lifecycle] === "refused";
	const state = vocab.issueState[issue.lifecycle];
	const refusals = [
		...(mayVerify(issue, measure, context) ? [] : [ownClaim()]),
		...(verdict === "rejected" && reason === null ? [reasonNeeded("SOD-01")] : []),
		...(verdict === "rejected" && closed
			? [
					stateForbids(
						say(
							`问题处于“${state.zh}”，不能再把措施退回实施`,
							`The issue is “${state.en}”: no measure can be sent back to work`,
						),
					),
				]
			: []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	if (verdict === "verified") {
		return accept<ProgressEvent>({ type: "measureVerified", at, by, measureId, reason });
	}
	return accept<ProgressEvent>({ type: "measureRejected", at, by, measureId, reason: reason ?? "" });
}

/** Measures that may be let go: nobody has verified them. */
export const waivable = (issue: Issue): readonly Measure[] =>
	issue.measures.filter((measure) => isLive(measure) && measure.state !== "verified");

/** ACC-01: let go by the tier above, never by the side that would have to do it. */
export function decideWaiver(
	issue: Issue,
	{ measureId, reason }: CommandOf<"waiveMeasure">,
	context: IssueContext,
): Decision<ProgressEvent> {
	const refusals = [
		...(waivable(issue).some(({ id }) => id === measureId) ? [] : [unknownPart("measure", "measureId")]),
		...(standsApart(issue, [], context.stamp) ? [] : [ownClaim()]),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<ProgressEvent>({ type: "measureWaived", at, by, measureId, reason });
}
