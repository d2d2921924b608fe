import type { MiddlewareHandler } from "hono";
import { problem } from "./problem.ts";
import type { HttpContext, HttpEnv } from "./request.ts";

const MEGABYTE = 1024 * 1024;

export const BODY_LIMIT = MEGABYTE;

/** A document to import comes as base64 inside JSON, so this is room for files of about 22 MB. */
export const IMPORT_BODY_LIMIT = 30 * MEGABYTE;

/** A document, or a clerk's corrections of many of its items. */
const IMPORT_PATHS: ReadonlySet<string> = new Set([
	"/trpc/issues.startImport",
	"/trpc/issues.previewImport",
	"/trpc/complaints.previewImport",
	"/trpc/closeOut.previewImport",
]);

/** How much of a body that is refused is still read, and for how long, so that its sender gets to read the answer. */
const DISCARDED = 64 * MEGABYTE;
const DISCARD_MS = 5000;

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

/** Reads what is left of a body into nothing: a connection closed under a sender looks like a broken network to it. */
export async function discard(reader: Reader): Promise<void> {
	const until = performance.now() + DISCARD_MS;
	for (let left = DISCARDED; left > 0 && performance.now() < until; ) {
		const { done, value } = await reader.read();
		if (done) return;
		left -= value.byteLength;
	}
}

/** A body of unknown length, or null where it is longer than `most` bytes. */
async function readWithin(reader: Reader, most: number): Promise<Blob | null> {
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	for (let size = 0; ; ) {
		const { done, value } = await reader.read();
		if (done) return new Blob(chunks);
		size += value.byteLength;
		if (size > most) return null;
		chunks.push(value);
	}
}

/** Lets a request through whose body has at most `most` bytes, and answers 413 to others. */
async function within(
	c: HttpContext,
	most: number,
	next: () => Promise<void>,
): Promise<Response | undefined> {
	const { headers } = c.req.raw;
	if (c.req.method === "GET" || c.req.method === "HEAD") {
		await next();
		return undefined;
	}
	const length = headers.has("transfer-encoding") ? null : Number(headers.get("content-length") ?? 0);
	if (length !== null && length <= most) {
		await next();
		return undefined;
	}
	const reader = c.req.raw.body?.getReader();
	if (reader === undefined) return problem(c, "BAD_INPUT");
	const body = length === null ? await readWithin(reader, most) : null;
	if (body === null) {
		await discard(reader);
		return problem(c, "TOO_LARGE");
	}
	c.req.raw = new Request(c.req.raw.url, { method: c.req.method, headers, body, signal: c.req.raw.signal });
	await next();
	return undefined;
}

/** Refuses bodies that are too long before they are parsed; long ones are for those who are signed in. */
export const bodyLimits: MiddlewareHandler<HttpEnv> = (c, next) => {
	const kind = c.get("identity")?.actor.kind;
	const mayImport = IMPORT_PATHS.has(c.req.path) && kind !== undefined && kind !== "anonymous";
	return within(c, mayImport ? IMPORT_BODY_LIMIT : BODY_LIMIT, next);
};
