import { placeResource } from "@zhenggai/domain/access";
import type { ImportRecord } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import { listImports as readImports } from "@zhenggai/storage/imports";
import { authorise, ownPrefix } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";

const LATEST = 200;
const LATEST_DISCARDED = 50;

/**
 * The latest imports of the actor's region and below, the newest first. Discarded ones, such as every mere look at a
 * document leaves, are counted apart: they never push an import out that is on the ledger.
 */
export const listImports =
	(context: ServiceContext) =>
	async (actor: Actor): Promise<ImportRecord[]> => {
		authorise(actor, "importDocument", placeResource("region" in actor ? actor.region : null));
		const prefix = ownPrefix(actor);
		const [kept, discarded] = await Promise.all([
			readImports(context.database, prefix, { discarded: false, limit: LATEST }),
			readImports(context.database, prefix, { discarded: true, limit: LATEST_DISCARDED }),
		]);
		return [...kept, ...discarded].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
	};
