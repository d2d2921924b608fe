import { closeOutGuard, decideCloseOut, describeCloseOut, evolveCloseOut } from "../close-out/index.ts";
import type { Bilingual, Decision, Refusal } from "../kernel/index.ts";
import {
	decidePlan,
	describePlan,
	evolvePlan,
	PLAN_EVENTS_OF,
	PLAN_TRANSITIONS,
	type PlanCommand,
	type PlanEvent,
	type PlanVerb,
	planGuard,
} from "../plans/index.ts";
import {
	decideProgress,
	describeProgress,
	evolveProgress,
	PROGRESS_EVENTS_OF,
	PROGRESS_TRANSITIONS,
	type ProgressCommand,
	type ProgressEvent,
	type ProgressVerb,
	progressGuard,
} from "../progress/index.ts";
import {
	decideSupervision,
	describeSupervision,
	evolveSupervision,
	SUPERVISION_EVENTS_OF,
	SUPERVISION_TRANSITIONS,
	type SupervisionCommand,
	type SupervisionEvent,
	type SupervisionVerb,
	supervisionGuard,
} from "../supervision/index.ts";
import type { IssueCommand, IssueVerb, RoomVerb } from "./commands.ts";
import type { IssueContext } from "./context.ts";
import type { IssueEvent, RoomEvent } from "./events.ts";
import type { HistoryLookup } from "./history.ts";
import { isRoomVerb } from "./lifecycle.ts";
import type { Issue } from "./schema.ts";

/*
 * The issue is one stream and one state; what belongs to its plan, its progress, its supervision and its close-out is
 * decided and kept by the room of that name. This is the one place where the rooms are put together.
 */

type RoomCommand = Extract<IssueCommand, { type: RoomVerb }>;

const isPlanVerb = (verb: IssueVerb): verb is PlanVerb => Object.hasOwn(PLAN_EVENTS_OF, verb);
const isProgressVerb = (verb: IssueVerb): verb is ProgressVerb => Object.hasOwn(PROGRESS_EVENTS_OF, verb);
const isSupervisionVerb = (verb: IssueVerb): verb is SupervisionVerb =>
	Object.hasOwn(SUPERVISION_EVENTS_OF, verb);
const isPlanCommand = (command: IssueCommand): command is PlanCommand => isPlanVerb(command.type);
const isProgressCommand = (command: IssueCommand): command is ProgressCommand => isProgressVerb(command.type);
const isSupervisionCommand = (command: IssueCommand): command is SupervisionCommand =>
	isSupervisionVerb(command.type);

/** Whether a command belongs to one of the rooms. */
export const isRoomCommand = (command: IssueCommand): command is RoomCommand => isRoomVerb(command.type);

const isPlanEvent = (event: IssueEvent): event is PlanEvent => Object.hasOwn(PLAN_TRANSITIONS, event.type);
const isProgressEvent = (event: IssueEvent): event is ProgressEvent =>
	Object.hasOwn(PROGRESS_TRANSITIONS, event.type);
const isSupervisionEvent = (event: IssueEvent): event is SupervisionEvent =>
	Object.hasOwn(SUPERVISION_TRANSITIONS, event.type);

/** What a room's command would make happen. The policy table and the lifecycle were asked before. */
export function decideInRoom(issue: Issue, command: RoomCommand, context: IssueContext): Decision<RoomEvent> {
	if (isPlanCommand(command)) return decidePlan(issue, command, context);
	if (isProgressCommand(command)) return decideProgress(issue, command, context);
	if (isSupervisionCommand(command)) return decideSupervision(issue, command, context);
	return decideCloseOut(issue, command, context);
}

/** What a room's event does to the contents of an issue. */
export function evolveInRoom(issue: Issue, event: RoomEvent): Partial<Issue> {
	if (isPlanEvent(event)) return evolvePlan(issue, event);
	if (isProgressEvent(event)) return evolveProgress(issue, event);
	if (isSupervisionEvent(event)) return evolveSupervision(issue, event);
	return evolveCloseOut(issue, event);
}

/** What keeps a room's verb from being done whatever its particulars are. */
export function guardInRoom(issue: Issue, verb: RoomVerb, context: IssueContext): readonly Refusal[] {
	if (isPlanVerb(verb)) return planGuard(issue, verb, context);
	if (isProgressVerb(verb)) return progressGuard(issue, verb, context);
	if (isSupervisionVerb(verb)) return supervisionGuard(issue, verb, context);
	return closeOutGuard(issue, verb, context);
}

/** What the timeline says of a room's event. */
export function describeInRoom(event: RoomEvent, lookup: HistoryLookup): Bilingual {
	if (isPlanEvent(event)) return describePlan(event, lookup);
	if (isProgressEvent(event)) return describeProgress(event, lookup);
	if (isSupervisionEvent(event)) return describeSupervision(event, lookup);
	return describeCloseOut(event, lookup);
}
