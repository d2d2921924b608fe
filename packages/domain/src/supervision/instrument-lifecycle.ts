import { InstrumentState } from "./instrument.ts";
import type { InstrumentVerb } from "./instrument-commands.ts";
import type { InstrumentEvent } from "./instrument-events.ts";

/** Where an event leads: a state, the same state, or nowhere because it cannot happen there. */
export type InstrumentTransition = InstrumentState | "stay" | "refused";
type Row = Readonly<Record<InstrumentState, InstrumentTransition>>;

const refusedEverywhere: Row = {
	drafted: "refused",
	approved: "refused",
	issued: "refused",
	acknowledged: "refused",
	held: "refused",
	minuted: "refused",
	replied: "refused",
	preAccepted: "refused",
	verified: "refused",
	lifted: "refused",
	failed: "refused",
	escalated: "refused",
	discarded: "refused",
};

const from = (leads: Partial<Row>): Row => ({ ...refusedEverywhere, ...leads });

/**
 * What every event does in every state: total, and nothing else is read. A state that has no way out (lifted, failed,
 * escalated, discarded) is an end.
 */
export const INSTRUMENT_TRANSITIONS: Readonly<Record<InstrumentEvent["type"], Row>> = {
	instrumentDrafted: refusedEverywhere,
	instrumentApproved: from({ drafted: "approved" }),
	instrumentIssued: from({ drafted: "issued", approved: "issued" }),
	instrumentAcknowledged: from({
		issued: "acknowledged",
		acknowledged: "stay",
		held: "stay",
		minuted: "stay",
		replied: "stay",
	}),
	instrumentReaddressed: from({ issued: "stay", acknowledged: "stay" }),
	talkHeld: from({ issued: "held", acknowledged: "held" }),
	talkMinuted: from({ held: "minuted" }),
	// Each of several addressed units may answer before somebody looks at what came.
	instrumentReplied: from({
		issued: "replied",
		acknowledged: "replied",
		minuted: "replied",
		replied: "stay",
	}),
	replyAccepted: from({ replied: "verified" }),
	replyRejected: from({ replied: "acknowledged" }),
	instrumentLifted: from({
		issued: "lifted",
		acknowledged: "lifted",
		verified: "lifted",
		preAccepted: "lifted",
	}),
	instrumentEscalated: from({ issued: "escalated", acknowledged: "escalated", minuted: "escalated" }),
	instrumentDiscarded: from({ drafted: "discarded", approved: "discarded" }),
	listingExtended: from({ issued: "stay", acknowledged: "stay" }),
	listingPreAccepted: from({ issued: "preAccepted", acknowledged: "preAccepted" }),
	listingFailed: from({ issued: "failed", acknowledged: "failed", preAccepted: "failed" }),
};

/** What each verb can make happen. */
export const EVENTS_OF_INSTRUMENT_VERB: Readonly<Record<InstrumentVerb, readonly InstrumentEvent["type"][]>> =
	{
		draftInstrument: ["instrumentDrafted"],
		approveInstrument: ["instrumentApproved"],
		issueInstrument: ["instrumentIssued"],
		acknowledgeInstrument: ["instrumentAcknowledged"],
		readdressInstrument: ["instrumentReaddressed"],
		holdTalk: ["talkHeld"],
		minuteTalk: ["talkMinuted"],
		replyInstrument: ["instrumentReplied"],
		verifyReply: ["replyAccepted", "replyRejected"],
		liftInstrument: ["instrumentLifted"],
		escalateInstrument: ["instrumentEscalated"],
		discardInstrument: ["instrumentDiscarded"],
		extendListing: ["listingExtended"],
		preAcceptListing: ["listingPreAccepted"],
		unlist: ["instrumentLifted"],
		failListing: ["listingFailed"],
	};

/** Whether a verb can do anything in a state. */
export const isPossible = (verb: InstrumentVerb, state: InstrumentState): boolean =>
	EVENTS_OF_INSTRUMENT_VERB[verb].some((event) => INSTRUMENT_TRANSITIONS[event][state] !== "refused");

/** States in which nothing can happen any more. */
export const isInstrumentOver = (state: InstrumentState): boolean =>
	Object.values(INSTRUMENT_TRANSITIONS).every((row) => row[state] === "refused");

export const INSTRUMENT_STATES = InstrumentState.options;
