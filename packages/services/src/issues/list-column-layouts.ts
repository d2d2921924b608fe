import { placeResource } from "@zhenggai/domain/access";
import type { ColumnLayout } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import { ServiceError } from "../errors.ts";
import { rememberedFor } from "../importing/remembered-columns.ts";
import { authorise } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";

/** The layouts whose columns the actor's office remembers, then those of the offices above, which it uses too. */
export const listColumnLayouts =
	(context: ServiceContext) =>
	async (actor: Actor): Promise<ColumnLayout[]> => {
		authorise(actor, "importDocument", placeResource("region" in actor ? actor.region : null));
		if (!("region" in actor)) throw new ServiceError("NOT_ALLOWED");
		return [...(await rememberedFor(context.database, actor.region))];
	};
