import { failureOf as clientFailure } from "@zhenggai/client";
import type { Bilingual } from "@zhenggai/domain/kernel";

/** A failed request as the page shows it. */
export type Failure = { code: string; text: Bilingual; requestId: string | null };

const UNREACHABLE: Failure = {
	code: "UNREACHABLE",
	text: {
		zh: "无法连接服务器，请检查网络后重试",
		en: "The server cannot be reached; check the network and try again",
	},
	requestId: null,
};

const BROKEN: Failure = {
	code: "PAGE_ERROR",
	text: { zh: "页面出错，请刷新后重试", en: "The page has failed; reload it and try again" },
	requestId: null,
};

/** What to say about a failed request: the server's own words, that it was not reached, or that we are at fault. */
export function failureOf(error: unknown): Failure {
	const failure = clientFailure(error);
	if (failure === null) return BROKEN;
	if (failure.kind !== "server") return UNREACHABLE;
	return { code: failure.code, text: failure.text, requestId: failure.requestId };
}

/** Whether the request failed because nobody is signed in. */
export function isSignedOut(error: unknown): boolean {
	const failure = clientFailure(error);
	return failure?.kind === "server" && failure.code === "NOT_SIGNED_IN";
}

/** Whether it is the page itself that has failed. */
export const isOurFault = (failure: Failure): boolean => failure === BROKEN;
