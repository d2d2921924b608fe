import { Hono } from "hono";
import { z } from "zod";
import type { Auth } from "../auth/auth.ts";
import type { Sessions } from "../auth/sessions.ts";
import type { TerminalSessions } from "../auth/terminal-sessions.ts";
import { problem } from "./problem.ts";
import type { HttpContext, HttpEnv } from "./request.ts";

export type SessionParts = {
	readonly auth: Auth;
	readonly sessions: Sessions;
	readonly terminals: TerminalSessions;
	/** Hours after which a browser's session ends in any case. */
	readonly sessionHours: number;
};

/** Where somebody is signed in, as he sees it himself. No token is in it. */
type SessionRow = {
	readonly id: string;
	readonly kind: "browser" | "terminal";
	/** What the terminal or the browser calls itself; empty where it told nothing. */
	readonly name: string;
	readonly address: string | null;
	readonly createdAt: string;
	readonly usedAt: string;
	/** When it ends in any case. */
	readonly endsAt: string;
	/** Whether it is the one that asks. */
	readonly current: boolean;
};

const HOUR_MS = 3_600_000;

async function browsersOf(c: HttpContext, parts: SessionParts, userId: string): Promise<SessionRow[]> {
	const { internalAdapter } = await parts.auth.$context;
	const all = await internalAdapter.listSessions(userId);
	const present = await parts.auth.api.getSession({
		headers: new Headers({ cookie: c.req.header("cookie") ?? "" }),
		query: { disableRefresh: true },
	});
	return all
		.filter(({ expiresAt }) => expiresAt > new Date())
		.map(({ id, userAgent, createdAt, updatedAt }) => ({
			...{ id, kind: "browser", name: userAgent ?? "", address: null },
			createdAt: createdAt.toISOString(),
			usedAt: updatedAt.toISOString(),
			endsAt: new Date(createdAt.getTime() + parts.sessionHours * HOUR_MS).toISOString(),
			current: present?.session.id === id,
		}));
}

async function terminalsOf({ terminals }: SessionParts, userId: string): Promise<SessionRow[]> {
	const all = await terminals.list(userId);
	return all.map(({ id, terminal, address, createdAt, usedAt, endsAt }) => ({
		...{ id, kind: "terminal", name: terminal, address, current: false },
		createdAt: createdAt.toISOString(),
		usedAt: usedAt.toISOString(),
		endsAt: endsAt.toISOString(),
	}));
}

/** Ends one of a person's sessions, wherever it is; false where he has none of this id. */
async function endOne({ auth, sessions, terminals }: SessionParts, id: string, userId: string) {
	if (z.uuid().safeParse(id).success && (await terminals.end(id, userId))) return true;
	const { internalAdapter } = await auth.$context;
	const own = (await internalAdapter.listSessions(userId)).find((session) => session.id === id);
	if (own === undefined) return false;
	await internalAdapter.deleteSession(own.token);
	sessions.forget();
	return true;
}

const Ended = z.object({ id: z.string().max(100) });

/** A person's sessions: where he is signed in, and ending one from here. By a browser's cookie alone. */
export function sessionRoutes(parts: SessionParts): Hono<HttpEnv> {
	const app = new Hono<HttpEnv>();
	const personOf = (c: HttpContext) => parts.sessions.find(c.req.header("cookie") ?? "", true);
	app.get("/auth/sessions", async (c) => {
		const person = await personOf(c);
		if (person === null) return problem(c, "NOT_SIGNED_IN");
		const { userId } = person.actor;
		const items = [...(await browsersOf(c, parts, userId)), ...(await terminalsOf(parts, userId))];
		return c.json({ items }, 200, { "cache-control": "no-store" });
	});
	app.post("/auth/sessions/end", async (c) => {
		const person = await personOf(c);
		if (person === null) return problem(c, "NOT_SIGNED_IN");
		const body = Ended.safeParse(await c.req.json().catch(() => null));
		if (!body.success) return problem(c, "BAD_INPUT");
		const ended = await endOne(parts, body.data.id, person.actor.userId);
		return ended ? c.json({ ended }) : problem(c, "NOT_FOUND");
	});
	return app;
}
