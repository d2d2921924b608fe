import { initTRPC } from "@trpc/server";
import { ServiceError } from "@zhenggai/services";
import type { Context } from "./context.ts";
import { errorDetails, toTrpcError } from "./error-map.ts";

const t = initTRPC.context<Context>().create({
	isDev: false,
	// Resumable streams: the client reconnects with the last id; a ping keeps proxies from closing the line.
	sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
	errorFormatter: ({ shape, error, ctx }) => {
		const details = errorDetails(error, ctx?.requestId ?? null);
		return { ...shape, message: details.text.en, data: { ...shape.data, details } };
	},
});

export const router = t.router;

/** Signed in, and every failure mapped. There is no procedure without it. */
export const procedure = t.procedure.use(async ({ ctx, next }) => {
	if (ctx.actor.kind === "anonymous") throw toTrpcError(new ServiceError("NOT_SIGNED_IN"));
	const result = await next();
	if (!result.ok && result.error.code === "INTERNAL_SERVER_ERROR")
		throw toTrpcError(result.error.cause ?? result.error);
	return result;
});
