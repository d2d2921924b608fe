import type { Json } from "@zhenggai/domain/journal";
import { type ActorStamp, type Instant, say } from "@zhenggai/domain/kernel";
import { runIdempotent, type Tx } from "@zhenggai/storage";
import { ServiceError } from "../errors.ts";
import { fingerprint } from "./json.ts";

/** A request that its sender may repeat. */
export type Repeatable = {
	readonly stamp: ActorStamp;
	readonly key: string | undefined;
	readonly verb: string;
	/** What was asked: a repeat asks the same. */
	readonly input: unknown;
	readonly at: Instant;
};

export type OnceWork<T> = {
	readonly run: () => Promise<T>;
	/** Whether the result stands for good; what was refused may be tried again. */
	readonly keep: (result: T) => boolean;
	readonly store: (result: T) => Json;
	readonly restore: (stored: Json) => T;
};

/**
 * Does the work once for a key of a caller; without a key every time. `replayed` tells that the result is that of the
 * first time. Throws BAD_INPUT when the key was used for another request.
 */
export async function once<T>(
	tx: Tx,
	request: Repeatable,
	work: OnceWork<T>,
): Promise<{ result: T; replayed: boolean }> {
	const { key, stamp, verb, input, at } = request;
	if (key === undefined) return { result: await work.run(), replayed: false };
	const claim = {
		actorId: `${stamp.kind}:${stamp.id}`,
		key,
		verb,
		fingerprint: fingerprint(input),
		at,
	};
	const answer = await runIdempotent(tx, claim, work);
	if (answer.kind === "mismatch") {
		throw new ServiceError(
			"BAD_INPUT",
			say(
				"该幂等键已用于另一请求，请换用新键",
				"This idempotency key was used for another request: take a new one",
			),
		);
	}
	return { result: answer.result, replayed: answer.replayed };
}
