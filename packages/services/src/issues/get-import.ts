import type { ImportDraft } from "@zhenggai/domain/issues";
import type { Actor, ImportId } from "@zhenggai/domain/kernel";
import { draftFor } from "../importing/find-draft.ts";
import type { ServiceContext } from "../kit/context.ts";

/** A draft with what was read and what was chosen so far. */
export const getImport =
	(context: ServiceContext) =>
	async (actor: Actor, importId: ImportId): Promise<ImportDraft> =>
		(await draftFor(context.database, actor, importId)).draft;
