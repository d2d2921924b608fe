import { isActive } from "../responsibilities/index.ts";
import type { IssueVerb } from "./commands.ts";
import type { IssueEvent } from "./events.ts";
import type { Issue, IssueState } from "./schema.ts";

/** Events as the lifecycle tells them apart: endings lead to their states, and so does taking the owners back. */
export type LifecycleEvent =
	| Exclude<IssueEvent["type"], "issueEnded">
	| "issueMerged"
	| "issueCarriedOver"
	| "issueWithdrawn"
	| "issueVoided"
	| "assigningUndone";

/** Where an event leads: a state, the same state, or nowhere because it cannot happen there. */
export type Transition = IssueState | "stay" | "refused";

type Row = Readonly<Record<LifecycleEvent, Transition>>;

/** Nothing happens any more: the issue has left the ledger. */
const FROZEN: Row = {
	issueRegistered: "refused",
	issueAmended: "refused",
	sourceTextRecorded: "refused",
	mandateAdded: "refused",
	issueAssigned: "refused",
	assignmentEnded: "refused",
	assignmentHandedOver: "refused",
	assignmentAcknowledged: "refused",
	planningStarted: "refused",
	issueDecomposed: "refused",
	notOursDeclared: "refused",
	measuresAdded: "refused",
	measureAmended: "refused",
	measureCancelled: "refused",
	siteAdded: "refused",
	siteAmended: "refused",
	noticeAttached: "refused",
	noticeDetached: "refused",
	issueMerged: "refused",
	issueCarriedOver: "refused",
	issueWithdrawn: "refused",
	issueVoided: "refused",
	importUndone: "refused",
	assigningUndone: "refused",
};

/**
 * The archive is frozen (CLO-06). The result of a close-out is published when it is done (PUB-04), so a notice may
 * still come: it stands beside the archive, and only such a one can be taken off again.
 */
const ARCHIVED: Row = { ...FROZEN, noticeAttached: "stay", noticeDetached: "stay", importUndone: "stay" };

/** The plan is being made: everything about it may change. */
const PLAN_OPEN: Row = {
	issueRegistered: "refused",
	issueAmended: "stay",
	sourceTextRecorded: "stay",
	mandateAdded: "stay",
	issueAssigned: "stay",
	assignmentEnded: "stay",
	assignmentHandedOver: "stay",
	assignmentAcknowledged: "stay",
	planningStarted: "refused",
	issueDecomposed: "stay",
	notOursDeclared: "stay",
	measuresAdded: "stay",
	measureAmended: "stay",
	measureCancelled: "stay",
	siteAdded: "stay",
	siteAmended: "stay",
	/** A published notice is evidence and moves nothing by itself. */
	noticeAttached: "stay",
	noticeDetached: "stay",
	issueMerged: "merged",
	issueCarriedOver: "carriedOver",
	issueWithdrawn: "withdrawn",
	issueVoided: "refused",
	importUndone: "stay",
	assigningUndone: "refused",
};

/** The plan is under review or is the baseline (BASE-01): people may change, the plan may not. */
const PLAN_FIXED: Row = {
	...PLAN_OPEN,
	issueAmended: "refused",
	measuresAdded: "refused",
	measureAmended: "refused",
	measureCancelled: "refused",
};

/** The owner has said "done": the places and the handing down are settled too. */
const CLOSING: Row = {
	...PLAN_FIXED,
	issueDecomposed: "refused",
	notOursDeclared: "refused",
	siteAdded: "refused",
	siteAmended: "refused",
};

/**
 * The lifecycle of domain.md §3.1 as data: what every event does in every state. `evolve` and `decide` read this
 * table and nothing else. A cell that names `assigned` is entered only when the owners are complete
 * ({@link mayEnter}); until then the issue stays where it is.
 */
