import { CLOSE_OUT_EVENTS_OF, CLOSE_OUT_TRANSITIONS } from "../close-out/index.ts";
import { ENDED_STATES, type IssueState, type Transition, type TransitionRow } from "../kernel/index.ts";
import { PLAN_EVENTS_OF, PLAN_TRANSITIONS } from "../plans/index.ts";
import { PROGRESS_EVENTS_OF, PROGRESS_TRANSITIONS } from "../progress/index.ts";
import { isActive } from "../responsibilities/index.ts";
import { SUPERVISION_EVENTS_OF, SUPERVISION_TRANSITIONS } from "../supervision/index.ts";
import type { IssueVerb, OwnVerb, RoomVerb } from "./commands.ts";
import type { IssueEvent, OwnEvent, RoomEvent } from "./events.ts";
import type { Issue } from "./schema.ts";

/** This room's events as the lifecycle tells them apart: endings lead to their states, and so does taking the owners back. */
export type OwnLifecycleEvent =
	| Exclude<OwnEvent["type"], "issueEnded">
	| "issueMerged"
	| "issueCarriedOver"
	| "issueWithdrawn"
	| "issueVoided"
	| "assigningUndone";

/** Events of all rooms as the lifecycle tells them apart. */
export type LifecycleEvent = OwnLifecycleEvent | RoomEvent["type"];

type Row = Readonly<Record<OwnLifecycleEvent, Transition>>;

/** Where every event of the other rooms leads in every state. */
const ROOM_TRANSITIONS: Readonly<Record<RoomEvent["type"], TransitionRow>> = {
	...PLAN_TRANSITIONS,
	...PROGRESS_TRANSITIONS,
	...SUPERVISION_TRANSITIONS,
	...CLOSE_OUT_TRANSITIONS,
};

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
const TRANSITIONS: Readonly<Record<IssueState, Row>> = {
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

const isRoomEventType = (event: LifecycleEvent): event is RoomEvent["type"] =>
	Object.hasOwn(ROOM_TRANSITIONS, event);

/** Every event that the lifecycle knows. */
export const LIFECYCLE_EVENTS: readonly LifecycleEvent[] = [
	...Object.keys(TRANSITIONS.registered),
	...Object.keys(ROOM_TRANSITIONS),
].filter(
	(event): event is LifecycleEvent =>
		Object.hasOwn(TRANSITIONS.registered, event) || Object.hasOwn(ROOM_TRANSITIONS, event),
);

/** Where an event leads in a state. Total over both. */
export const transitionOf = (state: IssueState, event: LifecycleEvent): Transition =>
	isRoomEventType(event) ? ROOM_TRANSITIONS[event][state] : TRANSITIONS[state][event];

const ENDING_EVENT = {
	merged: "issueMerged",
	carriedOver: "issueCarriedOver",
	withdrawn: "issueWithdrawn",
	voided: "issueVoided",
} as const;

/** Whether an event belongs to one of the rooms of the loop. */
export const isRoomEvent = (event: IssueEvent): event is RoomEvent =>
	Object.hasOwn(ROOM_TRANSITIONS, event.type);

/** The lifecycle's name of an event. */
export function lifecycleEventOf(event: IssueEvent): LifecycleEvent {
	if (event.type === "issueEnded") return ENDING_EVENT[event.ending.kind];
	return event.type === "importUndone" && event.unassigned ? "assigningUndone" : event.type;
}

/** What each verb of this room makes happen. */
export const EVENT_OF_VERB: Readonly<Record<OwnVerb, OwnLifecycleEvent>> = {
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

const ROOM_EVENTS_OF: Readonly<Record<RoomVerb, readonly RoomEvent["type"][]>> = {
	...PLAN_EVENTS_OF,
	...PROGRESS_EVENTS_OF,
	...SUPERVISION_EVENTS_OF,
	...CLOSE_OUT_EVENTS_OF,
};

/** Whether a verb belongs to one of the rooms of the loop. */
export const isRoomVerb = (verb: IssueVerb): verb is RoomVerb => Object.hasOwn(ROOM_EVENTS_OF, verb);

/** What each verb can make happen: one of these. */
export const eventsOfVerb = (verb: IssueVerb): readonly LifecycleEvent[] =>
	isRoomVerb(verb) ? ROOM_EVENTS_OF[verb] : [EVENT_OF_VERB[verb]];

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

const RECEIVED_IN: ReadonlySet<IssueState> = new Set([
	"registered",
	"assigned",
	"planning",
	"planSubmitted",
	"inProgress",
	"reopened",
]);

/** Whether receipts still matter in a state: once the owner has said “done”, nobody asks who took it on. */
export const asksReceipts = (state: IssueState): boolean => RECEIVED_IN.has(state);

export { ENDED_STATES, OPEN_STATES } from "../kernel/index.ts";

/** Whether no deadline of the issue runs any more. */
export const isEnded = (state: IssueState): boolean => ENDED_STATES.some((ended) => ended === state);
