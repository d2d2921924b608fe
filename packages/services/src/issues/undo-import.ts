import { ImportUndoResult } from "@zhenggai/domain/issues";
import type { Actor, ImportId, Outcome } from "@zhenggai/domain/kernel";
import { type Act, type ActRequest, actTwice, type ImportEnvelope } from "../importing/act.ts";
import { undoApplied } from "../importing/undo-apply.ts";
import type { ServiceContext } from "../kit/context.ts";

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
		envelope: ImportEnvelope,
	): Promise<Outcome<ImportUndoResult>> => {
		const request: ActRequest = { verb: "undoImport", actor, importId, envelope };
		const why = reason.trim();
		const act: Act<ImportUndoResult> = {
			request,
			input: [why],
			result: ImportUndoResult,
			run: (tx) => undoApplied(tx, context, request, why),
		};
		const first = await actTwice(context, act);
		// Somebody worked on what the import touched between the look and the write: a second look says who.
		return !first.ok && first.conflict !== null ? actTwice(context, act) : first;
	};
