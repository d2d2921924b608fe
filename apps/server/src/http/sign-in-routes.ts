import { isAPIError } from "better-auth/api";
import { Hono } from "hono";
import type { Auth } from "../auth/auth.ts";
import type { FailureLimiter } from "../auth/limiter.ts";
import type { Sessions } from "../auth/sessions.ts";
import { addressOf, type HttpContext, type HttpEnv } from "./request.ts";
import { confirmPage, refusedPage, SIGN_IN_CSS, waitPage } from "./sign-in-page.ts";

export type SignInParts = {
	readonly auth: Auth;
	readonly sessions: Sessions;
	readonly addresses: FailureLimiter;
	readonly trustProxy: boolean;
};

/** Ends the session that the browser came with: a new sign-in never continues an old session. */
async function endPresented({ auth, sessions }: SignInParts, headers: Headers): Promise<void> {
	if (!headers.has("cookie")) return;
	await auth.api.signOut({ headers }).catch(() => undefined);
	sessions.forget();
}

async function redeem(c: HttpContext, parts: SignInParts): Promise<Response> {
	const { addresses, auth } = parts;
	const address = addressOf(c, parts.trustProxy);
	const wait = addresses.waitSeconds(address);
	if (wait > 0) return c.html(waitPage(wait), 429, { "retry-after": String(wait) });
	const { token } = await c.req.parseBody();
	const userAgent = c.req.header("user-agent")?.slice(0, 300);
	try {
		const { headers } = await auth.api.redeemSignInLink({
			body: { token: typeof token === "string" ? token : "" },
			// No cookie goes along; what the browser calls itself does, so that its owner knows it in the list of sessions.
			headers: new Headers(userAgent === undefined ? {} : { "user-agent": userAgent }),
			returnHeaders: true,
		});
		await endPresented(parts, c.req.raw.headers);
		addresses.succeed(address);
		for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
		return c.redirect("/", 303);
	} catch (error) {
		if (!isAPIError(error)) throw error;
		addresses.fail(address);
		return c.html(refusedPage(), 401);
	}
}

/** The page behind a one-time link. Opening it does nothing; only its button uses the link. */
export function signInRoutes(parts: SignInParts): Hono<HttpEnv> {
	const app = new Hono<HttpEnv>();
	app.use("/sign-in", async (c, next) => {
		await next();
		c.header("cache-control", "no-store");
	});
	app.get("/sign-in", (c) => {
		const token = c.req.query("token");
		return token === undefined ? c.redirect("/", 302) : c.html(confirmPage(token));
	});
	app.post("/sign-in", (c) => redeem(c, parts));
	app.get("/sign-in.css", (c) => c.body(SIGN_IN_CSS, 200, { "content-type": "text/css; charset=utf-8" }));
	return app;
}
