import type { HistoryLookup } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import type { SupervisionEvent } from "./events.ts";

/** One sentence on what an event changed. */
export const describeSupervision = (event: SupervisionEvent, _lookup: HistoryLookup): Bilingual =>
	say(event.type, event.type);
