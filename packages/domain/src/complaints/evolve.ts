import { withoutEach } from "../kernel/index.ts";
import type { ComplaintEvent } from "./events.ts";
import { TRANSITIONS } from "./lifecycle.ts";
import { standingRegion } from "./places.ts";
import { relationKey } from "./relations.ts";
import type { Complaint } from "./schema.ts";

type Registered = Extract<ComplaintEvent, { type: "complaintRegistered" }>;
type Later = Exclude<ComplaintEvent, Registered>;

/** A stream of events that no ledger of this kind can have written: the store is damaged. */
export class ComplaintReplayError extends Error {
	constructor(message: string, type: string, version: number) {
		super(`${message} (${type} at version ${version})`);
		this.name = "ComplaintReplayError";
	}
}

const registered = (event: Registered): Complaint => ({
	...event.elements,
	id: event.complaintId,
	version: 1,
	inspectionId: event.inspectionId,
	listRegion: event.listRegion,
	region: standingRegion(event.elements.places, event.listRegion),
	relations: event.relations,
	sources: event.source === null ? [] : [event.source],
	state: "registered",
	withdrawal: null,
	importIds: event.importId === null ? [] : [event.importId],
	registeredAt: event.at,
	updatedAt: event.at,
});

function applied(complaint: Complaint, event: Later): Partial<Complaint> {
	switch (event.type) {
		case "complaintAmended": {
			const { to } = event.changes;
			return {
				...to,
				region: standingRegion(to.places ?? complaint.places, complaint.listRegion),
				sources: event.source === null ? complaint.sources : [...complaint.sources, event.source],
			};
		}
		case "complaintRelated":
			return { relations: [...complaint.relations, ...event.relations] };
		case "complaintUnrelated": {
			const gone = relationKey(event.relation);
			return { relations: complaint.relations.filter((relation) => relationKey(relation) !== gone) };
		}
		case "complaintWithdrawn": {
			const { at, reason, document, importId } = event;
			return { withdrawal: { at, reason, document, ...(importId === undefined ? {} : { importId }) } };
		}
		case "complaintRestored":
			return restored(complaint, event);
	}
}

/** What an undone import had brought stays on record, set aside. */
function restored(
	complaint: Complaint,
	event: Extract<ComplaintEvent, { type: "complaintRestored" }>,
): Partial<Complaint> {
	const { importId, at, reason, changes, takenBack } = event;
	const gone = new Set(takenBack.relations.map(relationKey));
	const empty = takenBack.sources.length + takenBack.relations.length === 0;
	return {
		...changes.to,
		region: standingRegion(changes.to.places ?? complaint.places, complaint.listRegion),
		sources: withoutEach(complaint.sources, takenBack.sources),
		relations: complaint.relations.filter((relation) => !gone.has(relationKey(relation))),
		...(empty ? {} : { takenBack: [...(complaint.takenBack ?? []), { importId, at, reason, ...takenBack }] }),
	};
}

function importsAfter({ importIds }: Complaint, event: Later): Complaint["importIds"] {
	const importId = ("importId" in event ? event.importId : null) ?? null;
	return importId === null || importIds.includes(importId) ? importIds : [...importIds, importId];
}

/**
 * The state after an event. Every event adds exactly one to the version. Throws {@link ComplaintReplayError} only for
 * an order of events that `decideComplaint` never gives.
 */
export function evolveComplaint(state: Complaint | null, event: ComplaintEvent): Complaint {
	if (event.type === "complaintRegistered") {
		if (state !== null) throw new ComplaintReplayError("registered twice", event.type, state.version + 1);
		return registered(event);
	}
	if (state === null) throw new ComplaintReplayError("not registered yet", event.type, 1);
	const cell = TRANSITIONS[state.state][event.type];
	if (cell === "refused") {
		throw new ComplaintReplayError(`cannot happen while ${state.state}`, event.type, state.version + 1);
	}
	return {
		...state,
		...applied(state, event),
		state: cell === "stay" ? state.state : cell,
		importIds: importsAfter(state, event),
		version: state.version + 1,
		updatedAt: event.at,
	};
}

/** The state after all events of a stream, or null for an empty one. */
export const replayComplaint = (events: readonly ComplaintEvent[]): Complaint | null =>
	events.reduce<Complaint | null>(evolveComplaint, null);
