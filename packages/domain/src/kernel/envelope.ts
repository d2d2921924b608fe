import { z } from "zod";
import { IsoDate } from "./date.ts";
import { Refusal } from "./result.ts";

/** What every changing request carries beside its own fields. */
export const CommandEnvelope = z.object({
	/** The version the caller saw. A newer one in the ledger is a conflict, answered with what changed since. */
	expectedVersion: z.int().min(0),
	/** Repeating a request with the same key returns the first answer and changes nothing. */
	idempotencyKey: z.string().min(8).max(200).optional(),
	/** Needed to pass a warning; kept in the journal. */
	justification: z.string().trim().min(2).max(2000).optional(),
});
export type CommandEnvelope = z.infer<typeof CommandEnvelope>;

/** What somebody else changed since the version the caller saw. */
export const Conflict = z.object({
	currentVersion: z.int(),
	changes: z.array(z.object({ version: z.int(), type: z.string(), by: z.string(), at: z.string() })),
});
export type Conflict = z.infer<typeof Conflict>;

/** The answer to a changing request: expected refusals are data, never errors. */
export const outcomeOf = <T extends z.ZodType>(value: T) =>
	z.discriminatedUnion("ok", [
		z.object({ ok: z.literal(true), value, warnings: z.array(Refusal) }),
		z.object({ ok: z.literal(false), refusals: z.array(Refusal), conflict: Conflict.nullable() }),
	]);
export type Outcome<T> =
	| { ok: true; value: T; warnings: Refusal[] }
	| { ok: false; refusals: Refusal[]; conflict: Conflict | null };

/** One page of a list. `cursor` of the next page is opaque; null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
	z.object({ items: z.array(item), nextCursor: z.string().nullable(), asOf: IsoDate });
export type Page<T> = { items: T[]; nextCursor: string | null; asOf: IsoDate };
