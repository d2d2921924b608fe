import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "@zhenggai/api";
import { ServiceError, type Services } from "@zhenggai/services/contract";
import { errorFields, type Logger } from "../log.ts";
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
		const answer = await fetchRequestHandler({
			endpoint: TRPC_PATH,
			req: c.req.raw,
			router: appRouter,
			maxBatchSize: MAX_BATCH,
			createContext: () => ({
				actor: identity.actor,
				services,
				requestId,
				address: addressOf(c, trustProxy),
			}),
			onError: ({ error, path }) => {
				if (error.code !== "INTERNAL_SERVER_ERROR" || error.cause instanceof ServiceError) return;
				log.error({ requestId, path, ...errorFields(error) }, "A procedure failed");
			},
		});
		if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
			streams.add(c.env.outgoing, { endsAt: identity.endsAt, holds: () => stillHolds(c) });
		}
		return answer;
	};
