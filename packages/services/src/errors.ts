import { type Bilingual, say } from "@zhenggai/domain/kernel";

/** The closed list of ways in which a use case can fail other than by a refusal. */
export type ServiceErrorCode =
	| "NOT_SIGNED_IN"
	| "NOT_ALLOWED"
	| "NOT_FOUND"
	| "BAD_INPUT"
	| "CONFLICT"
	| "TOO_LARGE"
	| "TOO_MANY"
	| "UNAVAILABLE";

const DEFAULT_MESSAGES: Record<ServiceErrorCode, Bilingual> = {
	NOT_SIGNED_IN: say("请先登录", "Sign in first"),
	NOT_ALLOWED: say("您的角色或辖区不允许此操作", "Your role or region does not allow this"),
	NOT_FOUND: say("没有找到，或不在您的辖区内", "Not found, or outside of your region"),
	BAD_INPUT: say("填写内容不符合要求", "The input does not fit"),
	CONFLICT: say("内容已被他人更新", "Somebody else changed it"),
	TOO_LARGE: say("内容过大", "Too large"),
	TOO_MANY: say("请求过于频繁", "Too many requests"),
	UNAVAILABLE: say("服务暂不可用", "The service is not available now"),
};

/** A failure with a code of the closed list and a message that may be shown. */
export class ServiceError extends Error {
	readonly code: ServiceErrorCode;
	readonly text: Bilingual;

	constructor(code: ServiceErrorCode, text: Bilingual = DEFAULT_MESSAGES[code], cause?: unknown) {
		super(text.en, { cause });
		this.name = "ServiceError";
		this.code = code;
		this.text = text;
	}
}
