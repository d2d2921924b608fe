import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createZhenggaiClient } from "./client.ts";
import { failureOf } from "./failure.ts";

let server: Server | null = null;
afterEach(() => server?.close());

/** The failure of one request to a server that answers like this. */
async function failureFrom(status: number, body: string) {
	const listening = createServer((_, response) => {
		response.writeHead(status, { "content-type": "application/json" }).end(body);
	});
	server = listening;
	await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
	const address = listening.address();
	const port = typeof address === "object" && address !== null ? address.port : 0;
	const client = createZhenggaiClient({ url: `http://127.0.0.1:${port}`, token: "x" });
	return client.access.me.query().then(
		() => null,
		(error: unknown) => failureOf(error),
	);
}

test("an answer from before the API keeps its words and its id", async () => {
	const error = { code: "NOT_SIGNED_IN", text: { zh: "已过期", en: "expired" }, requestId: "r-1" };
	expect(await failureFrom(401, JSON.stringify({ error }))).toEqual({
		kind: "server",
		code: "NOT_SIGNED_IN",
		text: { zh: "已过期", en: "expired" },
		fields: [],
		requestId: "r-1",
	});
});

test.each([
	{ status: 401, code: "NOT_SIGNED_IN" },
	{ status: 413, code: "TOO_LARGE" },
	{ status: 429, code: "TOO_MANY" },
	{ status: 503, code: "UNAVAILABLE" },
])("an answer of another program with $status is $code", async ({ status, code }) => {
	expect(await failureFrom(status, "{}")).toMatchObject({ kind: "server", code });
});

test("no answer is the network's failure, a mistake of the caller is none", async () => {
	const client = createZhenggaiClient({ url: "http://127.0.0.1:9" });
	const error: unknown = await client.access.me.query().then(
		() => null,
		(thrown: unknown) => thrown,
	);
	expect(failureOf(error)).toEqual({ kind: "network" });
	expect(failureOf(new TypeError("ours"))).toBeNull();
});
