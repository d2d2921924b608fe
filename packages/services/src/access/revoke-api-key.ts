import { granteeResource } from "@zhenggai/domain/access";
import type { Actor } from "@zhenggai/domain/kernel";
import { ServiceError } from "../errors.ts";
import { authorise } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";

/** Ends a key at once. A key that the actor does not keep is not found. */
export const revokeApiKey =
	({ auth }: ServiceContext) =>
	async (actor: Actor, id: string): Promise<void> => {
		authorise(actor, "revokeApiKey");
		const key = (await auth.listApiKeys()).find((row) => row.id === id);
		if (key === undefined) throw new ServiceError("NOT_FOUND");
		authorise(actor, "revokeApiKey", granteeResource(key.region, key.role, key.verbs));
		await auth.revokeApiKey(id);
	};
