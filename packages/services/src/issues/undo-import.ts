import { ImportUndoResult } from "@zhenggai/domain/issues";
import type { Actor, CommandEnvelope, ImportId, Outcome } from "@zhenggai/domain/kernel";
import { withTransaction } from "@zhenggai/storage";
import { isReceiptTaken } from "@zhenggai/storage/complaints";
import { isNumberTaken } from "@zhenggai/storage/issues";
import { ImportRefused } from "../importing/apply.ts";
import { type UndoAsked, undoApplied } from "../importing/undo-apply.ts";
import { stampOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { toJson } from "../kit/json.ts";
import { once } from "../kit/once.ts";
import { done } from "../kit/outcome.ts";

type Envelope = Omit<CommandEnvelope, "expectedVersion">;

/** Long enough for a hundred thousand rows; the pool's own limit is for people's clicks. */
const STATEMENT_MS = 300_000;

async function attempt(context: ServiceContext, request: UndoAsked): Promise<Outcome<ImportUndoResult>> {
	const { actor, importId, reason, envelope } = request;
	const { result } = await withTransaction(
		context.database,
		(tx) =>
			once<Outcome<ImportUndoResult>>(
				tx,
				{
					stamp: stampOf(actor),
					key: envelope.idempotencyKey,
					verb: "undoImport",
					input: [importId, reason],
					at: context.now(),
				},
				{
					run: () => undoApplied(tx, context, request),
					keep: (outcome) => outcome.ok,
					store: (outcome) => (outcome.ok ? toJson(outcome.value) : null),
					restore: (stored) => done(ImportUndoResult.parse(stored)),
				},
			),
		{ statementTimeoutMs: STATEMENT_MS },
	);
	return result;
}

/** Somebody worked on what the import touched between the look and the write: a second look says who. */
const isOvertaken = (thrown: unknown): boolean =>
	thrown instanceof ImportRefused || isNumberTaken(thrown) || isReceiptTaken(thrown);

/**
 * Undoes an applied import by a compensating act: everything that it did and nobody has touched since is as before,
 * registrations that it made are void, and the journal keeps both. All of it or nothing, in one transaction; what is in
 * the way is answered item by item. Of two who undo it at once exactly one does.
 */
export const undoImport =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		importId: ImportId,
		reason: string,
		envelope: Envelope,
	): Promise<Outcome<ImportUndoResult>> => {
		const request = { actor, importId, reason: reason.trim(), envelope };
		try {
			return await attempt(context, request);
		} catch (thrown) {
			if (!isOvertaken(thrown)) throw thrown;
		}
		return attempt(context, request).catch((thrown: unknown) => {
			if (thrown instanceof ImportRefused) return thrown.outcome;
			throw thrown;
		});
	};
