import { noticesOf } from "../close-out/index.ts";
import { planOf, withAuthor } from "../plans/index.ts";
import type { Assignment } from "../responsibilities/index.ts";
import type { IssueEvent } from "./events.ts";
import { undone } from "./evolve-undo.ts";
import { isRoomEvent, lifecycleEventOf, mayEnter, transitionOf } from "./lifecycle.ts";
import { evolveInRoom } from "./rooms.ts";
import type { Issue, IssueState } from "./schema.ts";

type EventOf<T extends IssueEvent["type"]> = Extract<IssueEvent, { type: T }>;
type Later = Exclude<IssueEvent, { type: "issueRegistered" }>;

/** A stream of events that no ledger of this kind can have written: the store is damaged. */
export class ReplayError extends Error {
	readonly type: string;
	readonly version: number;

	constructor(message: string, type: string, version: number) {
		super(`${message} (${type} at version ${version})`);
		this.name = "ReplayError";
		this.type = type;
		this.version = version;
	}
}

function registered(event: EventOf<"issueRegistered">): Issue {
	const issue: Issue = {
		id: event.issueId,
		version: 1,
		region: event.region,
		tier: event.tier,
		parentId: event.parentId,
		childIds: [],
		notOurs: [],
		mandates: [event.mandate],
		statement: event.statement,
		sourceTexts: event.sourceText === null ? [] : [event.sourceText],
		...event.elements,
		assignments: event.assignments,
		measures: event.measures,
		sites: event.sites,
		lifecycle: "registered",
		ending: null,
		importIds: event.importId === null ? [] : [event.importId],
		registeredAt: event.at,
		updatedAt: event.at,
	};
	return mayEnter("assigned", issue) ? { ...issue, lifecycle: "assigned" } : issue;
}

const updateById = <T extends { id: string }>(items: readonly T[], id: string, change: (item: T) => T): T[] =>
	items.map((item) => (item.id === id ? change(item) : item));

function handedOver(
	assignments: readonly Assignment[],
	event: EventOf<"assignmentHandedOver">,
): Assignment[] {
	const kept = updateById(assignments, event.assignmentId, (assignment) => ({
		...assignment,
		until: event.successor.from,
		endReason: event.reason,
	}));
	return [...kept, event.successor];
}

/** An earlier edition of a notice is replaced by the one that names it. */
const noticeAdded = (issue: Issue, { notice }: EventOf<"noticeAttached">): Issue["notices"] => [
	...noticesOf(issue).map((held) =>
		held.id === notice.replaces ? { ...held, replacedBy: notice.id } : held,
	),
	notice,
];

/** What a notice had replaced is replaced by what replaces it, or counts again. */
function noticeTakenOff(issue: Issue, { noticeId, at, by, reason }: EventOf<"noticeDetached">) {
	const gone = noticesOf(issue).find(({ id }) => id === noticeId);
	return noticesOf(issue).map((held) => {
		if (held.id === noticeId) return { ...held, detached: { at, by, reason } };
		return held.replacedBy === noticeId ? { ...held, replacedBy: gone?.replacedBy ?? null } : held;
	});
}

const PLAN_ELEMENTS = ["goal", "deadline", "constraints"] as const;

/** Who wrote in the plan with an event of this room, for nobody reviews what his own side wrote (SOD-01). */
function authored(issue: Issue, event: Later): Partial<Issue> {
	if (!("by" in event) || event.by === undefined || typeof event.by === "string") return {};
	if (event.type === "issueAmended" && PLAN_ELEMENTS.every((key) => !(key in event.changes.to))) return {};
	const plan = planOf(issue);
	const authors = withAuthor(plan.authors, event.by);
	return authors.length === plan.authors.length ? {} : { plan: { ...plan, authors } };
}

