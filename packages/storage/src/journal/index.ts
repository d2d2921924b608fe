export {
	type AppendBatchesResult,
	type AppendResult,
	appendBatches,
	appendEvents,
	type EventBatch,
	type VersionConflict,
} from "./append.ts";
export { endOfDay, journalBegan, payloadsUpTo, versionsOn } from "./as-of.ts";
export { JOURNAL_START } from "./cursor.ts";
export { type JournalFeed, type JournalFeedOptions, openJournalFeed, type Subscription } from "./feed.ts";
export {
	forgetIdempotencyKeys,
	type IdempotencyClaim,
	type IdempotentResult,
	type IdempotentWork,
	runIdempotent,
} from "./idempotency.ts";
export type { PlacedEvent } from "./mapper.ts";
export { notifyJournal } from "./notify.ts";
export { type EntryProof, proveStream, type StreamProof } from "./proof.ts";
export {
	currentCursor,
	eventsOfImport,
	type JournalPage,
	type PageRequest,
	readAfter,
	readStream,
	readStreams,
	streamsOfImport,
	type TouchedStream,
	UnknownCursorError,
} from "./read.ts";
export {
	type BrokenSeal,
	type Seal,
	type SealReport,
	sealJournal,
	verifySeals,
	type Witness,
} from "./seal.ts";
export { type BrokenStream, type ChainReport, verifyChains } from "./verify.ts";
