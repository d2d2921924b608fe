import type { HistoryLookup } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import type { CloseOutEvent } from "./events.ts";

/** One sentence on what an event changed. */
export const describeCloseOut = (event: CloseOutEvent, _lookup: HistoryLookup): Bilingual =>
	say(event.type, event.type);
