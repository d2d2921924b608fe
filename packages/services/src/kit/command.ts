import type { Cause, Json } from "@zhenggai/domain/journal";
import type { Actor, CommandEnvelope, ImportId } from "@zhenggai/domain/kernel";
import { readStream, type Tx, withTransaction } from "@zhenggai/storage";
import { stampOf } from "./authorise.ts";
import type { ServiceContext } from "./context.ts";
import { once } from "./once.ts";
import { conflicted, type Refused } from "./outcome.ts";

/** Why the events of a command are journalled: its verb, and what came round it. */
export const causeOf = (
	verb: string,
	envelope: Pick<CommandEnvelope, "idempotencyKey" | "justification">,
	importId: ImportId | null = null,
): Cause => ({
	verb,
	importId,
	idempotencyKey: envelope.idempotencyKey ?? null,
	justification: envelope.justification ?? null,
});

/** The answer to a caller who saw another version than the ledger has, with what changed since; null where it is the same. */
export async function outdated(
	tx: Tx,
	streamId: string,
	{ expectedVersion }: Pick<CommandEnvelope, "expectedVersion">,
	version: number,
): Promise<Refused | null> {
	if (expectedVersion === version) return null;
	const stream = await readStream(tx, streamId);
	return conflicted({
		actualVersion: version,
		since: stream.filter((event) => event.version > expectedVersion),
	});
}

/** A command as its caller sent it. `input` is what a repetition of its key has to repeat. */
export type Commanded = {
	readonly actor: Actor;
	readonly verb: string;
	readonly input: readonly unknown[];
	readonly envelope: Pick<CommandEnvelope, "idempotencyKey">;
};

/** An answer that stands for good, told from a refusal. */
const isAccepted = <A extends { readonly ok: boolean }>(
	answer: A,
): answer is Extract<A, { readonly ok: true }> => answer.ok;

export type CommandWork<A extends { readonly ok: boolean }> = {
	readonly run: (tx: Tx) => Promise<A>;
	/** What is kept of an accepted answer for its repetition. */
	readonly store: (answer: Extract<A, { readonly ok: true }>) => Json;
	readonly restore: (stored: Json) => A;
};

/** Carries a command out in one transaction, once for a key; what was refused may be tried again. */
export async function commandOnce<A extends { readonly ok: boolean }>(
	context: ServiceContext,
	{ actor, verb, input, envelope }: Commanded,
	{ run, store, restore }: CommandWork<A>,
): Promise<A> {
	const asked = { stamp: stampOf(actor), key: envelope.idempotencyKey, verb, input, at: context.now() };
	const { result } = await withTransaction(context.database, (tx) =>
		once<A>(tx, asked, {
			run: () => run(tx),
			keep: isAccepted,
			store: (answer) => (isAccepted(answer) ? store(answer) : null),
			restore,
		}),
	);
	return result;
}
