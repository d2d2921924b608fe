import type { FailureLimiter, Limit } from "../auth/limiter.ts";
import { problem } from "./problem.ts";
import { addressOf, type HttpContext } from "./request.ts";

/**
 * What may be asked from one address without an account (`D`): five questions a second for ten minutes. A whole office
 * that opens its sign-in pages at the same time stays far below it.
 */
export const VISITOR_LIMIT: Limit = { failures: 3000, windowMs: 10 * 60_000 };

/** Has visitors who ask without end wait; those who are signed in are not counted. A batch counts as all that it asks. */
export const limitVisitors =
	({ visitors, trustProxy }: { readonly visitors: FailureLimiter; readonly trustProxy: boolean }) =>
	async (c: HttpContext, next: () => Promise<void>): Promise<Response | undefined> => {
		if (c.get("identity")?.actor.kind === "anonymous") {
			const address = addressOf(c, trustProxy);
			const wait = visitors.waitSeconds(address);
			if (wait > 0) return problem(c, "TOO_MANY", { headers: { "retry-after": String(wait) } });
			for (const _ of c.req.path.split(",")) visitors.fail(address);
		}
		await next();
		return undefined;
	};
