import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { type HttpContext, type HttpEnv, isLocal } from "./request.ts";

const gzipped = promisify(gzip);

/** Shorter answers fit into one packet anyway. */
const LEAST_BYTES = 1024;

async function pack(c: HttpContext): Promise<void> {
	const type = c.res.headers.get("content-type") ?? "";
	if (!type.startsWith("application/json") || c.res.body === null) return;
	const { status, headers } = c.res;
	const body = Buffer.from(await c.res.arrayBuffer());
	const small = body.byteLength < LEAST_BYTES;
	const packed = small ? body : await gzipped(body, { level: constants.Z_BEST_SPEED });
	// Hono carries the headers of the answer that is replaced over to the new one.
	c.res = new Response(packed, { status, headers });
	c.res.headers.append("vary", "accept-encoding");
	c.res.headers.set("content-length", String(packed.byteLength));
	if (!small) c.res.headers.set("content-encoding", "gzip");
}

/**
 * Compresses JSON answers for those who come over a network. On the machine itself it would only cost time: a
 * terminal there, or a proxy, which compresses by its own rules.
 */
export const compressJson: MiddlewareHandler<HttpEnv> = async (c, next) => {
	const wanted = /\bgzip\b/.test(c.req.header("accept-encoding") ?? "") && !isLocal(c);
	await next();
	if (wanted) await pack(c);
};
