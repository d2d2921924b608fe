import { isTRPCClientError, type TRPCClientError } from "@trpc/client";
import type { AppRouter, ErrorDetails } from "@zhenggai/api";

/** Why a request failed, in one shape for every cause. */
export type Failure =
	/** The server answered with an error of the closed list. */
	| ({ kind: "server" } & ErrorDetails)
	/** No answer came: no server, no network, a broken line. */
	| { kind: "network" }
	/** The caller's own signal ended it. */
	| { kind: "aborted" };

/** What an upload or a download throws; calls of procedures throw tRPC's own error. `failureOf` reads both. */
export class FailedRequest extends Error {
	override readonly name = "FailedRequest";
	readonly failure: Failure;

	constructor(failure: Failure, cause?: unknown) {
		super(failure.kind === "server" ? `${failure.code}: ${failure.text.en}` : failure.kind, { cause });
		this.failure = failure;
	}
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

type Answer = Pick<ErrorDetails, "code" | "text">;
const answer = (code: ErrorDetails["code"], zh: string, en: string): Answer => ({ code, text: { zh, en } });

/** What an answer says that never reached a procedure: by its status, which every proxy keeps. */
const BY_STATUS: Readonly<Record<number, Answer>> = {
	400: answer("BAD_INPUT", "请求格式不正确", "The request is malformed"),
	401: answer("NOT_SIGNED_IN", "请先登录", "Sign in first"),
	403: answer("NOT_ALLOWED", "您的角色或辖区不允许此操作", "Your role or region does not allow this"),
	404: answer("NOT_FOUND", "没有这个接口", "There is no such procedure"),
	413: answer("TOO_LARGE", "内容过大", "Too large"),
	429: answer("TOO_MANY", "请求过于频繁", "Too many requests"),
	500: answer("INTERNAL", "服务器内部错误", "Internal error"),
	503: answer("UNAVAILABLE", "服务暂不可用", "The service is not available now"),
};

const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** The status of an answer outside of tRPC: of a request's response, or as an event source reports it. */
function statusOf({ meta, cause }: TRPCClientError<AppRouter>): number | null {
	const status = meta?.response instanceof Response ? meta.response.status : fieldOf(cause, "code");
	return typeof status === "number" ? status : null;
}

/**
 * What the server says outside of the API, where it answers with `{error: {code, text, requestId}}`: its words and its
 * id are kept. Null for a status that it never answers with, which is something between us and it.
 */
export function failureOfAnswer(status: number | null, body: unknown): Failure | null {
	const known = BY_STATUS[status ?? 0];
	if (known === undefined) return null;
	const said = fieldOf(body, "error");
	const [zh, en, id] = [
		fieldOf(fieldOf(said, "text"), "zh"),
		fieldOf(fieldOf(said, "text"), "en"),
		fieldOf(said, "requestId"),
	];
	const text = typeof zh === "string" && typeof en === "string" ? { zh, en } : known.text;
	return {
		kind: "server",
		code: known.code,
		text,
		fields: [],
		requestId: typeof id === "string" ? id : null,
	};
}

/**
 * What went wrong with a request of this client. Null for anything that is no failure of a request: a mistake in
 * the caller's own code.
 */
export function failureOf(error: unknown): Failure | null {
	if (isAbort(error)) return { kind: "aborted" };
	if (error instanceof FailedRequest) return error.failure;
	if (!isTRPCClientError<AppRouter>(error)) return null;
	if (isAbort(error.cause)) return { kind: "aborted" };
	const details = error.data?.details;
	if (details !== undefined) return { kind: "server", ...details };
	return failureOfAnswer(statusOf(error), error.meta?.responseJSON) ?? { kind: "network" };
}
