import type { Json } from "@zhenggai/domain/journal";
import type { Instant } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import type { Tx } from "../tx/tx.ts";

/** A caller's promise that requests with this key are one and the same request. */
export interface IdempotencyClaim {
	/** Keys are the caller's own: two callers may use the same one. */
	readonly actorId: string;
	readonly key: string;
	readonly verb: string;
	/** A hash of the request's input, to tell a repeat from another request under a used key. */
	readonly fingerprint: string;
	readonly at: Instant;
}

export type IdempotentResult<T> =
	/** `replayed`: this is the stored result of the first time. */
	| { readonly kind: "done"; readonly result: T; readonly replayed: boolean }
	/** The key was used for something else. */
	| { readonly kind: "mismatch"; readonly verb: string };

export interface IdempotentWork<T> {
	/** Does it, in the same transaction. */
	readonly run: () => Promise<T>;
	/** Whether this result is the answer for good. A refusal is not: the next try may be accepted. */
	readonly keep: (result: T) => boolean;
	readonly store: (result: T) => Json;
	readonly restore: (stored: Json) => T;
}

/**
 * Does `work` once for each (actor, key), however often and from however many nodes it is asked for: a repeat gets
 * the stored result, and one that comes while the first is still at it waits for its end. Key and result are
 * committed with what `work` wrote, or not at all.
 */
export async function runIdempotent<T>(
	tx: Tx,
	claim: IdempotencyClaim,
	work: IdempotentWork<T>,
): Promise<IdempotentResult<T>> {
	const { actorId, key, verb, fingerprint, at } = claim;
	const claimed = await tx.client.query({
		name: "idempotency-claim",
		text: `INSERT INTO journal.idempotency (actor_id, key, verb, fingerprint, at) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT DO NOTHING`,
		values: [actorId, key, verb, fingerprint, at],
	});
	if (claimed.rowCount === 0) return await replay(tx, claim, work);
	const result = await work.run();
	if (work.keep(result)) {
		await tx.send({
			name: "idempotency-keep",
			text: "UPDATE journal.idempotency SET result = $3 WHERE actor_id = $1 AND key = $2",
			values: [actorId, key, JSON.stringify(work.store(result))],
		});
	} else {
		await tx.send({
			name: "idempotency-withdraw",
			text: "DELETE FROM journal.idempotency WHERE actor_id = $1 AND key = $2",
			values: [actorId, key],
		});
	}
	return { kind: "done", result, replayed: false };
}

async function replay<T>(
	tx: Tx,
	claim: IdempotencyClaim,
	work: IdempotentWork<T>,
): Promise<IdempotentResult<T>> {
	const { rows } = await tx.client.query<{ verb: string; fingerprint: string; result: Json }>(
		"SELECT verb, fingerprint, result FROM journal.idempotency WHERE actor_id = $1 AND key = $2",
		[claim.actorId, claim.key],
	);
	const [first] = rows;
	if (first === undefined) throw new Error("An idempotency key was withdrawn while it was read");
	if (first.verb !== claim.verb || first.fingerprint !== claim.fingerprint) {
		return { kind: "mismatch", verb: first.verb };
	}
	return { kind: "done", result: work.restore(first.result), replayed: true };
}

/** Forgets keys older than `before`; a caller that repeats after that is taken at its word anew. Gives how many. */
export async function forgetIdempotencyKeys(database: Database, before: Instant): Promise<number> {
	const { rowCount } = await database.pool.query("DELETE FROM journal.idempotency WHERE at < $1", [before]);
	return rowCount ?? 0;
}
