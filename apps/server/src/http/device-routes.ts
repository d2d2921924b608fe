import { say } from "@zhenggai/domain/kernel";
import { Hono } from "hono";
import { z } from "zod";
import type { DeviceGrant } from "../auth/device-grant.ts";
import type { FailureLimiter } from "../auth/limiter.ts";
import type { Person } from "../auth/person.ts";
import type { Sessions } from "../auth/sessions.ts";
import { readUserCode, shownCode } from "../auth/user-code.ts";
import { problem } from "./problem.ts";
import { addressOf, type HttpContext, type HttpEnv } from "./request.ts";

export type DeviceParts = {
	readonly grant: DeviceGrant;
	readonly sessions: Sessions;
	/** Counts wrong codes by account. */
	readonly guesses: FailureLimiter;
	/** Counts failures by address. */
	readonly addresses: FailureLimiter;
	readonly trustProxy: boolean;
};

const NO_CODE = say(
	"没有这个代码，或已过期、已使用。请核对终端上显示的代码；已过期的，在终端重新执行 zhenggai sign-in",
	"There is no such code, or it has expired or was used. Compare it with your terminal; where it has expired, run zhenggai sign-in there again",
);

const Body = z.object({ code: z.string().max(40), approve: z.boolean().optional() });

type Asked = { readonly person: Person; readonly address: string; readonly body: z.infer<typeof Body> };

/**
 * Whoever answers is signed in by a browser's cookie, never by a bearer: a terminal lets no other terminal in. Wrong
 * codes make the account and the address wait, before anything is looked up.
 */
const asPerson =
	(parts: DeviceParts, answer: (c: HttpContext, asked: Asked) => Promise<Response>) =>
	async (c: HttpContext): Promise<Response> => {
		const session = await parts.sessions.find(c.req.header("cookie") ?? "", true);
		if (session === null) return problem(c, "NOT_SIGNED_IN");
		const body = Body.safeParse(await c.req.json().catch(() => null));
		if (!body.success) return problem(c, "BAD_INPUT");
		const person = session.actor;
		const address = addressOf(c, parts.trustProxy);
		const wait = Math.max(parts.guesses.waitSeconds(person.userId), parts.addresses.waitSeconds(address));
		if (wait > 0) return problem(c, "TOO_MANY", { headers: { "retry-after": String(wait) } });
		return answer(c, { person, address, body: body.data });
	};

function noCode(c: HttpContext, parts: DeviceParts, { person, address }: Asked): Response {
	parts.guesses.fail(person.userId);
	parts.addresses.fail(address);
	return problem(c, "NOT_FOUND", { text: NO_CODE });
}

/** What a person sees before he answers: which terminal asks, from where, and when. */
async function look(c: HttpContext, parts: DeviceParts, asked: Asked): Promise<Response> {
	const code = readUserCode(asked.body.code);
	const request = code === null ? null : await parts.grant.look(code);
	if (code === null || request === null) return noCode(c, parts, asked);
	const { terminal, address, createdAt, expiresAt } = request;
	return c.json({
		...{ code: shownCode(code), terminal, address },
		...{ askedAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
		/** Whether it asks from where the person himself is. */
		sameAddress: address === asked.address,
	});
}

async function decide(c: HttpContext, parts: DeviceParts, asked: Asked): Promise<Response> {
	const { code: typed, approve } = asked.body;
	if (approve === undefined) return problem(c, "BAD_INPUT");
	const code = readUserCode(typed);
	const { userId } = asked.person;
	const decided = code !== null && (await parts.grant.decide(code, { userId, approve }));
	if (!decided) return noCode(c, parts, asked);
	parts.guesses.succeed(userId);
	return c.json({ approved: approve });
}

/** Letting a terminal in, as far as the person at a browser has to do with it. */
export function deviceRoutes(parts: DeviceParts): Hono<HttpEnv> {
	const app = new Hono<HttpEnv>();
	app.use("/auth/device/*", async (c, next) => {
		await next();
		c.header("cache-control", "no-store");
	});
	app.post(
		"/auth/device/look",
		asPerson(parts, (c, asked) => look(c, parts, asked)),
	);
	app.post(
		"/auth/device/decide",
		asPerson(parts, (c, asked) => decide(c, parts, asked)),
	);
	return app;
}
