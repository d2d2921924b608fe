import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problem } from "./problem.ts";
import type { HttpContext, HttpEnv } from "./request.ts";

const MEGABYTE = 1024 * 1024;

export const BODY_LIMIT = MEGABYTE;

/** A document to import comes as base64 inside JSON, so this is room for files of about 22 MB. */
export const IMPORT_BODY_LIMIT = 30 * MEGABYTE;

const IMPORT_PATH = "/trpc/issues.startImport";

const limitTo = (maxSize: number) =>
	bodyLimit({ maxSize, onError: (c: HttpContext) => problem(c, "TOO_LARGE") });

const small = limitTo(BODY_LIMIT);
const large = limitTo(IMPORT_BODY_LIMIT);

/** Refuses bodies that are too long before they are read; long ones are for those who are signed in. */
export const bodyLimits: MiddlewareHandler<HttpEnv> = (c, next) => {
	const signedIn = c.get("identity")?.actor.kind !== "anonymous";
	return c.req.path === IMPORT_PATH && signedIn ? large(c, next) : small(c, next);
};
