import { z } from "zod";
import { ActorStamp, Bilingual, EventId, ImportId, Instant, RegionCode } from "../kernel/index.ts";

/** Kinds of stream. A stream is one aggregate's history; its id is the aggregate's id. */
export const StreamKind = z.enum([
	"inspection",
	"issue",
	"complaint",
	"referral",
	"screening",
	"draw",
	"unit",
	"person",
	"region",
	"import",
	"ruleSet",
	"calendar",
	"access",
	"instrument",
]);
export type StreamKind = z.infer<typeof StreamKind>;

/** Any value that JSON can hold; payloads are checked by the room that owns the event. */
export const Json = z.json();
export type Json = z.infer<typeof Json>;

/** An event before it is journalled: what a decider returned, in the form of its room. */
export const EventDraft = z.object({ type: z.string().min(1).max(80), payload: Json });
export type EventDraft = z.infer<typeof EventDraft>;

/** Why an event happened, beside who did it. */
export const Cause = z.object({
	/** The verb of the use case, `assignIssue`. */
	verb: z.string(),
	/** The import that made it, for "what this import made". */
	importId: ImportId.nullable(),
	/** The caller's key for a repeated request. */
	idempotencyKey: z.string().min(8).max(200).nullable(),
	/** The written justification for passing a warning. */
	justification: z.string().max(2000).nullable(),
});
export type Cause = z.infer<typeof Cause>;

/** One entry of the journal. Entries are never changed or removed. */
export const JournalEvent = z.object({
	id: EventId,
	streamKind: StreamKind,
	streamId: z.uuid(),
	/** Counts from 1 within the stream, without gaps. */
	version: z.int().min(1),
	type: z.string(),
	payload: Json,
	actor: ActorStamp,
	at: Instant,
	/** The region whose people may see it, null for entries without a place. */
	region: RegionCode.nullable(),
	cause: Cause,
	/** SHA-256 of the entry before it in the stream, 64 zeros for the first. */
	prevHash: z.string().regex(/^[0-9a-f]{64}$/),
	/** SHA-256(prevHash ‖ canonical form of this entry). */
	hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type JournalEvent = z.infer<typeof JournalEvent>;

/**
 * A position in the journal that no late commit can slip behind: opaque text, compared only by the store.
 */
export const JournalCursor = z
	.string()
	.regex(/^\d+:\d+$/)
	.brand("JournalCursor");
export type JournalCursor = z.infer<typeof JournalCursor>;

/** What a field said: the ledger's own words, which are the same in every language, or a text of both. */
export const FieldText = z.union([z.string(), Bilingual]);
export type FieldText = z.infer<typeof FieldText>;

/** One entry of a timeline: an event of an aggregate in one sentence, the newest first wherever they are listed. */
export const HistoryEntry = z.object({
	version: z.int(),
	type: z.string(),
	at: Instant,
	actor: ActorStamp,
	/** One sentence on what changed. */
	summary: Bilingual,
	/** Fields from → to, where there are any. */
	changes: z.array(
		z.object({
			field: z.string(),
			label: Bilingual,
			from: FieldText.nullable(),
			to: FieldText.nullable(),
		}),
	),
	reason: z.string().nullable(),
	importId: ImportId.nullable(),
	hash: z.string(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** The part of a timeline's entry that the event itself says. */
export type EventDescription = Pick<HistoryEntry, "summary" | "changes" | "reason" | "importId">;
