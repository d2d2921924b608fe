import { randomUUID } from "node:crypto";
import { isIPv6 } from "node:net";
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
 * What an address is counted as: an IPv4 address as itself, however it is written, an IPv6 address as its first 64 bits.
 * One subscriber has all the others of them: counted singly, whoever has IPv6 would have no limit at all.
 */
export function countedAs(address: string): string {
	if (!isIPv6(address)) return address;
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped !== undefined) return mapped;
	const [before, after] = address
		.replace(/%.*$/, "")
		.replace(/\d+\.\d+\.\d+\.\d+$/, "0:0")
		.split("::")
		.map((part) => (part === "" ? [] : part.split(":")));
	const [head, tail] = [before ?? [], after ?? []];
	const zeros = Array<string>(8 - head.length - tail.length).fill("0");
	const network = [...head, ...zeros, ...tail].slice(0, 4);
	return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/**
 * The address that uses and failures are counted by, as {@link countedAs} says: the other end of the connection, or, behind a proxy of ours, the last
 * entry that the proxy added. Everything before it is the caller's own claim.
 */
export function addressOf(c: HttpContext, trustProxy: boolean): string {
	const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
	return countedAs(forwarded || (c.env.incoming.socket.remoteAddress ?? "unknown"));
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Whether the request comes from this machine itself, not through a proxy that runs on it. */
export const isLocal = (c: HttpContext): boolean =>
	LOOPBACK.test(c.env.incoming.socket.remoteAddress ?? "") &&
	c.req.header("x-forwarded-for") === undefined &&
	c.req.header("forwarded") === undefined;
