import type { Instrument, InstrumentReply } from "./instrument.ts";
import type { InstrumentEvent } from "./instrument-events.ts";
import { INSTRUMENT_TRANSITIONS } from "./instrument-lifecycle.ts";

/** An event that cannot have happened: the journal is damaged, or the code that wrote it was wrong. */
export class InstrumentReplayError extends Error {
	constructor(problem: string, event: string) {
		super(`Instrument ${event}: ${problem}`);
		this.name = "InstrumentReplayError";
	}
}

const drafted = (event: Extract<InstrumentEvent, { type: "instrumentDrafted" }>): Instrument => ({
	...event.instrument,
	version: 1,
	state: "drafted",
	documentNumber: null,
	draftedBy: event.by,
	draftedAt: event.at,
	approved: null,
	issued: null,
	replyDueOn: null,
	acknowledged: [],
	replies: [],
	talk:
		event.instrument.kind === "admonitoryTalk"
			? { heldOn: null, by: null, present: [], minutes: null }
			: null,
	listing: null,
	lifted: null,
	ended: null,
	escalatedTo: null,
});

/** The replies with the verification of those that waited for it. */
const verified = (
	{ replies }: Instrument,
	verification: NonNullable<InstrumentReply["verification"]>,
): InstrumentReply[] =>
	replies.map((reply) => (reply.verification === null ? { ...reply, verification } : reply));

function applied(state: Instrument, event: InstrumentEvent): Partial<Instrument> {
	switch (event.type) {
		case "instrumentDrafted":
			throw new InstrumentReplayError("drafted twice", event.type);
		case "instrumentApproved":
			return { approved: { at: event.at, by: event.by, opinion: event.opinion } };
		case "instrumentIssued": {
			const { at, by, on, signer, documentNumber, replyDueOn, limitOn } = event;
			const listing =
				limitOn === null ? null : { limitOn, originalLimitOn: limitOn, extensions: [], preAccepted: null };
			return { documentNumber, replyDueOn, issued: { on, by, at, signer }, listing };
		}
		case "instrumentAcknowledged": {
			const { unitId, at, by } = event;
			return { acknowledged: [...state.acknowledged, { unitId, at, by }] };
		}
		case "instrumentReaddressed":
			return { addresseeUnitIds: event.addresseeUnitIds };
		case "talkHeld": {
			const { heldOn, chairedBy: by, present, replyDueOn } = event;
			return { replyDueOn, talk: { heldOn, by, present, minutes: null } };
		}
		case "talkMinuted":
			return { talk: state.talk === null ? null : { ...state.talk, minutes: event.minutes } };
		case "instrumentReplied":
			return { replies: [...state.replies, event.reply] };
		case "replyAccepted":
		case "replyRejected": {
			const { at, by, reason } = event;
			const verdict = event.type === "replyAccepted" ? ("accepted" as const) : ("rejected" as const);
			return { replies: verified(state, { verdict, reason, at, by }) };
		}
		case "instrumentLifted": {
			const { at, by, reason } = event;
			return { lifted: { at, by, reason } };
		}
		case "instrumentEscalated": {
			const { at, by, reason, to } = event;
			return { escalatedTo: to, ended: { at, by, reason } };
		}
		case "instrumentDiscarded":
		case "listingFailed": {
			const { at, by, reason } = event;
			return { ended: { at, by, reason } };
		}
		case "listingExtended":
		case "listingPreAccepted":
			return { listing: listingAfter(state.listing, event) };
	}
}

function listingAfter(
	listing: Instrument["listing"],
	event: Extract<InstrumentEvent, { type: "listingExtended" | "listingPreAccepted" }>,
): Instrument["listing"] {
	if (listing === null) throw new InstrumentReplayError("is no listing", event.type);
	const { at, by } = event;
	if (event.type === "listingPreAccepted") {
		return { ...listing, preAccepted: { at, by, opinion: event.opinion } };
	}
	const { from, to, reason, askedOn } = event;
	const extensions = [...listing.extensions, { from, to, reason, askedOn, at, by }];
	return { ...listing, limitOn: to, extensions };
}

/** The state after an event. Throws {@link InstrumentReplayError} only for histories that no decision makes. */
export function evolveInstrument(state: Instrument | null, event: InstrumentEvent): Instrument {
	if (state === null) {
		if (event.type === "instrumentDrafted") return drafted(event);
		throw new InstrumentReplayError("is not drafted yet", event.type);
	}
	const cell = INSTRUMENT_TRANSITIONS[event.type][state.state];
	if (cell === "refused") throw new InstrumentReplayError(`cannot happen while ${state.state}`, event.type);
	return {
		...state,
		...applied(state, event),
		state: cell === "stay" ? state.state : cell,
		version: state.version + 1,
	};
}

/** The state after all events of a stream, or null for an empty one. */
export const replayInstrument = (events: readonly InstrumentEvent[]): Instrument | null =>
	events.reduce<Instrument | null>(evolveInstrument, null);
