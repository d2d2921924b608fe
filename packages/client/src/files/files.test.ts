import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failureOf } from "../failure.ts";
import { downloadArchive, downloadEvidence } from "./download.ts";
import { type Sent, uploadEvidence } from "./upload.ts";

const BYTES = new TextEncoder().encode("照片的内容".repeat(40_000));
const SHA256 = createHash("sha256").update(BYTES).digest("hex");

type Answer = (request: IncomingMessage, body: Buffer, response: ServerResponse) => void;

/** What a well-behaved server makes of an upload: read what came. */
const keeps: Answer = (_, body, response) => {
	const sha256 = createHash("sha256").update(body).digest("hex");
	const file = {
		sha256,
		bytes: body.byteLength,
		mediaType: "image/jpeg",
		takenAt: null,
		position: [113, 28],
	};
	response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(file));
};
const problem =
	(status: number, code: string): Answer =>
	(_request, _body, response) => {
		const error = { code, text: { zh: "文件超过1MB", en: "The file is larger than 1 MB" }, requestId: "r-7" };
		response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error }));
	};

let answer: Answer = keeps;
let asked: { url: string; method: string; key: string; length: string | null }[] = [];
const server = createServer((request, response) => {
	const chunks: Buffer[] = [];
	request.on("data", (chunk: Buffer) => chunks.push(chunk));
	request.on("end", () => {
		const { url = "", method = "", headers } = request;
		asked.push({
			...{ url, method, key: headers.authorization ?? "" },
			length: headers["content-length"] ?? null,
		});
		answer(request, Buffer.concat(chunks), response);
	});
});
let options = { url: "", token: "zgk_1" };
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	options = { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`, token: "zgk_1" };
});
beforeEach(() => {
	answer = keeps;
	asked = [];
});
afterAll(() => void server.close());

async function* pieces(): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < BYTES.length; at += 50_000) yield BYTES.subarray(at, at + 50_000);
}

const failureFrom = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(error: unknown) => failureOf(error),
	);

describe("uploadEvidence", () => {
	test.each([
		["a file of a browser", () => new File([BYTES], "照片.jpg"), true],
		["bytes", () => BYTES, true],
		["a buffer of Node", () => Buffer.from(BYTES), true],
		["memory shared between threads", shared, true],
		["a stream", () => new Blob([BYTES]).stream(), false],
		["chunks as they come", pieces, false],
	])("sends %s", async (_, source, hasLength) => {
		const file = await uploadEvidence(options, { issueId: "i-1", file: source() });
		expect(file).toEqual({
			...{ sha256: SHA256, bytes: BYTES.byteLength, mediaType: "image/jpeg" },
			...{ takenAt: null, position: [113, 28] },
		});
		expect(asked).toEqual([
			{
				...{ url: "/files/issues/i-1", method: "POST", key: "Bearer zgk_1" },
				length: hasLength ? String(BYTES.byteLength) : null,
			},
		]);
	});

	test("tells how much is sent, of how much where it is known", async () => {
		const known: Sent[] = [];
		await uploadEvidence(options, { issueId: "i", file: BYTES, onProgress: (sent) => known.push(sent) });
		expect(known.at(-1)).toEqual({ bytes: BYTES.byteLength, total: BYTES.byteLength });
		const unknown: Sent[] = [];
		await uploadEvidence(options, { issueId: "i", file: pieces(), onProgress: (sent) => unknown.push(sent) });
		expect(unknown.at(-1)).toEqual({ bytes: BYTES.byteLength, total: null });
		expect(unknown.length).toBeGreaterThan(5);
	});

	test("is refused with the server's code, words in both languages and its id", async () => {
		answer = problem(413, "TOO_LARGE");
		expect(await failureFrom(uploadEvidence(options, { issueId: "i", file: BYTES }))).toEqual({
			...{ kind: "server", code: "TOO_LARGE", fields: [], requestId: "r-7" },
			text: { zh: "文件超过1MB", en: "The file is larger than 1 MB" },
		});
	});

	test("ends by the caller's signal, by a broken line, and by an answer that is none of ours", async () => {
		const controller = new AbortController();
		answer = () => controller.abort();
		const { signal } = controller;
		expect(await failureFrom(uploadEvidence(options, { issueId: "i", file: BYTES, signal }))).toEqual({
			kind: "aborted",
		});
		const nowhere = { url: "http://127.0.0.1:9" };
		expect(await failureFrom(uploadEvidence(nowhere, { issueId: "i", file: BYTES }))).toEqual({
			kind: "network",
		});
		answer = (_request, _body, response) => void response.writeHead(200).end("<html>portal</html>");
		expect(await failureFrom(uploadEvidence(options, { issueId: "i", file: BYTES }))).toEqual({
			kind: "network",
		});
	});

	test("an id leads to no other address", async () => {
		await uploadEvidence(options, { issueId: "../../auth/sign-out", file: BYTES });
		expect(asked[0]?.url).toBe("/files/issues/..%2F..%2Fauth%2Fsign-out");
	});
});

function shared(): Uint8Array {
	const bytes = new Uint8Array(new SharedArrayBuffer(BYTES.byteLength));
	bytes.set(BYTES);
	return bytes;
}

describe("a download", () => {
	const gives =
		(disposition: string, more: Record<string, string> = {}): Answer =>
		(_request, _body, response) =>
			void response
				.writeHead(200, { "content-type": "image/jpeg", "content-disposition": disposition, ...more })
				.end(BYTES);

	test("has its name in every script, its length and its hash, and streams", async () => {
		const digest = `sha-256=:${Buffer.from(SHA256, "hex").toString("base64")}:`;
		answer = gives(`attachment; filename="__.jpg"; filename*=UTF-8''${encodeURIComponent("照片.jpg")}`, {
			...{ "content-length": String(BYTES.byteLength), "content-digest": digest },
		});
		const file = await downloadEvidence(options, { issueId: "i", evidenceId: "e" });
		expect(file).toMatchObject({
			...{ name: "照片.jpg", mediaType: "image/jpeg", bytes: BYTES.byteLength, sha256: SHA256 },
		});
		expect(new Uint8Array(await (await file.blob()).arrayBuffer())).toEqual(BYTES);
		expect(asked[0]).toMatchObject({ url: "/files/issues/i/e", method: "GET", key: "Bearer zgk_1" });
	});

	test.each([
		[`attachment; filename="..%2F"; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd`, "__.._etc_passwd"],
		['attachment; filename="plain.zip"', "plain.zip"],
		["attachment; filename*=UTF-8''%E7%85", "i.zip"],
		["", "i.zip"],
	])("is never named as a path: %j", async (disposition, name) => {
		answer = gives(disposition);
		const file = await downloadArchive(options, { issueId: "i" });
		await file.body.cancel();
		expect(file.name).toBe(name);
		expect(file).toMatchObject({ sha256: null, bytes: null });
	});

	test("of what is not there says so", async () => {
		answer = problem(404, "NOT_FOUND");
		expect(await failureFrom(downloadArchive(options, { issueId: "i" }))).toMatchObject({
			...{ kind: "server", code: "NOT_FOUND", requestId: "r-7" },
		});
	});
});
