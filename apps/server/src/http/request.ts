import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Identity } from "../auth/actor.ts";

/** What our handlers find in a request's context. */
export type HttpEnv = {
	Bindings: HttpBindings;
	Variables: { requestId: string; identity: Identity | undefined };
};

export type HttpContext = Context<HttpEnv>;

const SANE_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** The caller's own id of a request where it is harmless in a log, else a new one. */
export const requestIdOf = (given: string | undefined): string =>
	given !== undefined && SANE_ID.test(given) ? given : randomUUID();

/**
 * The address that failures are counted by: the other end of the connection, or, behind a proxy of ours, the last
 * entry that the proxy added. Everything before it is the caller's own claim.
 */
export function addressOf(c: HttpContext, trustProxy: boolean): string {
	const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
	return forwarded || (c.env.incoming.socket.remoteAddress ?? "unknown");
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Whether the request comes from this machine itself, not through a proxy that runs on it. */
export const isLocal = (c: HttpContext): boolean =>
	LOOPBACK.test(c.env.incoming.socket.remoteAddress ?? "") &&
	c.req.header("x-forwarded-for") === undefined &&
	c.req.header("forwarded") === undefined;
