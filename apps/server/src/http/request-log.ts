import type { MiddlewareHandler } from "hono";
import type { Logger } from "../log.ts";
import type { HttpEnv } from "./request.ts";

/** Addresses that are asked every few seconds by machines. */
const QUIET = new Set(["/healthz", "/readyz"]);

/** Procedure names and our own file names; anything else a caller typed is not repeated. */
const KNOWN_PATH =
	/^\/(trpc\/[A-Za-z.,]{1,400}|auth\/[a-z/-]{1,60}|oauth\/[a-z_]{1,30}|assets\/|healthz|readyz|sign-in)/;

/** One line a request: what was asked, how it ended, how long it took, and the kind of who asked. */
export const requestLog =
	(log: Logger): MiddlewareHandler<HttpEnv> =>
	async (c, next) => {
		const began = performance.now();
		await next();
		if (QUIET.has(c.req.path)) return;
		const status = c.res.status;
		const level = status >= 500 ? "error" : "info";
		log[level](
			{
				requestId: c.get("requestId"),
				method: c.req.method,
				path: KNOWN_PATH.exec(c.req.path)?.[0] ?? "/…",
				status,
				ms: Math.round((performance.now() - began) * 10) / 10,
				actor: c.get("identity")?.actor.kind ?? null,
			},
			"request",
		);
	};
