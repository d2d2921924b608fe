import { say } from "@zhenggai/domain/kernel";
import { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { type ActorSources, type Identity, resolveActor } from "./auth/actor.ts";
import type { FailureLimiter } from "./auth/limiter.ts";
import type { Readiness } from "./health.ts";
import { type AuthParts, authRoutes } from "./http/auth-routes.ts";
import { compressJson } from "./http/compress.ts";
import { type DeviceParts, deviceRoutes } from "./http/device-routes.ts";
import { FILES_PATH, fileRoutes } from "./http/file-routes.ts";
import { safeHeaders } from "./http/headers.ts";
import { bodyLimits } from "./http/limits.ts";
import { OAUTH_PATH, type OauthParts, oauthRoutes } from "./http/oauth-routes.ts";
import { programsOnly, sameOrigin } from "./http/origin.ts";
import { problem } from "./http/problem.ts";
import { addressOf, type HttpContext, type HttpEnv, isLocal, requestIdOf } from "./http/request.ts";
import { requestLog } from "./http/request-log.ts";
import { type SessionParts, sessionRoutes } from "./http/session-routes.ts";
import { signInRoutes } from "./http/sign-in-routes.ts";
import { webUi } from "./http/static.ts";
import { TRPC_PATH, type TrpcParts, trpcHandler } from "./http/trpc.ts";
import { limitVisitors } from "./http/visitors.ts";
import { errorFields } from "./log.ts";

export type AppParts = AuthParts &
	DeviceParts &
	OauthParts &
	SessionParts &
	Omit<TrpcParts, "stillHolds"> & {
		readonly actors: Omit<ActorSources, "sessions" | "terminals">;
		readonly publicUrl: string;
		readonly readiness: () => Promise<Readiness>;
		/** Counts what those ask who show no credentials. */
		readonly visitors: FailureLimiter;
		/** The most bytes of an evidence file. */
		readonly fileLimit: number;
		/** Where the built web UI lies; null to go without. */
		readonly webRoot: string | null;
	};

/** The whole of HTTP: what each request passes through, and what answers where. No use case is called from here. */
export function createApp(parts: AppParts): Hono<HttpEnv> {
	const app = new Hono<HttpEnv>();
	const protect = safeHeaders(parts.publicUrl);
	app.use((c, next) => {
		const id = requestIdOf(c.req.header("x-request-id"));
		c.set("requestId", id);
		protect(c.env.outgoing);
		c.env.outgoing.setHeader("X-Request-Id", id);
		return next();
	});
	app.use(requestLog(parts.log), compressJson);
	app.onError((error, c) => {
		parts.log.error({ requestId: c.get("requestId"), ...errorFields(error) }, "A request failed");
		return problem(c, "INTERNAL");
	});
	// The web UI has addresses of its own, so it comes last and asks no route: what it does not have is not there.
	const ui = parts.webRoot === null ? null : webUi(parts.webRoot);
	app.notFound(async (c) => (await ui?.(c)) ?? problem(c, "NOT_FOUND"));
	app.use(
		methodNotAllowed({
			app,
			onMethodNotAllowed: (c, allowed) =>
				problem(c, "METHOD_NOT_ALLOWED", { headers: { allow: allowed.join(", ") } }),
		}),
	);
	healthRoutes(app, parts);
	const guard = sameOrigin(parts.publicUrl);
	app.use("/sign-in", guard, bodyLimits);
	app.use("/auth/*", guard, bodyLimits);
	app.use(`${OAUTH_PATH}/*`, programsOnly, bodyLimits);
	app.use(`${TRPC_PATH}/*`, guard, identify(parts), limitVisitors(parts), bodyLimits);
	// Files have a limit of their own, for they are not held in memory.
	app.use(`${FILES_PATH}/*`, guard, identify(parts));
	app.route("/", fileRoutes(parts));
	app.route("/", signInRoutes(parts));
	app.route("/", authRoutes(parts));
	app.route("/", deviceRoutes(parts));
	app.route("/", sessionRoutes(parts));
	app.route("/", oauthRoutes(parts));
	app.get("/auth/credential", identify(parts), credential);
	app.on(["GET", "POST"], `${TRPC_PATH}/*`, trpcHandler({ ...parts, stillHolds: stillHolds(parts) }));
	return app;
}

function healthRoutes(app: Hono<HttpEnv>, parts: AppParts): void {
	app.get("/healthz", (c) => c.json({ alive: true }, 200, { "cache-control": "no-store" }));
	app.get("/readyz", async (c) => {
		const found = await parts.readiness();
		return c.json(found, found.ready ? 200 : 503, { "cache-control": "no-store" });
	});
}

/** What a program sends along with what nobody's hand asked for: a list that it reads anew by itself. */
const UNATTENDED = "x-zhenggai-unattended";

/** A line that is kept open, or opened again, shows that a program runs and not that somebody is there. */
const isUnattended = (c: HttpContext): boolean =>
	c.req.header(UNATTENDED) !== undefined || (c.req.header("accept") ?? "").includes("text/event-stream");

const credentialsOf = (c: HttpContext, refresh: boolean) => ({
	authorization: c.req.header("authorization") ?? null,
	cookie: c.req.header("cookie") ?? null,
	local: isLocal(c),
	refresh: refresh && !isUnattended(c),
});

const sourcesOf = ({ actors, sessions, terminals }: AppParts): ActorSources => ({
	...actors,
	sessions,
	terminals,
});

/** Finds out who asks. */
const identify =
	(parts: AppParts) =>
	async (c: HttpContext, next: () => Promise<void>): Promise<Response | undefined> => {
		const identity = await resolveActor(credentialsOf(c, true), sourcesOf(parts));
		if (identity.ended) return problem(c, "NOT_SIGNED_IN", { text: ENDED, headers: BEARER });
		if (identity.refused) return refuse(c, parts);
		c.set("identity", identity);
		for (const cookie of identity.setCookies) c.header("set-cookie", cookie, { append: true });
		await next();
		return undefined;
	};

const BEARER = { "www-authenticate": "Bearer" };
const ENDED = say("终端登录已结束", "The sign-in of this terminal has ended");

/** What a bearer or a cookie is worth, and until when: for whoever shows it. */
function credential(c: HttpContext): Response {
	const identity = c.get("identity");
	if (identity === undefined || identity.by === null) return problem(c, "NOT_SIGNED_IN");
	const { by, actor, endsAt, idleAt } = identity;
	const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString());
	const answer = { by, kind: actor.kind, endsAt: moment(endsAt), idleAt: moment(idleAt) };
	return c.json(answer, 200, { "cache-control": "no-store" });
}

/** Credentials that never held are counted by address, and too many of them wait. */
function refuse(c: HttpContext, parts: AppParts): Response {
	const address = addressOf(c, parts.trustProxy);
	const wait = parts.addresses.waitSeconds(address);
	if (wait > 0) return problem(c, "TOO_MANY", { headers: { "retry-after": String(wait) } });
	parts.addresses.fail(address);
	return problem(c, "NOT_SIGNED_IN", { headers: BEARER });
}

const idOf = ({ actor }: Identity): string | null => {
	if (actor.kind === "person") return actor.userId;
	return actor.kind === "program" ? actor.keyId : actor.kind;
};

/** Whether the same credentials still lead to the same actor. Does not count as use of a session. */
const stillHolds =
	(parts: AppParts) =>
	async (c: HttpContext): Promise<boolean> => {
		const before = c.get("identity");
		const now = await resolveActor(credentialsOf(c, false), sourcesOf(parts));
		return before !== undefined && now.actor.kind !== "anonymous" && idOf(now) === idOf(before);
	};
