import type { ImportedDocument } from "@zhenggai/domain/issues";
import type { Actor, ImportId } from "@zhenggai/domain/kernel";
import { findSource } from "@zhenggai/storage/imports";
import { ServiceError } from "../errors.ts";
import { draftFor } from "../importing/find-draft.ts";
import type { ServiceContext } from "../kit/context.ts";

/**
 * The document that an import was read from, byte for byte, for those who may see the import. Throws NOT_FOUND where
 * it was not kept.
 */
export const getImportSource =
	(context: ServiceContext) =>
	async (actor: Actor, importId: ImportId): Promise<ImportedDocument> => {
		await draftFor(context.database, actor, importId);
		const source = await findSource(context.database, importId);
		if (source === null) throw new ServiceError("NOT_FOUND");
		const { kind, name, bytes } = source;
		return { kind, name, base64: Buffer.from(bytes).toString("base64") };
	};
