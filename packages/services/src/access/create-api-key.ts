import { type ApiKeyRow, can, granteeResource, type NewApiKey } from "@zhenggai/domain/access";
import type { Actor, Outcome } from "@zhenggai/domain/kernel";
import { ServiceError } from "../errors.ts";
import type { ServiceContext } from "../kit/context.ts";
import { done, refused } from "../kit/outcome.ts";

/** Makes a key for a program, which may do no more than its maker. The key itself is shown this once. */
export const createApiKey =
	({ auth }: ServiceContext) =>
	async (actor: Actor, key: NewApiKey): Promise<Outcome<{ key: string; row: ApiKeyRow }>> => {
		if (actor.kind === "anonymous") throw new ServiceError("NOT_SIGNED_IN");
		const denied = can(actor, "createApiKey", granteeResource(key.region, key.role, key.verbs));
		return denied === null ? done(await auth.createApiKey(key, actor)) : refused([denied]);
	};
