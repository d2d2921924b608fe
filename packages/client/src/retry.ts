import type { Operation, TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@zhenggai/api";

/** Answers that asking again does not change. Everything else may be a restart or a proxy between. */
const FINAL = new Set([400, 401, 403, 404, 405, 413]);

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;

/** The status of an HTTP answer that an event source could not use, where it tells one. */
function statusOf(error: TRPCClientError<AppRouter>): number | null {
	const { cause, data } = error;
	if (data) return data.httpStatus;
	const code: unknown = cause && "code" in cause ? cause.code : null;
	return typeof code === "number" ? code : null;
}

/**
 * Whether a subscription that ended with an error is opened again: an event source gives up for good at the first
 * answer that is not a stream, also when that is only a proxy saying that the server restarts.
 */
export function mayRetry(request: { op: Operation; error: TRPCClientError<AppRouter> }): boolean {
	if (request.op.type !== "subscription" || request.op.signal?.aborted) return false;
	const status = statusOf(request.error);
	return status === null || !FINAL.has(status);
}

/** Milliseconds before the next attempt: doubling up to half a minute, spread so that clients do not come at once. */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
	const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt - 1, 10));
	return Math.round(full * (0.5 + random() / 2));
}
