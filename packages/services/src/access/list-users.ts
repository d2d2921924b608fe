import { can, granteeResource, type User } from "@zhenggai/domain/access";
import type { Actor } from "@zhenggai/domain/kernel";
import { authorise } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";

/** The accounts that the actor keeps: of its region and below, with no more rights than its own. */
export const listUsers =
	({ auth }: ServiceContext) =>
	async (actor: Actor): Promise<User[]> => {
		authorise(actor, "viewUser");
		const users = await auth.listUsers();
		return users.filter(({ region, role }) => can(actor, "viewUser", granteeResource(region, role)) === null);
	};
