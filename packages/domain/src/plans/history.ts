import type { HistoryLookup } from "../issues/index.ts";
import { type Bilingual, say } from "../kernel/index.ts";
import type { PlanEvent } from "./events.ts";

/** One sentence on what an event changed. */
export const describePlan = (event: PlanEvent, _lookup: HistoryLookup): Bilingual =>
	say(event.type, event.type);
