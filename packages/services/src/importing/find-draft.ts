import { placeResource } from "@zhenggai/domain/access";
import type { Actor, ImportId } from "@zhenggai/domain/kernel";
import type { Database, Tx } from "@zhenggai/storage";
import { findImport, type StoredImport } from "@zhenggai/storage/imports";
import { ServiceError } from "../errors.ts";
import { authorise, ownPrefix } from "../kit/authorise.ts";

/** A draft of the actor's region. Throws NOT_ALLOWED for roles that do not import, NOT_FOUND for other regions' drafts. */
export async function draftFor(
	from: Database | Tx,
	actor: Actor,
	importId: ImportId,
	lock: "none" | "update" = "none",
): Promise<StoredImport> {
	authorise(actor, "importDocument", placeResource("region" in actor ? actor.region : null));
	const stored = await findImport(from, importId, ownPrefix(actor), lock);
	if (stored === null) throw new ServiceError("NOT_FOUND");
	return stored;
}
