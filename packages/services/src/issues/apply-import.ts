import { ImportResult } from "@zhenggai/domain/issues";
import type { Actor, CommandEnvelope, ImportId, Outcome } from "@zhenggai/domain/kernel";
import { withTransaction } from "@zhenggai/storage";
import { isNumberTaken } from "@zhenggai/storage/issues";
import { applyDraft, ImportRefused } from "../importing/apply.ts";
import { ProgressReport } from "../importing/progress.ts";
import { stampOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { toJson } from "../kit/json.ts";
import { once } from "../kit/once.ts";
import { done } from "../kit/outcome.ts";

type Envelope = Omit<CommandEnvelope, "expectedVersion">;

/** Long enough for a hundred thousand rows; the pool's own limit is for people's clicks. */
const STATEMENT_MS = 300_000;

function attempt(context: ServiceContext, actor: Actor, importId: ImportId, envelope: Envelope) {
	const progress = new ProgressReport(context, importId);
	return withTransaction(
		context.database,
		(tx) =>
			once<Outcome<ImportResult>>(
				tx,
				{
					stamp: stampOf(actor),
					key: envelope.idempotencyKey,
					verb: "applyImport",
					input: [importId],
					at: context.now(),
				},
				{
					run: () => applyDraft(tx, context, { actor, importId, envelope, progress }),
					keep: (outcome) => outcome.ok,
					store: (outcome) => (outcome.ok ? toJson(outcome.value) : null),
					restore: (stored) => done(ImportResult.parse(stored)),
				},
			),
		{ statementTimeoutMs: STATEMENT_MS },
	)
		.then(async ({ result }) => {
			await progress.end(result.ok);
			return result;
		})
		.catch(async (thrown) => {
			await progress.end(false);
			if (thrown instanceof ImportRefused) return thrown.outcome;
			throw thrown;
		});
}

/**
 * Applies a draft as it was last chosen: all of it or nothing, in one transaction, with a journal entry or more for
 * each issue. Of two who apply it at once exactly one does. Warnings of the rules pass with a justification.
 */
export const applyImport =
	(context: ServiceContext) =>
	async (actor: Actor, importId: ImportId, envelope: Envelope): Promise<Outcome<ImportResult>> => {
		try {
			return await attempt(context, actor, importId, envelope);
		} catch (thrown) {
			// Somebody registered one of the numbers in the meantime: the second look finds the issue that has it.
			if (!isNumberTaken(thrown)) throw thrown;
			return attempt(context, actor, importId, envelope);
		}
	};
