import { placeResource } from "@zhenggai/domain/access";
import type { ImportRecord } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import { listImports as readImports } from "@zhenggai/storage/imports";
import { authorise, ownPrefix } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";

const LATEST = 200;

/** The latest imports of the actor's region and below. */
export const listImports =
	(context: ServiceContext) =>
	async (actor: Actor): Promise<ImportRecord[]> => {
		authorise(actor, "importDocument", placeResource("region" in actor ? actor.region : null));
		return [...(await readImports(context.database, ownPrefix(actor), LATEST))];
	};
