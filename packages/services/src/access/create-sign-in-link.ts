import { granteeResource } from "@zhenggai/domain/access";
import type { Actor } from "@zhenggai/domain/kernel";
import { ServiceError } from "../errors.ts";
import { authorise } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";

/** A one-time link for a person, for the operator of the server's own machine only. */
export const createSignInLink =
	({ auth }: ServiceContext) =>
	async (actor: Actor, username: string): Promise<{ url: string; expiresAt: string }> => {
		authorise(actor, "createSignInLink");
		const user = await auth.findUser(username);
		if (user === null || !user.active) throw new ServiceError("NOT_FOUND");
		authorise(actor, "createSignInLink", granteeResource(user.region, user.role));
		return auth.createSignInLink(user);
	};
