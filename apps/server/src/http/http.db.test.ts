import { request as nodeRequest } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { testDatabase } from "@zhenggai/storage/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Harness, startHarness } from "../testing/harness.ts";
import { BODY_LIMIT } from "./limits.ts";

const database = await testDatabase();
let harness: Harness;
let cookie: string;
beforeAll(async () => {
	harness = await startHarness(database);
	cookie = await harness.signIn(await harness.newPerson("http-tester"));
});
afterAll(() => harness.close());

const bearer = () => ({ authorization: `Bearer ${harness.localToken}` });

const Problem = z.object({
	error: z.object({
		code: z.string(),
		text: z.object({ zh: z.string().min(1), en: z.string().min(1) }),
		requestId: z.string(),
	}),
});
const problemOf = async (answer: Response) => Problem.parse(await answer.json()).error;

const Failure = z.object({
	error: z.object({
		data: z.object({
			details: z.object({ code: z.string(), fields: z.array(z.object({ path: z.string() })) }),
		}),
	}),
});
const failureOf = async (answer: Response) => Failure.parse(await answer.json()).error.data.details;

/** A request as no `fetch` would send it: with any headers, and the body as it comes over the line. */
function raw(
	path: string,
	headers: Record<string, string>,
): Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
	return new Promise((resolve, reject) => {
		const asking = nodeRequest(`${harness.url}${path}`, { headers }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on("data", (chunk: Buffer) => chunks.push(chunk));
			answer.on("end", () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
		});
		asking.on("error", reject).end();
	});
}

describe("every answer", () => {
	test.each(["/", "/trpc/access.me", "/healthz", "/nowhere.txt", "/sign-in?token=x"])(
		"%s has the headers that keep other sites out",
		async (path) => {
			const { headers } = await harness.ask(path);
			const policy = headers.get("content-security-policy") ?? "";
			expect(policy).toContain("default-src 'none'");
			expect(policy).toContain("script-src 'self'");
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).not.toMatch(/script-src[^;]*unsafe/);
			expect(headers.get("x-content-type-options")).toBe("nosniff");
			expect(headers.get("x-frame-options")).toBe("DENY");
			expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
			expect(headers.get("access-control-allow-origin")).toBeNull();
			expect(headers.get("x-powered-by")).toBeNull();
		},
	);

	test("asks browsers to stay with https only where it is https", async () => {
		expect((await harness.ask("/")).headers.get("strict-transport-security")).toBeNull();
		const secure = await startHarness(database, { publicUrl: "https://ledger.example" });
		expect((await secure.ask("/")).headers.get("strict-transport-security")).toContain("max-age=31536000");
		await secure.close();
	});

	test.each([
		["abcdefgh-123", "abcdefgh-123"],
		["short", null],
		["with space and more", null],
		["x".repeat(65), null],
		["<script>alert(1)</script>", null],
	])("carries an id: %j", async (given, kept) => {
		const id = (await harness.ask("/healthz", { headers: { "x-request-id": given } })).headers.get(
			"x-request-id",
		);
		if (kept === null) expect(id).toMatch(/^[0-9a-f-]{36}$/);
		else expect(id).toBe(kept);
	});
});

