import type { Actor, ImportId } from "@zhenggai/domain/kernel";
import { appendEvents, withTransaction } from "@zhenggai/storage";
import { dropSource, endImport } from "@zhenggai/storage/imports";
import { ServiceError } from "../errors.ts";
import { draftFor } from "../importing/find-draft.ts";
import { alreadyEnded } from "../importing/findings.ts";
import { stampOf } from "../kit/authorise.ts";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";

/** Puts a draft away with its document. It stays on record as discarded; doing it twice changes nothing. */
export const discardImport =
	(context: ServiceContext) =>
	(actor: Actor, importId: ImportId): Promise<void> =>
		withTransaction(context.database, async (tx) => {
			const { draft, version, region } = await draftFor(tx, actor, importId, "update");
			if (draft.state === "discarded") return;
			if (draft.state !== "draft") throw new ServiceError("CONFLICT", alreadyEnded(draft.state).message);
			const at = context.now();
			await appendEvents(tx, {
				streamKind: "import",
				streamId: importId,
				expectedVersion: version,
				events: drafts([{ type: "importDiscarded", ...{ at } }]),
				actor: stampOf(actor),
				at,
				region,
				cause: { verb: "discardImport", importId, idempotencyKey: null, justification: null },
				ids: eventIds(context),
			});
			await dropSource(tx, importId);
			await endImport(tx, importId, {
				state: "discarded",
				version: version + 1,
				appliedAt: null,
				result: null,
			});
		});
