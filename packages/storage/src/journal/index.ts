export {
	type AppendBatchesResult,
	type AppendResult,
	appendBatches,
	appendEvents,
	type EventBatch,
	type VersionConflict,
} from "./append.ts";
export { JOURNAL_START } from "./cursor.ts";
export type { PlacedEvent } from "./mapper.ts";
export { notifyJournal } from "./notify.ts";
export {
	currentCursor,
	eventsOfImport,
	type JournalPage,
	type PageRequest,
	readAfter,
	readStream,
	readStreams,
	UnknownCursorError,
} from "./read.ts";
