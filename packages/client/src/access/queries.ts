import type { ZhenggaiClient } from "../client.ts";
import { type Query, signalOf } from "../query.ts";
import type { Outputs } from "../types.ts";

type Access = Outputs["access"];

/** Queries of the room `access`. */
export const accessQueries = (client: ZhenggaiClient) => ({
	me: (): Query<undefined, Access["me"]> => ({
		queryKey: ["access", "me", undefined],
		queryFn: (context) => client.access.me.query(undefined, signalOf(context)),
	}),
	listUsers: (): Query<undefined, Access["listUsers"]> => ({
		queryKey: ["access", "listUsers", undefined],
		queryFn: (context) => client.access.listUsers.query(undefined, signalOf(context)),
	}),
	listApiKeys: (): Query<undefined, Access["listApiKeys"]> => ({
		queryKey: ["access", "listApiKeys", undefined],
		queryFn: (context) => client.access.listApiKeys.query(undefined, signalOf(context)),
	}),
});
