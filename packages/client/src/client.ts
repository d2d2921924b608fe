import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, type TRPCClient } from "@trpc/client";
import type { AppRouter } from "@zhenggai/api";
import { EventSource } from "eventsource";

/** How to reach a server. */
export type ClientOptions = {
	/** The server's address, `https://ledger.example:4400`; empty for the page's own origin. */
	url: string;
	/** A program's API key. Left out in a browser, where the session cookie speaks. */
	token?: string;
	/** Another `fetch`, for tests and proxies. */
	fetch?: typeof globalThis.fetch;
};

/** The typed client of the whole API. */
export type ZhenggaiClient = TRPCClient<AppRouter>;

/** Long batches are split so that a proxy's limit on addresses is never met. */
const MAX_URL_LENGTH = 4000;

/**
 * Makes a client. Queries and mutations go over HTTP in batches; subscriptions over server-sent events, which
 * reconnect by themselves and continue after the last event they saw.
 */
export function createZhenggaiClient(options: ClientOptions): ZhenggaiClient {
	const url = `${options.url.replace(/\/$/, "")}/trpc`;
	const authorization: Record<string, string> =
		options.token === undefined ? {} : { authorization: `Bearer ${options.token}` };
	const doFetch = options.fetch ?? globalThis.fetch;
	return createTRPCClient<AppRouter>({
		links: [
			splitLink({
				condition: (op) => op.type === "subscription",
				true: httpSubscriptionLink({
					url,
					EventSource,
					eventSourceOptions: {
						fetch: (input: string | URL, init: RequestInit) =>
							doFetch(input, { ...init, credentials: "same-origin", headers: { ...init.headers, ...authorization } }),
					},
				}),
				false: httpBatchLink({
					url,
					maxURLLength: MAX_URL_LENGTH,
					headers: authorization,
					fetch: (input, init) => doFetch(input, { ...init, credentials: "same-origin" }),
				}),
			}),
		],
	});
}
