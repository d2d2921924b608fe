import { z } from "zod";
import { ActorStamp, Deadline, IsoDate, LookBackId } from "../kernel/index.ts";
import { evidenceIds, signed, words } from "./closing-parts.ts";

/** What a look-back found (LB-05). */
export const LookBackResult = z.enum(["held", "weakened", "rebounded", "neverDone"]);
export type LookBackResult = z.infer<typeof LookBackResult>;
export const LookBack = z.object({
	id: LookBackId,
	on: IsoDate,
	/** The watch point it belongs to (LB-01), or the draw (LB-02), or neither. */
	occasion: z.enum(["watchPoint", "draw", "complaint", "unannounced"]),
	result: LookBackResult,
	record: words,
	evidenceIds,
	...signed,
});
export type LookBack = z.infer<typeof LookBack>;

/** A rebound that put the issue back on the ledger (LB-04). */
export const Rebound = z.object({
	count: z.int().min(1),
	lookBackId: LookBackId,
	dueOn: IsoDate,
	/** The deadline that held until then: it is kept, as every deadline is (EXT-05). */
	deadlineBefore: Deadline.nullable(),
	reason: words,
	/** Those who accepted it, listed for review of their responsibility (LB-07). */
	acceptors: z.array(ActorStamp).max(40),
	...signed,
});
export type Rebound = z.infer<typeof Rebound>;

/** Long-term persistence (长期坚持): reviewed every so often, never closed by a date. */
export const LongTerm = z.object({
	since: IsoDate,
	...signed,
	reviews: z
		.array(z.object({ on: IsoDate, result: z.enum(["held", "weakened"]), text: words, ...signed }))
		.max(200),
});
export type LongTerm = z.infer<typeof LongTerm>;
