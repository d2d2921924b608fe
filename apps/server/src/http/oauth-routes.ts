import { Hono } from "hono";
import { z } from "zod";
import { type DeviceGrant, INTERVAL_SECONDS, type Polled, REQUEST_MS } from "../auth/device-grant.ts";
import type { FailureLimiter, Limit } from "../auth/limiter.ts";
import type { TerminalSessions } from "../auth/terminal-sessions.ts";
import { shownCode } from "../auth/user-code.ts";
import { problem } from "./problem.ts";
import { addressOf, type HttpContext, type HttpEnv } from "./request.ts";

export const OAUTH_PATH = "/oauth";

/** How many sign-ins terminals of one address may begin (`D`): a whole office stands behind one. */
export const BEGIN_LIMIT: Limit = { failures: 30, windowMs: 10 * 60_000 };

/** The only client there is: what a person lets in at a terminal. Programs have keys. */
const CLIENT_ID = "zhenggai-terminal";
const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

export type OauthParts = {
	readonly grant: DeviceGrant;
	readonly terminals: TerminalSessions;
	/** Counts what was begun, by address. */
	readonly begun: FailureLimiter;
	/** Counts failures by address. */
	readonly addresses: FailureLimiter;
	readonly publicUrl: string;
	readonly trustProxy: boolean;
};

/** A name as it may stand on a page: without what is no character, or turns the direction of what follows. */
const TerminalName = z
	.string()
	.max(300)
	.transform((name) => name.replace(/\p{C}/gu, "").trim().slice(0, 80))
	.catch("");

const OTHERWISE = {
	invalid_client: "client_id is not known",
	invalid_request: "a parameter is missing or malformed",
	unsupported_grant_type: "only the device grant is supported",
	authorization_pending: "nobody has answered yet",
	slow_down: "asked too soon; wait five seconds longer from now on",
	access_denied: "the request was denied",
	expired_token: "the request has expired",
	invalid_grant: "there is no such request, or it was used",
} as const;

/** RFC 6749 §5.2, RFC 8628 §3.5. */
const refused = (c: HttpContext, error: keyof typeof OTHERWISE): Response =>
	c.json({ error, error_description: OTHERWISE[error] }, error === "invalid_client" ? 401 : 400);

const tooMany = (c: HttpContext, wait: number): Response =>
	problem(c, "TOO_MANY", { headers: { "retry-after": String(wait) } });

/** RFC 8628 §3.1: a terminal asks for a pair of codes. */
async function begin(c: HttpContext, parts: OauthParts): Promise<Response> {
	const address = addressOf(c, parts.trustProxy);
	const wait = parts.begun.waitSeconds(address);
	if (wait > 0) return tooMany(c, wait);
	const body = await c.req.parseBody();
	if (body.client_id !== CLIENT_ID) return refused(c, "invalid_client");
	parts.begun.fail(address);
	const terminal = TerminalName.parse(body.terminal);
	const codes = await parts.grant.begin({ terminal, address });
	// No address with the code in it: whoever approves has to read it off his own terminal.
	return c.json({
		device_code: codes.deviceCode,
		user_code: shownCode(codes.userCode),
		verification_uri: `${parts.publicUrl}/device`,
		expires_in: REQUEST_MS / 1000,
		interval: INTERVAL_SECONDS,
	});
}

const ERRORS = {
	unknown: "invalid_grant",
	expired: "expired_token",
	denied: "access_denied",
	pending: "authorization_pending",
	tooSoon: "slow_down",
} as const satisfies Record<Exclude<Polled["kind"], "granted">, keyof typeof OTHERWISE>;

/** RFC 8628 §3.4: a terminal asks whether somebody has let it in. */
async function token(c: HttpContext, parts: OauthParts): Promise<Response> {
	const address = addressOf(c, parts.trustProxy);
	const wait = parts.addresses.waitSeconds(address);
	if (wait > 0) return tooMany(c, wait);
	const { client_id, grant_type, device_code } = await c.req.parseBody();
	if (client_id !== CLIENT_ID) return refused(c, "invalid_client");
	if (grant_type !== DEVICE_GRANT) return refused(c, "unsupported_grant_type");
	if (typeof device_code !== "string" || device_code.length > 200) return refused(c, "invalid_request");
	const polled = await parts.grant.poll(device_code);
	if (polled.kind !== "granted") {
		if (polled.kind === "unknown") parts.addresses.fail(address);
		return refused(c, ERRORS[polled.kind]);
	}
	const expires = Math.floor((polled.endsAt.getTime() - Date.now()) / 1000);
	return c.json({ access_token: polled.token, token_type: "Bearer", expires_in: expires });
}

/** RFC 7009: a terminal gives its session back. Well also where it holds no more. */
async function revoke(c: HttpContext, { terminals }: OauthParts): Promise<Response> {
	const body = await c.req.parseBody();
	if (typeof body.token === "string") await terminals.signOut(body.token);
	return c.json({});
}

/** Signing in at a terminal, as far as the terminal has to do with it. For programs, never for pages. */
export function oauthRoutes(parts: OauthParts): Hono<HttpEnv> {
	const app = new Hono<HttpEnv>();
	app.use(`${OAUTH_PATH}/*`, async (c, next) => {
		await next();
		c.header("cache-control", "no-store");
	});
	app.post(`${OAUTH_PATH}/device_authorization`, (c) => begin(c, parts));
	app.post(`${OAUTH_PATH}/token`, (c) => token(c, parts));
	app.post(`${OAUTH_PATH}/revoke`, (c) => revoke(c, parts));
	return app;
}
