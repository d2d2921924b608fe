import { z } from "zod";
import {
	ActorStamp,
	EvidenceId,
	Instant,
	InstrumentId,
	IsoDate,
	IssueId,
	RegionCode,
	Tier,
	UnitId,
} from "../kernel/index.ts";
import { RuleId } from "../rules/index.ts";

const words = z.string().trim().min(2).max(20_000);

/** The rungs of the ladder that are instruments (domain.md §4 SUP). Referral is the room `accountability`'s matter. */
export const InstrumentKind = z.enum([
	"reminderLetter",
	"supervisionLetter",
	"circular",
	"admonitoryTalk",
	"listedSupervision",
	"specialInspection",
]);
export type InstrumentKind = z.infer<typeof InstrumentKind>;

/**
 * How far an instrument is (domain.md §3.3). Letters and circulars: drafted → issued → acknowledged → replied →
 * verified → lifted. Talks: drafted → approved → issued (noticed) → held → minuted → replied (reported) → verified →
 * lifted. Listings: drafted → issued (listed) → preAccepted → lifted (unlisted), or failed. A reply that was not
 * accepted goes back to acknowledged; escalated ones are succeeded by a higher rung.
 */
export const InstrumentState = z.enum([
	"drafted",
	"approved",
	"issued",
	"acknowledged",
	"held",
	"minuted",
	"replied",
	"preAccepted",
	"verified",
	"lifted",
	"failed",
	"escalated",
	"discarded",
]);
export type InstrumentState = z.infer<typeof InstrumentState>;

/** Why it is proposed: the rules that triggered it, and for a skipped rung the reason (SUP-07). */
export const InstrumentCause = z.object({
	rules: z.array(RuleId).max(20),
	text: words,
	skipsRungReason: words.nullable(),
});
export type InstrumentCause = z.infer<typeof InstrumentCause>;

export const InstrumentReply = z.object({
	text: words,
	evidenceIds: z.array(EvidenceId).max(100),
	at: Instant,
	by: ActorStamp,
	verification: z
		.object({ verdict: z.enum(["accepted", "rejected"]), reason: words, at: Instant, by: ActorStamp })
		.nullable(),
});
export type InstrumentReply = z.infer<typeof InstrumentReply>;

/** One supervision instrument (督办件). Always about one issue; a circular may name several, each its own record. */
export const Instrument = z.object({
	id: InstrumentId,
	version: z.int().min(0),
	issueId: IssueId,
	region: RegionCode,
	tier: Tier,
	kind: InstrumentKind,
	state: InstrumentState,
	/** 文号; given when it is issued. */
	documentNumber: z.string().trim().max(80).nullable(),
	title: z.string().trim().min(1).max(300),
	body: words,
	cause: InstrumentCause,
	/** To whom it goes. */
	addresseeUnitIds: z.array(UnitId).min(1).max(20),
	draftedBy: ActorStamp,
	draftedAt: Instant,
	/** The leading group's approval, which everything above a letter needs (domain.md §6). */
	approved: z.object({ at: Instant, by: ActorStamp, opinion: words.nullable() }).nullable(),
	/** The named person who issued it: nothing is issued by itself (RSP-03). */
	issued: z.object({ on: IsoDate, by: ActorStamp, at: Instant, signer: z.string() }).nullable(),
	/**
	 * The clock runs from the dispatch, for a talk from the day it was held, never from the receipt (SUP-04), and is
	 * never set anew. Null where no reply is asked for.
	 */
	replyDueOn: IsoDate.nullable(),
	acknowledged: z.array(z.object({ unitId: UnitId, at: Instant, by: ActorStamp })).max(20),
	replies: z.array(InstrumentReply).max(50),
	/** Of a talk: when it was held, who was there, what was said. */
	talk: z
		.object({
			heldOn: IsoDate.nullable(),
			by: z.string().nullable(),
			present: z.array(z.string().trim().min(1).max(120)).max(60),
			minutes: words.nullable(),
		})
		.nullable(),
	/** Of a listing: its limit, extensions and pre-acceptance (SUP-06). */
	listing: z
		.object({
			limitOn: IsoDate,
			originalLimitOn: IsoDate,
			extensions: z
				.array(
					z.object({
						from: IsoDate,
						to: IsoDate,
						reason: words,
						askedOn: IsoDate,
						at: Instant,
						by: ActorStamp,
					}),
				)
				.max(10),
			preAccepted: z.object({ at: Instant, by: ActorStamp, opinion: words }).nullable(),
		})
		.nullable(),
	lifted: z.object({ at: Instant, by: ActorStamp, reason: words }).nullable(),
	/** Why it failed, was escalated or was discarded. */
	ended: z.object({ at: Instant, by: ActorStamp, reason: words }).nullable(),
	/** The higher rung that followed. */
	escalatedTo: InstrumentId.nullable(),
});
export type Instrument = z.infer<typeof Instrument>;

/** Rungs that the leading group approves before they are issued (domain.md §6); letters are the offices' own. */
export const needsApproval = (kind: InstrumentKind): boolean =>
	kind !== "reminderLetter" && kind !== "supervisionLetter";

const OPEN_STATES: ReadonlySet<InstrumentState> = new Set([
	"issued",
	"acknowledged",
	"held",
	"minuted",
	"replied",
	"preAccepted",
	"verified",
]);
const UNANSWERED_STATES: ReadonlySet<InstrumentState> = new Set([
	"issued",
	"acknowledged",
	"held",
	"minuted",
]);

/** Whether an instrument was issued and is not over. */
export const isInForce = ({ state }: Pick<Instrument, "state">): boolean => OPEN_STATES.has(state);

/** Whether an instrument is still being worked on, drafts included. */
export const isOpenInstrument = ({ state }: Pick<Instrument, "state">): boolean =>
	state === "drafted" || state === "approved" || OPEN_STATES.has(state);

/**
 * Whether its reply is late on a day (SUP-09): the due day is over and nothing waits for verification. A rejected reply
 * is none, so the old due day counts on.
 */
export const isReplyOverdue = (
	{ state, replyDueOn }: Pick<Instrument, "state" | "replyDueOn">,
	asOf: IsoDate,
): boolean => replyDueOn !== null && replyDueOn < asOf && UNANSWERED_STATES.has(state);

/** The instruments whose reply is late on a day, the longest waiting first: 事事有回音 (SUP-09). */
export const unansweredInstruments = <T extends Pick<Instrument, "state" | "replyDueOn">>(
	instruments: readonly T[],
	asOf: IsoDate,
): T[] =>
	instruments
		.filter((instrument) => isReplyOverdue(instrument, asOf))
		.toSorted((a, b) => ((a.replyDueOn ?? "") < (b.replyDueOn ?? "") ? -1 : 1));