export const TRANSITIONS: Readonly<Record<IssueState, Row>> = {
	/** Only a registration that nobody has worked on can be void. */
	registered: { ...PLAN_OPEN, issueAssigned: "assigned", issueVoided: "withdrawn" },
	assigned: {
		...PLAN_OPEN,
		planningStarted: "planning",
		issueVoided: "withdrawn",
		assigningUndone: "registered",
	},
	planning: PLAN_OPEN,
	planSubmitted: PLAN_FIXED,
	inProgress: PLAN_FIXED,
	selfChecked: CLOSING,
	acceptance: CLOSING,
	supplementing: CLOSING,
	publicNotice: CLOSING,
	signing: CLOSING,
	filing: CLOSING,
	closed: ARCHIVED,
	/** Behaves as `assigned`. */
	reopened: { ...PLAN_OPEN, planningStarted: "planning" },
	carriedOver: FROZEN,
	merged: FROZEN,
	withdrawn: FROZEN,
};

const ENDING_EVENT = {
	merged: "issueMerged",
	carriedOver: "issueCarriedOver",
	withdrawn: "issueWithdrawn",
	voided: "issueVoided",
} as const;

/** The lifecycle's name of an event. */
export function lifecycleEventOf(event: IssueEvent): LifecycleEvent {
	if (event.type === "issueEnded") return ENDING_EVENT[event.ending.kind];
	return event.type === "importUndone" && event.unassigned ? "assigningUndone" : event.type;
}

/** What each verb makes happen. */
export const EVENT_OF_VERB: Readonly<Record<IssueVerb, LifecycleEvent>> = {
	registerIssue: "issueRegistered",
	amendIssue: "issueAmended",
	recordSourceText: "sourceTextRecorded",
	addMandate: "mandateAdded",
	assignIssue: "issueAssigned",
	endAssignment: "assignmentEnded",
	handOverAssignment: "assignmentHandedOver",
	acknowledgeAssignment: "assignmentAcknowledged",
	startPlanning: "planningStarted",
	decomposeIssue: "issueDecomposed",
	declareNotOurs: "notOursDeclared",
	addMeasure: "measuresAdded",
	amendMeasure: "measureAmended",
	cancelMeasure: "measureCancelled",
	addSite: "siteAdded",
	amendSite: "siteAmended",
	attachNotice: "noticeAttached",
	detachNotice: "noticeDetached",
	mergeIssue: "issueMerged",
	carryOverIssue: "issueCarriedOver",
	withdrawIssue: "issueWithdrawn",
};

/** Whether the owners of an issue are named: at least one lead unit and one supervising unit not ended. */
export const ownersComplete = (assignments: Issue["assignments"]): boolean =>
	(["lead", "supervising"] as const).every((role) =>
		assignments.some((assignment) => assignment.role === role && isActive(assignment)),
	);

/** Whether an issue fulfils the condition of a state that an event would lead it to. */
export const mayEnter = (state: IssueState, issue: Pick<Issue, "assignments">): boolean =>
	state !== "assigned" || ownersComplete(issue.assignments);

/** Whether an issue holds its numbers: a merged one has handed them on, a voided one has given them back (DATA-01). */
export const holdsNumbers = ({ lifecycle, ending }: Pick<Issue, "lifecycle" | "ending">): boolean =>
	lifecycle !== "merged" && ending?.kind !== "voided";

/** States in which an issue still stands on the ledger as work to be done. */
export const OPEN_STATES = [
	"registered",
	"assigned",
	"planning",
	"planSubmitted",
	"inProgress",
	"selfChecked",
	"acceptance",
	"supplementing",
	"publicNotice",
	"signing",
	"filing",
	"reopened",
] as const satisfies readonly IssueState[];

/** States in which no deadline runs any more. */
export const ENDED_STATES = [
	"closed",
	"carriedOver",
	"merged",
	"withdrawn",
] as const satisfies readonly IssueState[];

/** Whether no deadline of the issue runs any more. */
export const isEnded = (state: IssueState): boolean => ENDED_STATES.some((ended) => ended === state);
