import {
	createTRPCClient,
	httpBatchLink,
	httpLink,
	httpSubscriptionLink,
	retryLink,
	splitLink,
	type TRPCClient,
} from "@trpc/client";
import type { AppRouter } from "@zhenggai/api";
import { mayRetry, retryDelay } from "./retry.ts";
import { baseUrl, type ClientOptions, eventSourceOf, fetchOf } from "./transport.ts";

/** The typed client of the whole API. */
export type ZhenggaiClient = TRPCClient<AppRouter>;

/** Longer batches are split: a proxy may refuse long addresses, the server more calls in one request. */
const MAX_URL_LENGTH = 4000;
const MAX_BATCH = 20;

/** Bodies that may be large have a request, and so a limit, of their own. */
const ALONE = new Set([
	"issues.startImport",
	"issues.previewImport",
	"issues.getImportSource",
	"complaints.previewImport",
]);

/**
 * Makes a client. Queries and commands go over HTTP in batches. Subscriptions come as server-sent events; they
 * reconnect by themselves, also over a restart of the server, and continue after the last event they saw: no
 * event is lost and none comes twice. A refusal of the credentials or of the input ends them with an error.
 */
export function createZhenggaiClient(options: ClientOptions): ZhenggaiClient {
	const url = `${baseUrl(options)}/trpc`;
	const doFetch = fetchOf(options);
	return createTRPCClient<AppRouter>({
		links: [
			retryLink({ retry: mayRetry, retryDelayMs: (attempt) => retryDelay(attempt) }),
			splitLink({
				condition: (op) => op.type === "subscription",
				true: httpSubscriptionLink({
					url,
					EventSource: eventSourceOf(options),
					eventSourceOptions: { fetch: doFetch },
				}),
				false: splitLink({
					condition: (op) => ALONE.has(op.path),
					true: httpLink({ url, fetch: doFetch }),
					false: httpBatchLink({ url, fetch: doFetch, maxURLLength: MAX_URL_LENGTH, maxItems: MAX_BATCH }),
				}),
			}),
		],
	});
}
