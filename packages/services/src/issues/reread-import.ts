import { carryOver, type ReadingHint, type RereadDraft } from "@zhenggai/domain/issues";
import type { Actor, ImportId } from "@zhenggai/domain/kernel";
import { appendEvents, withTransaction } from "@zhenggai/storage";
import { findSource, replaceReading } from "@zhenggai/storage/imports";
import { hasEnded, readMeanwhile, sourceNotKept } from "../importing/draft-errors.ts";
import { draftFor } from "../importing/find-draft.ts";
import { read } from "../importing/read.ts";
import { keptHint, withRemembered } from "../importing/remembered-columns.ts";
import { stampOf } from "../kit/authorise.ts";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";

/**
 * Reads the document of a draft again, as it was handed in, with what the clerk says about it; an empty hint forgets
 * the one before. The reading takes the old one's place in the same draft, with everything the clerk did that has a
 * place in it, and the answer says what has none. Nothing reaches the ledger. Throws CONFLICT for a draft that has
 * ended, that somebody else read again meanwhile, or that is not at the given version.
 */
export const rereadImport =
	(context: ServiceContext) =>
	async (
		actor: Actor,
		importId: ImportId,
		said: ReadingHint,
		expectedVersion?: number,
	): Promise<RereadDraft> => {
		const { draft: seen, region: office } = await draftFor(context.database, actor, importId);
		if (seen.state !== "draft") throw hasEnded(seen.state);
		if (expectedVersion !== undefined && expectedVersion !== seen.version) throw readMeanwhile();
		const source = await findSource(context.database, importId);
		if (source === null) throw sourceNotKept();
		const asked = await withRemembered(context.database, office, said, true);
		const next = await read({ source, hint: asked });
		const hint = keptHint(asked, said, next);
		return withTransaction(context.database, async (tx) => {
			// The choices as they are now: the clerk may have gone on working while it was read.
			const { draft, version, region } = await draftFor(tx, actor, importId, "update");
			if (draft.state !== "draft") throw hasEnded(draft.state);
			if (version !== seen.version) throw readMeanwhile();
			const { proposal, choices, carried } = carryOver(draft.proposal, next, draft.choices, version + 1);
			const at = context.now();
			const items = proposal.issues.length + proposal.complaints.length + proposal.notices.length;
			await appendEvents(tx, {
				streamKind: "import",
				streamId: importId,
				expectedVersion: version,
				events: drafts([{ type: "importReread", ...{ at, hint, kind: proposal.kind, items, carried } }]),
				actor: stampOf(actor),
				at,
				region,
				cause: { verb: "rereadImport", importId, idempotencyKey: null, justification: null },
				ids: eventIds(context),
			});
			const reread = { ...draft, version: version + 1, kind: proposal.kind, proposal, choices, hint };
			await replaceReading(tx, importId, reread);
			return { ...reread, carried };
		});
	};