/** What an event does to the contents of an issue; the lifecycle follows from the table. */
function applied(issue: Issue, event: Later): Partial<Issue> {
	if (isRoomEvent(event)) return evolveInRoom(issue, event);
	switch (event.type) {
		case "issueAmended":
			return event.changes.to;
		case "sourceTextRecorded":
			return { sourceTexts: [...issue.sourceTexts, event.sourceText] };
		case "mandateAdded":
			return { mandates: [...issue.mandates, event.mandate] };
		case "issueAssigned":
			return { assignments: [...issue.assignments, ...event.assignments] };
		case "assignmentEnded":
			return {
				assignments: updateById(issue.assignments, event.assignmentId, (assignment) => ({
					...assignment,
					until: event.until,
					endReason: event.reason,
				})),
			};
		case "assignmentHandedOver":
			return { assignments: handedOver(issue.assignments, event) };
		case "assignmentAcknowledged":
			return {
				assignments: updateById(issue.assignments, event.assignmentId, (assignment) => ({
					...assignment,
					acknowledged: { at: event.at, by: event.by },
				})),
			};
		case "planningStarted":
			return {};
		case "issueDecomposed":
			return { childIds: [...issue.childIds, ...event.children.map((child) => child.issueId)] };
		case "notOursDeclared":
			return { notOurs: [...issue.notOurs, event.notOurs] };
		case "measuresAdded":
			return { measures: [...issue.measures, ...event.measures] };
		case "measureAmended":
			return {
				measures: updateById(issue.measures, event.measureId, (measure) => ({
					...measure,
					...event.changes.to,
				})),
			};
		case "measureCancelled":
			return {
				measures: updateById(issue.measures, event.measureId, (measure) => ({
					...measure,
					state: "cancelled",
				})),
			};
		case "siteAdded":
			return { sites: [...issue.sites, event.site] };
		case "siteAmended":
			return { sites: updateById(issue.sites, event.siteId, (site) => ({ ...site, ...event.changes.to })) };
		case "noticeAttached":
			return { notices: noticeAdded(issue, event) };
		case "noticeDetached":
			return { notices: noticeTakenOff(issue, event) };
		case "issueEnded":
			return { ending: event.ending };
		case "importUndone":
			return undone(issue, event);
	}
}

function importsAfter(issue: Issue, event: Later): Issue["importIds"] {
	const importId = "importId" in event ? event.importId : null;
	return importId === null || issue.importIds.includes(importId)
		? issue.importIds
		: [...issue.importIds, importId];
}

/**
 * What the ledger does when a day comes. Nobody worked on the issue by it, so it is no newer than it was: an issue that
 * lies idle stays to be seen as idle.
 */
const OF_ITSELF: ReadonlySet<IssueEvent["type"]> = new Set(["reportingCycleOpened", "lightChanged"]);

/**
 * The state after an event. Every event adds exactly one to the version. Throws {@link ReplayError} only for an
 * order of events that `decideIssue` never gives, such as a change after the ending.
 */
export function evolveIssue(state: Issue | null, event: IssueEvent): Issue {
	if (event.type === "issueRegistered") {
		if (state !== null) throw new ReplayError("registered twice", event.type, state.version + 1);
		return registered(event);
	}
	if (state === null) throw new ReplayError("not registered yet", event.type, 1);
	const cell = transitionOf(state.lifecycle, lifecycleEventOf(event));
	if (cell === "refused") {
		throw new ReplayError(`cannot happen while ${state.lifecycle}`, event.type, state.version + 1);
	}
	const next: Issue = {
		...state,
		...applied(state, event),
		...(isRoomEvent(event) ? {} : authored(state, event)),
		importIds: importsAfter(state, event),
		version: state.version + 1,
		updatedAt: OF_ITSELF.has(event.type) ? state.updatedAt : event.at,
	};
	const to = cell === "byEvent" ? nextOf(event) : cell;
	return to === "stay" || !mayEnter(to, next) ? next : { ...next, lifecycle: to };
}

/** The state that an event names itself, where the rule set orders the steps. */
const nextOf = (event: IssueEvent): IssueState | "stay" => ("next" in event ? event.next : "stay");

/** The state after all events of a stream, or null for an empty one. */
export const replayIssue = (events: readonly IssueEvent[]): Issue | null =>
	events.reduce<Issue | null>(evolveIssue, null);
