import { isTRPCClientError } from "@trpc/client";
import type { AppRouter, ErrorDetails } from "@zhenggai/api";

/** Why a request failed, in one shape for every cause. */
export type Failure =
	/** The server answered with an error of the closed list. */
	| ({ kind: "server" } & ErrorDetails)
	/** No answer came: no server, no network, a broken line. */
	| { kind: "network" }
	/** The caller's own signal ended it. */
	| { kind: "aborted" };

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

/**
 * What went wrong with a request of this client. Null for anything that is no failure of a request: a mistake in
 * the caller's own code.
 */
export function failureOf(error: unknown): Failure | null {
	if (isAbort(error)) return { kind: "aborted" };
	if (!isTRPCClientError<AppRouter>(error)) return null;
	if (isAbort(error.cause)) return { kind: "aborted" };
	const details = error.data?.details;
	return details === undefined ? { kind: "network" } : { kind: "server", ...details };
}
