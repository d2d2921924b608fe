import { Hono } from "hono";
import { z } from "zod";
import type { Auth } from "../auth/auth.ts";
import type { FailureLimiter } from "../auth/limiter.ts";
import { weakness } from "../auth/password.ts";
import type { Sessions } from "../auth/sessions.ts";
import type { TerminalSessions } from "../auth/terminal-sessions.ts";
import { problem } from "./problem.ts";
import { addressOf, type HttpContext, type HttpEnv } from "./request.ts";

export type AuthParts = {
	readonly auth: Auth;
	readonly sessions: Sessions;
	readonly terminals: TerminalSessions;
	readonly accounts: FailureLimiter;
	readonly addresses: FailureLimiter;
	readonly trustProxy: boolean;
};

/** What of better-auth is open to the outside. Everything else, above all signing up, does not exist. */
const OPEN = {
	GET: ["get-session", "list-sessions"],
	POST: [
		"revoke-session",
		"two-factor/enable",
		"two-factor/disable",
		"two-factor/get-totp-uri",
		"two-factor/verify-totp",
		"two-factor/verify-backup-code",
		"two-factor/generate-backup-codes",
	],
} as const;

const UserName = z.object({ username: z.string().trim().toLowerCase().max(100) });

async function jsonBody(c: HttpContext): Promise<unknown> {
	return c.req.raw
		.clone()
		.json()
		.catch(() => null);
}

/** Sign-in by username and password: five wrong ones and the account waits, whoever tries and from wherever. */
async function signInByName(c: HttpContext, parts: AuthParts): Promise<Response> {
	const body = UserName.safeParse(await jsonBody(c));
	if (!body.success) return problem(c, "BAD_INPUT");
	const address = addressOf(c, parts.trustProxy);
	const { username } = body.data;
	const wait = Math.max(parts.accounts.waitSeconds(username), parts.addresses.waitSeconds(address));
	if (wait > 0) return problem(c, "TOO_MANY", { headers: { "retry-after": String(wait) } });
	const answer = await parts.auth.handler(c.req.raw);
	if (answer.ok) parts.accounts.succeed(username);
	else {
		parts.accounts.fail(username);
		parts.addresses.fail(address);
	}
	return answer;
}

const NewPassword = z.object({
	newPassword: z.string().max(200),
	currentPassword: z.string().max(200).optional(),
});

/** Sets the first password, soon after a sign-in by link, or changes one. Ends the person's other sessions, everywhere. */
async function setPassword(c: HttpContext, parts: AuthParts, change: boolean): Promise<Response> {
	const { auth, sessions, terminals } = parts;
	const body = NewPassword.safeParse(await jsonBody(c));
	const session = await auth.api.getSession({ headers: c.req.raw.headers });
	if (session === null) return problem(c, "NOT_SIGNED_IN");
	if (!body.success) return problem(c, "BAD_INPUT");
	const { newPassword, currentPassword } = body.data;
	const weak = weakness(newPassword, session.user.username ?? "");
	if (weak !== null) return problem(c, "BAD_INPUT", { text: weak });
	const { headers } = c.req.raw;
	sessions.forget();
	if (change) {
		const answer = await auth.api.changePassword({
			body: { newPassword, currentPassword: currentPassword ?? "", revokeOtherSessions: true },
			headers,
			asResponse: true,
		});
		if (answer.ok) await terminals.endAllOf(session.user.id);
		return answer;
	}
	await auth.api.setPassword({ body: { newPassword }, headers });
	await auth.api.revokeOtherSessions({ headers });
	await terminals.endAllOf(session.user.id);
	return c.json({ status: true });
}

/** Ends all of a person's sessions but the one that asks, those at terminals too. */
async function leaveElsewhere(c: HttpContext, { auth, sessions, terminals }: AuthParts): Promise<Response> {
	const { headers } = c.req.raw;
	const session = await auth.api.getSession({ headers });
	if (session === null) return problem(c, "NOT_SIGNED_IN");
	const answer = await auth.api.revokeOtherSessions({ headers, asResponse: true });
	await terminals.endAllOf(session.user.id);
	sessions.forget();
	return answer;
}

/** Ends the session and takes its cookie back; well where there was none. */
async function signOut(c: HttpContext, { auth, sessions }: AuthParts): Promise<Response> {
	const answer = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true });
	sessions.forget();
	return answer;
}

/** The part of better-auth that browsers may use. */
export function authRoutes(parts: AuthParts): Hono<HttpEnv> {
	const app = new Hono<HttpEnv>();
	const pass = async (c: HttpContext) => {
		const answer = await parts.auth.handler(c.req.raw);
		if (c.req.method === "POST") parts.sessions.forget();
		return answer;
	};
	for (const path of OPEN.GET) app.get(`/auth/${path}`, pass);
	for (const path of OPEN.POST) app.post(`/auth/${path}`, pass);
	app.post("/auth/revoke-other-sessions", (c) => leaveElsewhere(c, parts));
	app.post("/auth/sign-out", (c) => signOut(c, parts));
	app.post("/auth/sign-in/username", (c) => signInByName(c, parts));
	app.post("/auth/set-password", (c) => setPassword(c, parts, false));
	app.post("/auth/change-password", (c) => setPassword(c, parts, true));
	return app;
}
