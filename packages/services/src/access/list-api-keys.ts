import { type ApiKeyRow, can, granteeResource } from "@zhenggai/domain/access";
import type { Actor } from "@zhenggai/domain/kernel";
import { authorise } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";

/** The keys of programs that the actor keeps: of its region and below, with no more rights than its own. */
export const listApiKeys =
	({ auth }: ServiceContext) =>
	async (actor: Actor): Promise<ApiKeyRow[]> => {
		authorise(actor, "viewApiKey");
		const keys = await auth.listApiKeys();
		return keys.filter(
			({ region, role, verbs }) => can(actor, "viewApiKey", granteeResource(region, role, verbs)) === null,
		);
	};
