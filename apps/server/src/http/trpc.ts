import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter, type Context } from "@zhenggai/api";
import { ServiceError, type Services } from "@zhenggai/services/contract";
import { errorFields, type Logger } from "../log.ts";
import { eventStream, isSubscription } from "./event-stream.ts";
import { problem } from "./problem.ts";
import { addressOf, type HttpContext } from "./request.ts";
import type { OpenStreams } from "./streams.ts";

export const TRPC_PATH = "/trpc";

/** The most calls in one request; the client sends no more. */
const MAX_BATCH = 20;

export type TrpcParts = {
	readonly services: Services;
	readonly streams: OpenStreams;
	readonly log: Logger;
	/** Whether the credentials that a request came with still hold. */
	readonly stillHolds: (c: HttpContext) => Promise<boolean>;
	/** Whether `X-Forwarded-For` comes from a proxy of ours. */
	readonly trustProxy: boolean;
};

/** Answers `/trpc/*` by the API's router, in the name of whoever the request's identity says. */
export const trpcHandler =
	({ services, streams, log, stillHolds, trustProxy }: TrpcParts) =>
	async (c: HttpContext): Promise<Response> => {
		const identity = c.get("identity");
		if (identity === undefined) return problem(c, "NOT_SIGNED_IN");
		const requestId = c.get("requestId");
		const context: Context = {
			...{ actor: identity.actor, services, requestId },
			address: addressOf(c, trustProxy),
		};
		const onError = ({ error, path }: { error: TRPCError; path: string | undefined }) => {
			if (error.code !== "INTERNAL_SERVER_ERROR" || error.cause instanceof ServiceError) return;
			log.error({ requestId, path, ...errorFields(error) }, "A procedure failed");
		};
		const path = c.req.path.slice(TRPC_PATH.length + 1);
		// In a batch tRPC refuses them, in its own words.
		if (c.req.method === "GET" && isSubscription(appRouter, path) && c.req.query("batch") === undefined) {
			streams.add(c.env.outgoing, { endsAt: identity.endsAt, holds: () => stillHolds(c) });
			const { url, headers } = c.req.raw;
			return eventStream({ router: appRouter, path, url: new URL(url), headers, context, onError });
		}
		return fetchRequestHandler({
			...{ endpoint: TRPC_PATH, req: c.req.raw, router: appRouter, maxBatchSize: MAX_BATCH, onError },
			createContext: () => context,
		});
	};