describe("errors", () => {
	test.each([
		["GET", "/nowhere.txt", 404, "NOT_FOUND"],
		["GET", "/auth/nothing", 404, "NOT_FOUND"],
		["POST", "/somewhere", 404, "NOT_FOUND"],
		["DELETE", "/healthz", 405, "METHOD_NOT_ALLOWED"],
		["PUT", "/trpc/access.me", 405, "METHOD_NOT_ALLOWED"],
		["GET", "/auth/sign-out", 405, "METHOD_NOT_ALLOWED"],
	])("%s %s answers %i as JSON in both languages", async (method, path, status, code) => {
		const answer = await harness.ask(path, { method, headers: { ...bearer(), accept: "application/json" } });
		expect(answer.status).toBe(status);
		const error = await problemOf(answer);
		expect(error.code).toBe(code);
		expect(error.requestId).toBe(answer.headers.get("x-request-id"));
		if (status === 405) expect(answer.headers.get("allow")).toBeTruthy();
	});

	test("an unforeseen failure shows the request's id and nothing of itself, in the answer and in the logs", async () => {
		const answer = await harness.ask("/trpc/access.listUsers", {
			headers: { ...bearer(), "x-request-id": "unforeseen-1" },
		});
		expect(answer.status).toBe(500);
		const text = await answer.text();
		expect(text).toContain("unforeseen-1");
		for (const secret of ["张三", "hunter2", "postgresql://", "relation", "thin-services"]) {
			expect(text).not.toContain(secret);
		}
		expect(harness.logText()).not.toMatch(/张三|hunter2/);
		expect(harness.logged).toContainEqual(
			expect.objectContaining({
				level: 50,
				requestId: "unforeseen-1",
				path: "access.listUsers",
				error: "Error",
			}),
		);
	});

	test("an unknown procedure is not found, a wrong input names its fields", async () => {
		const unknown = await harness.ask("/trpc/no.such", { headers: bearer() });
		expect([unknown.status, (await failureOf(unknown)).code]).toEqual([404, "NOT_FOUND"]);
		const input = encodeURIComponent(JSON.stringify({ issueId: "x" }));
		const wrong = await harness.ask(`/trpc/issues.get?input=${input}`, { headers: bearer() });
		expect(wrong.status).toBe(400);
		expect(await failureOf(wrong)).toMatchObject({
			code: "BAD_INPUT",
			fields: [{ path: "issueId" }],
		});
	});

	test("a mutation cannot be asked for by GET", async () => {
		const answer = await harness.ask("/trpc/access.revokeApiKey?input=%7B%22id%22%3A%22x%22%7D", {
			headers: bearer(),
		});
		expect(answer.status).toBe(405);
	});

	test("without credentials one must sign in", async () => {
		const answer = await harness.me({});
		expect([answer.status, (await failureOf(answer)).code]).toEqual([401, "NOT_SIGNED_IN"]);
	});

	test("more calls than a batch may hold are refused", async () => {
		const paths = (count: number) => `/trpc/${Array(count).fill("access.me").join(",")}?batch=1&input=%7B%7D`;
		expect((await harness.ask(paths(20), { headers: bearer() })).status).toBe(200);
		expect((await harness.ask(paths(21), { headers: bearer() })).status).toBe(400);
	});
});

describe("bodies", () => {
	const post = (path: string, size: number, headers: Record<string, string>) =>
		harness.ask(path, {
			method: "POST",
			body: JSON.stringify({ filler: "x".repeat(size) }),
			headers: { "content-type": "application/json", ...headers },
		});

	test("over a megabyte are too large", async () => {
		const answer = await post("/trpc/access.createApiKey", BODY_LIMIT, bearer());
		expect([answer.status, (await problemOf(answer)).code]).toEqual([413, "TOO_LARGE"]);
	});

	test("of imports may be larger, but not for strangers", async () => {
		expect((await post("/trpc/issues.startImport", 2 * BODY_LIMIT, bearer())).status).toBe(400);
		expect((await post("/trpc/issues.startImport", 2 * BODY_LIMIT, {})).status).not.toBe(200);
		expect((await post("/trpc/issues.startImport", 31 * BODY_LIMIT, bearer())).status).toBe(413);
	});

	test("without a length are counted while they come", async () => {
		const endless = new ReadableStream<Uint8Array>({
			pull: (controller) => controller.enqueue(new Uint8Array(256 * 1024).fill(120)),
		});
		const answer = await harness.ask("/trpc/access.createApiKey", {
			method: "POST",
			body: endless,
			duplex: "half",
			headers: { "content-type": "application/json", ...bearer() },
		});
		expect(answer.status).toBe(413);
	});
});

