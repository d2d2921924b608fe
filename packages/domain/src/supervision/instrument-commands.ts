import { z } from "zod";
import { EvidenceId, InstrumentId, IsoDate, IssueId, UnitId } from "../kernel/index.ts";
import { Instrument, InstrumentKind } from "./instrument.ts";

const words = z.string().trim().min(2).max(20_000);
const reason = z.string().trim().min(2).max(5000);

/** Drafts an instrument on an issue. Nothing goes out by it. */
export const DraftInstrument = z.object({
	type: z.literal("draftInstrument"),
	instrumentId: InstrumentId,
	issueId: IssueId,
	kind: InstrumentKind,
	title: Instrument.shape.title,
	body: words,
	cause: Instrument.shape.cause,
	addresseeUnitIds: Instrument.shape.addresseeUnitIds,
});

/** The leading group approves what stands above a letter. */
export const ApproveInstrument = z.object({
	type: z.literal("approveInstrument"),
	opinion: reason.nullable(),
});

/** Issues it: a named person, with the document's number and who signed it (RSP-03). */
export const IssueInstrument = z.object({
	type: z.literal("issueInstrument"),
	on: IsoDate,
	documentNumber: z.string().trim().min(1).max(80),
	signer: z.string().trim().min(1).max(120),
	/** Of a listing: by when what it names has to be put right. Null for the others. */
	limitOn: IsoDate.nullable(),
	/** False only for a circular that nobody has to answer. */
	replyAsked: z.boolean(),
});

/** Records that an addressed unit has it (签收). */
export const AcknowledgeInstrument = z.object({ type: z.literal("acknowledgeInstrument"), unitId: UnitId });

/** Sends it to other units, because it went to the wrong ones or their duty moved. The clock goes on. */
export const ReaddressInstrument = z.object({
	type: z.literal("readdressInstrument"),
	addresseeUnitIds: Instrument.shape.addresseeUnitIds,
	reason,
});

/** Records that a talk was held. The report is due from this day on (S31). */
export const HoldTalk = z.object({
	type: z.literal("holdTalk"),
	heldOn: IsoDate,
	chairedBy: z.string().trim().min(1).max(120),
	present: z.array(z.string().trim().min(1).max(120)).min(1).max(60),
});

/** Records what was said. */
export const MinuteTalk = z.object({ type: z.literal("minuteTalk"), minutes: words });

/** Answers in writing (SUP-04). */
export const ReplyInstrument = z.object({
	type: z.literal("replyInstrument"),
	text: words,
	evidenceIds: z.array(EvidenceId).max(100),
});

/** Verifies the reply (SUP-05). A rejected one is no reply: the clock goes on. */
export const VerifyReply = z.object({
	type: z.literal("verifyReply"),
	verdict: z.enum(["accepted", "rejected"]),
	reason,
});

/** Lifts it, after its reply was verified. */
export const LiftInstrument = z.object({ type: z.literal("liftInstrument"), reason });

/** Leaves it behind for a higher rung on the same issue, which is drafted already. */
export const EscalateInstrument = z.object({
	type: z.literal("escalateInstrument"),
	to: InstrumentId,
	reason,
});

/** Throws a draft away. */
export const DiscardInstrument = z.object({ type: z.literal("discardInstrument"), reason });

/** Gives a listing more time (SUP-06). */
export const ExtendListing = z.object({
	type: z.literal("extendListing"),
	to: IsoDate,
	/** The day on which the unit asked for it. */
	askedOn: IsoDate,
	reason,
});

/** Says that what a listing named is put right, before the listing office looks at it. */
export const PreAcceptListing = z.object({ type: z.literal("preAcceptListing"), opinion: words });

/** Takes it off the list (解除挂牌), by somebody else than pre-accepted it. */
export const Unlist = z.object({ type: z.literal("unlist"), reason });

/** Says that it was not put right. */
export const FailListing = z.object({ type: z.literal("failListing"), reason });

/** Everything that can be asked of an instrument. The names are the verbs of every layer. */
export const InstrumentCommand = z.discriminatedUnion("type", [
	DraftInstrument,
	ApproveInstrument,
	IssueInstrument,
	AcknowledgeInstrument,
	ReaddressInstrument,
	HoldTalk,
	MinuteTalk,
	ReplyInstrument,
	VerifyReply,
	LiftInstrument,
	EscalateInstrument,
	DiscardInstrument,
	ExtendListing,
	PreAcceptListing,
	Unlist,
	FailListing,
]);
export type InstrumentCommand = z.infer<typeof InstrumentCommand>;
export type InstrumentVerb = InstrumentCommand["type"];
