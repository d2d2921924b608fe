import { type Bilingual, say } from "@zhenggai/domain/kernel";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { HttpContext } from "./request.ts";

const TEXTS = {
	NOT_FOUND: [404, say("没有这个地址", "There is nothing at this address")],
	METHOD_NOT_ALLOWED: [405, say("此地址不接受这种请求", "This address does not take such requests")],
	TOO_LARGE: [413, say("内容过大", "Too large")],
	TOO_MANY: [429, say("尝试过于频繁，请稍后再试", "Too many attempts; try again later")],
	FOREIGN_ORIGIN: [
		403,
		say("请求来自其他网站，已拒绝", "The request comes from another site and was refused"),
	],
	NOT_ALLOWED: [403, say("您的角色或辖区不允许此操作", "Your role or region does not allow this")],
	NOT_SIGNED_IN: [401, say("请先登录", "Sign in first")],
	BAD_INPUT: [400, say("请求格式不正确", "The request is malformed")],
	UNAVAILABLE: [503, say("服务正在启动或停止", "The service is starting or stopping")],
	INTERNAL: [500, say("服务器内部错误", "Internal error")],
} as const satisfies Record<string, readonly [ContentfulStatusCode, Bilingual]>;

export type ProblemCode = keyof typeof TEXTS;

/** An error answer outside of tRPC, in one shape, which names the request and never quotes an exception. */
export function problem(
	c: HttpContext,
	code: ProblemCode,
	more: { text?: Bilingual; headers?: Record<string, string> } = {},
): Response {
	const [status, text] = TEXTS[code];
	const error = { code, text: more.text ?? text, requestId: c.get("requestId") };
	return c.json({ error }, status, { "cache-control": "no-store", ...more.headers });
}
