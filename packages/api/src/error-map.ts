import { TRPCError } from "@trpc/server";
import { type Bilingual, say } from "@zhenggai/domain/kernel";
import { ServiceError, type ServiceErrorCode } from "@zhenggai/services/contract";
import { z } from "zod";

const TRPC_CODES = {
	NOT_SIGNED_IN: "UNAUTHORIZED",
	NOT_ALLOWED: "FORBIDDEN",
	NOT_FOUND: "NOT_FOUND",
	BAD_INPUT: "BAD_REQUEST",
	CONFLICT: "CONFLICT",
	TOO_LARGE: "PAYLOAD_TOO_LARGE",
	TOO_MANY: "TOO_MANY_REQUESTS",
	UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ServiceErrorCode, TRPCError["code"]>;

/** One wrong field of the input, as the client gets it. */
export type FieldError = { path: string; message: string };

/** What an error answer carries beside tRPC's own shape. */
export type ErrorDetails = {
	code: ServiceErrorCode | "INTERNAL";
	text: Bilingual;
	fields: FieldError[];
	requestId: string | null;
};

/** The only place that turns a failure of a use case into one of the transport. */
export function toTrpcError(error: unknown): TRPCError {
	if (error instanceof TRPCError) return error;
	if (error instanceof ServiceError) {
		return new TRPCError({ code: TRPC_CODES[error.code], message: error.text.en, cause: error });
	}
	return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "internal error", cause: error });
}

/** The details of an error answer. An unknown error shows the request's id, never its own text. */
export function errorDetails(error: TRPCError, requestId: string | null): ErrorDetails {
	if (error.cause instanceof ServiceError) {
		return { code: error.cause.code, text: error.cause.text, fields: [], requestId };
	}
	if (error.code === "BAD_REQUEST" && error.cause instanceof z.ZodError) {
		const fields = error.cause.issues.map((issue) => ({
			path: issue.path.join("."),
			message: issue.message,
		}));
		return {
			code: "BAD_INPUT",
			text: say("填写内容不符合要求", "The input does not fit"),
			fields,
			requestId,
		};
	}
	if (error.code === "INTERNAL_SERVER_ERROR") {
		const id = requestId ?? "-";
		return {
			code: "INTERNAL",
			text: say(`服务器内部错误（编号 ${id}）`, `Internal error (reference ${id})`),
			fields: [],
			requestId,
		};
	}
	if (error.code === "NOT_FOUND") {
		return {
			code: "NOT_FOUND",
			text: say("没有这个接口", "There is no such procedure"),
			fields: [],
			requestId,
		};
	}
	return {
		code: "BAD_INPUT",
		text: say("请求格式不正确", "The request is malformed"),
		fields: [],
		requestId,
	};
}