describe("other sites", () => {
	const change = (headers: Record<string, string>) =>
		harness.ask("/trpc/access.revokeApiKey", {
			method: "POST",
			body: JSON.stringify({ id: "x" }),
			headers: { "content-type": "application/json", ...headers },
		});

	test.each([
		["another origin", { origin: "https://evil.example" }],
		["the same host on another port", { origin: "http://127.0.0.1:1" }],
		["an origin that browsers hide", { origin: "null" }],
		["no origin at all", {}],
		["a cross-site form", { "sec-fetch-site": "cross-site" }],
	])("cannot change anything by a person's cookie: %s", async (_, headers) => {
		const answer = await change({ cookie, ...headers });
		expect([answer.status, (await problemOf(answer)).code]).toEqual([403, "FOREIGN_ORIGIN"]);
	});

	test.each([
		["our own origin", () => ({ origin: harness.url })],
		["a browser that says same-origin", () => ({ "sec-fetch-site": "same-origin" })],
	])("our own pages can: %s", async (_, headers) => {
		expect((await change({ cookie, ...headers() })).status).toBe(404);
	});

	test("a program with a key needs no origin", async () => {
		expect((await change(bearer())).status).toBe(404);
	});

	test("cannot sign a visitor in as somebody else", async () => {
		const answer = await harness.ask("/sign-in", {
			method: "POST",
			body: new URLSearchParams({ token: "x" }),
			headers: { origin: "https://evil.example" },
		});
		expect(answer.status).toBe(403);
	});

	test("cannot read by a person's cookie either", async () => {
		expect((await harness.me({ cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
	});
});

describe("the web UI", () => {
	test("pages get index.html, not to be kept without asking", async () => {
		for (const path of ["/", "/issues/123", "/imports"]) {
			const answer = await harness.ask(path, { headers: { accept: "text/html" } });
			expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-cache"]);
			expect(await answer.text()).toContain("<title>整改</title>");
		}
	});

	test("files named by their content may be kept for ever, and are packed", async () => {
		const plain = await raw("/assets/main-a1b2c3.js", {});
		const packed = await raw("/assets/main-a1b2c3.js", { "accept-encoding": "gzip, br" });
		expect(packed.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
		expect(packed.headers["content-encoding"]).toBe("br");
		expect(packed.body.byteLength).toBeLessThan(plain.body.byteLength / 10);
		expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
		const gzip = await raw("/assets/main-a1b2c3.js", { "accept-encoding": "gzip" });
		expect(gzip.headers["content-encoding"]).toBe("gzip");
	});

	test("what has not changed is not sent again", async () => {
		const etag = (await harness.ask("/")).headers.get("etag") ?? "";
		const again = await harness.ask("/", { headers: { "if-none-match": `W/"other", ${etag}` } });
		expect([again.status, await again.text()]).toEqual([304, ""]);
	});

	test.each([
		"/.built-from",
		"/../package.json",
		"/%2e%2e/package.json",
		"/assets/..%2f.built-from",
		"/assets/none.js",
	])("%s is not there", async (path) => {
		const answer = await raw(path, {});
		expect(answer.body.toString()).toContain("NOT_FOUND");
	});
});

describe("JSON", () => {
	test("is packed for those who come over a network, not on the machine itself", async () => {
		const paths = `/trpc/${Array(10).fill("access.me").join(",")}?batch=1&input=%7B%7D`;
		const accept = { cookie, "accept-encoding": "gzip" };
		expect((await raw(paths, accept)).headers["content-encoding"]).toBeUndefined();
		const remote = await raw(paths, { ...accept, "x-forwarded-for": "203.0.113.9" });
		expect(remote.headers["content-encoding"]).toBe("gzip");
		expect(remote.headers.vary).toContain("accept-encoding");
	});
});

describe("logs", () => {
	test("say what was asked without who, and without what was typed", async () => {
		await harness.ask("/trpc/access.me?input=%22%E5%BC%A0%E4%B8%89%22", { headers: { cookie } });
		await harness.ask("/people/%E5%BC%A0%E4%B8%89", { headers: { cookie } });
		const mine = harness.logged.filter(({ msg }) => msg === "request");
		expect(mine.at(-2)).toMatchObject({
			method: "GET",
			path: "/trpc/access.me",
			status: 200,
			actor: "person",
		});
		expect(mine.at(-1)).toMatchObject({ path: "/…" });
		expect(harness.logText()).not.toMatch(/张三|%E5%BC%A0|session_token|http-tester|127\.0\.0\.1/);
	});
});
