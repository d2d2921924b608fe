import { initTRPC, type TRPC_ERROR_CODE_KEY, type TRPC_ERROR_CODE_NUMBER } from "@trpc/server";
import { ServiceError } from "@zhenggai/services/contract";
import type { Context } from "./context.ts";
import { type ErrorDetails, errorDetails, toTrpcError } from "./error-map.ts";

/** An error answer. An interface, so that the emitted declarations name it instead of repeating it. */
export interface ErrorShape {
	message: string;
	code: TRPC_ERROR_CODE_NUMBER;
	data: { code: TRPC_ERROR_CODE_KEY; httpStatus: number; path?: string; details: ErrorDetails };
}

const t = initTRPC.context<Context>().create({
	isDev: false,
	// Resumable streams: the client reconnects with the last id; a ping keeps proxies from closing the line.
	sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
	errorFormatter: ({ shape, error, ctx }): ErrorShape => {
		const details = errorDetails(error, ctx?.requestId ?? null);
		return { ...shape, message: details.text.en, data: { ...shape.data, details } };
	},
});

export const router = t.router;

/**
 * Every failure mapped, whoever asks. Only for what is published: the use case itself decides whether people without an
 * account are let in.
 */
export const openProcedure = t.procedure.use(async ({ next }) => {
	const result = await next();
	if (!result.ok && result.error.code === "INTERNAL_SERVER_ERROR")
		throw toTrpcError(result.error.cause ?? result.error);
	return result;
});

/** Signed in, and every failure mapped. There is no procedure without it but those of the public desk. */
export const procedure = openProcedure.use(async ({ ctx, next }) => {
	if (ctx.actor.kind === "anonymous") throw toTrpcError(new ServiceError("NOT_SIGNED_IN"));
	return next();
});

/** The values of a live stream, with a failure on the way mapped like that of any other procedure. */
export async function* mapFailures<T>(values: AsyncIterable<T>): AsyncGenerator<T, void, void> {
	try {
		yield* values;
	} catch (error) {
		throw toTrpcError(error);
	}
}
