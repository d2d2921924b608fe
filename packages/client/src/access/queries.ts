import type { ZhenggaiClient } from "../client.ts";
import { signalOf } from "../query.ts";

/** Queries of the room `access`. */
export const accessQueries = (client: ZhenggaiClient) => ({
	me: () => ({
		queryKey: ["access", "me"] as const,
		queryFn: (context?: { signal?: AbortSignal }) => client.access.me.query(undefined, signalOf(context)),
	}),
	listApiKeys: () => ({
		queryKey: ["access", "listApiKeys"] as const,
		queryFn: (context?: { signal?: AbortSignal }) =>
			client.access.listApiKeys.query(undefined, signalOf(context)),
	}),
});
