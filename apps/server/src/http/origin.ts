import type { MiddlewareHandler } from "hono";
import { problem } from "./problem.ts";
import type { HttpContext, HttpEnv } from "./request.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

const hostOf = (origin: string): string | null => URL.parse(origin)?.host ?? null;

/** Whether the page that sent the request is one of this server's own. */
function isOwnPage(c: HttpContext, publicHost: string): boolean {
	const origin = c.req.header("origin");
	if (origin === undefined) return c.req.header("sec-fetch-site") === "same-origin";
	const host = hostOf(origin);
	return host !== null && (host === publicHost || host === c.req.header("host"));
}

/**
 * Refuses what another site makes a browser send: anything that changes something and speaks by cookie, or signs
 * somebody in, must come from a page of our own. Requests with a key are not a browser's and pass.
 */
export function sameOrigin(publicUrl: string): MiddlewareHandler<HttpEnv> {
	const publicHost = new URL(publicUrl).host;
	return async (c, next) => {
		const byKey = c.req.header("authorization") !== undefined;
		const crossSite = c.req.header("sec-fetch-site") === "cross-site";
		const changes = !SAFE.has(c.req.method);
		if (!byKey && (changes ? !isOwnPage(c, publicHost) : crossSite)) return problem(c, "FOREIGN_ORIGIN");
		return next();
	};
}

/**
 * Refuses whatever a browser sends for a page, of this site or another: what stands behind is for programs, which have no
 * cookies to be used without their knowing.
 */
export const programsOnly: MiddlewareHandler<HttpEnv> = async (c, next) => {
	const byPage = c.req.header("origin") !== undefined || c.req.header("sec-fetch-site") !== undefined;
	return byPage ? problem(c, "FOREIGN_ORIGIN") : next();
};
