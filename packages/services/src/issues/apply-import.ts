import { ImportResult } from "@zhenggai/domain/issues";
import type { Actor, ImportId, Outcome } from "@zhenggai/domain/kernel";
import { type ActRequest, actTwice, type ImportEnvelope } from "../importing/act.ts";
import { applyDraft } from "../importing/apply.ts";
import type { ServiceContext } from "../kit/context.ts";

/**
 * Applies a draft as it was last chosen: all of it or nothing, in one transaction, with a journal entry or more for
 * each issue. Of two who apply it at once exactly one does. Warnings of the rules pass with a justification.
 */
export const applyImport =
	(context: ServiceContext) =>
	(actor: Actor, importId: ImportId, envelope: ImportEnvelope): Promise<Outcome<ImportResult>> => {
		const request: ActRequest = { verb: "applyImport", actor, importId, envelope };
		return actTwice(context, {
			request,
			result: ImportResult,
			run: (tx, progress) => applyDraft(tx, context, request, progress),
		});
	};
