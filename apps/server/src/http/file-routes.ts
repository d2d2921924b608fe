import { EvidenceId, IssueId } from "@zhenggai/domain/kernel";
import { ServiceError, type Services } from "@zhenggai/services/contract";
import { Hono } from "hono";
import { discard } from "./limits.ts";
import { type ProblemCode, problem } from "./problem.ts";
import type { HttpContext, HttpEnv } from "./request.ts";

export const FILES_PATH = "/files";

type FileParts = { readonly services: Pick<Services, "progress" | "closeOut">; readonly fileLimit: number };

/** What a failure of a use case is in HTTP; anything else is the server's own fault and is thrown on. */
function failure(c: HttpContext, error: unknown): Response {
	if (!(error instanceof ServiceError)) throw error;
	const { code, text } = error;
	return problem(c, CODES[code] ?? "INTERNAL", { text });
}

const CODES: Readonly<Partial<Record<string, ProblemCode>>> = {
	NOT_SIGNED_IN: "NOT_SIGNED_IN",
	NOT_ALLOWED: "NOT_ALLOWED",
	NOT_FOUND: "NOT_FOUND",
	BAD_INPUT: "BAD_INPUT",
	TOO_LARGE: "TOO_LARGE",
	TOO_MANY: "TOO_MANY",
	UNAVAILABLE: "UNAVAILABLE",
};

/** The chunks of a body as they come. Whoever stops early leaves the rest in the reader. */
async function* chunksOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		yield value;
	}
}

/** Takes the body of the request as it is: one file. Answers what the store made of it. */
const upload =
	({ services, fileLimit }: FileParts) =>
	async (c: HttpContext): Promise<Response> => {
		const issueId = IssueId.safeParse(c.req.param("issueId"));
		const actor = c.get("identity")?.actor;
		const reader = c.req.raw.body?.getReader();
		if (!issueId.success || actor === undefined || reader === undefined) return problem(c, "BAD_INPUT");
		try {
			if (Number(c.req.header("content-length") ?? 0) > fileLimit) throw new ServiceError("TOO_LARGE");
			const file = await services.progress.storeEvidence(actor, issueId.data, chunksOf(reader));
			return c.json(file, 201, { "cache-control": "no-store" });
		} catch (error) {
			// A sender reads the answer only once its body is taken.
			await discard(reader).catch(() => undefined);
			return failure(c, error);
		}
	};

/** The name in both forms of RFC 6266: the plain one for programs that know no other. */
function dispositionOf(name: string): string {
	const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
	const full = encodeURIComponent(name.toWellFormed()).replace(
		/['()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

/** Gives a file out to be kept, never to be shown as a page of ours. */
const download =
	({ services }: FileParts) =>
	async (c: HttpContext): Promise<Response> => {
		const issueId = IssueId.safeParse(c.req.param("issueId"));
		const evidenceId = EvidenceId.safeParse(c.req.param("evidenceId"));
		const actor = c.get("identity")?.actor;
		if (!issueId.success || !evidenceId.success || actor === undefined) return problem(c, "NOT_FOUND");
		try {
			const file = await services.progress.openEvidence(actor, issueId.data, evidenceId.data);
			const headers = {
				"content-type": file.mediaType,
				"content-length": String(file.bytes),
				"content-disposition": dispositionOf(file.name),
				"content-security-policy": "default-src 'none'; sandbox",
				"x-content-type-options": "nosniff",
				"cache-control": "private, no-store",
				"content-digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
			};
			if (c.req.method !== "HEAD") return c.body(file.stream, 200, headers);
			await file.stream.cancel();
			return c.body(null, 200, headers);
		} catch (error) {
			return failure(c, error);
		}
	};

/** Gives out the archive of a closed issue: one ZIP, written as it is read. */
const archive =
	({ services }: FileParts) =>
	async (c: HttpContext): Promise<Response> => {
		const issueId = IssueId.safeParse(c.req.param("issueId"));
		const actor = c.get("identity")?.actor;
		if (!issueId.success || actor === undefined) return problem(c, "NOT_FOUND");
		try {
			const { name, stream } = await services.closeOut.archiveOf(actor, issueId.data);
			const headers = {
				"content-type": "application/zip",
				"content-disposition": dispositionOf(name),
				"x-content-type-options": "nosniff",
				"cache-control": "private, no-store",
			};
			if (c.req.method !== "HEAD") return c.body(stream, 200, headers);
			await stream.cancel();
			return c.body(null, 200, headers);
		} catch (error) {
			return failure(c, error);
		}
	};

/**
 * Evidence files: `POST /files/issues/:issueId` keeps one, `GET /files/issues/:issueId/:evidenceId` gives it back.
 * `GET /files/issues/:issueId/archive` gives the archive of a closed issue.
 */
export const fileRoutes = (parts: FileParts): Hono<HttpEnv> =>
	new Hono<HttpEnv>()
		.post(`${FILES_PATH}/issues/:issueId`, upload(parts))
		.get(`${FILES_PATH}/issues/:issueId/archive`, archive(parts))
		.get(`${FILES_PATH}/issues/:issueId/:evidenceId`, download(parts));
