import { EvidenceId, IssueId } from "@zhenggai/domain/kernel";
import { ServiceError, type Services } from "@zhenggai/services/contract";
import { testDatabase } from "@zhenggai/storage/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { HARNESS_FILE_LIMIT, type Harness, startHarness } from "../testing/harness.ts";

const ISSUE = IssueId.parse("00000001-0000-7000-8000-000000000001");
const EVIDENCE = EvidenceId.parse("00000002-0000-7000-8000-000000000001");
const NAME = '整改后 "照片".html';
const PAGE = "<script>alert(1)</script>";
const SHA256 = "a".repeat(64);
const URL = `/files/issues/${ISSUE}`;

/** How the use cases were asked, and what they read. The store itself is tested where it is made. */
const seen: { actor: string; issueId: string; bytes: number; chunks: number }[] = [];
let cancelled = 0;

const progress: Services["progress"] = {
	async storeEvidence(actor, issueId, source) {
		if (actor.kind === "anonymous") throw new ServiceError("NOT_SIGNED_IN");
		let [bytes, chunks] = [0, 0];
		for await (const chunk of source) {
			bytes += chunk.byteLength;
			chunks += 1;
			if (bytes > HARNESS_FILE_LIMIT) throw new ServiceError("TOO_LARGE");
		}
		seen.push({ actor: actor.kind, issueId, bytes, chunks });
		return { sha256: SHA256, bytes, mediaType: "text/plain", takenAt: null, position: null };
	},
	async openEvidence(actor, issueId, evidenceId) {
		if (actor.kind === "anonymous") throw new ServiceError("NOT_SIGNED_IN");
		if (issueId !== ISSUE || evidenceId !== EVIDENCE) throw new ServiceError("NOT_FOUND");
		const bytes = new TextEncoder().encode(PAGE);
		const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
			pull(controller) {
				controller.enqueue(bytes);
				controller.close();
			},
			cancel: () => {
				cancelled += 1;
			},
		});
		return { name: NAME, mediaType: "text/plain", sha256: SHA256, bytes: bytes.byteLength, stream };
	},
	getReportForm: async () => {
		throw new ServiceError("NOT_FOUND");
	},
	rehearseProgress: async () => {
		throw new ServiceError("NOT_FOUND");
	},
	getUploadLimit: async () => {
		throw new ServiceError("NOT_FOUND");
	},
};

const database = await testDatabase();
let harness: Harness;
beforeAll(async () => {
	harness = await startHarness(database, { services: { progress } });
});
afterAll(() => harness.close());

const bearer = () => ({ authorization: `Bearer ${harness.localToken}` });
const send = (
	body: NonNullable<RequestInit["body"]>,
	headers: Record<string, string> = bearer(),
	path = URL,
) =>
	harness.ask(path, {
		method: "POST",
		body,
		headers,
		...(body instanceof ReadableStream ? { duplex: "half" } : {}),
	});
const Problem = z.object({ error: z.object({ code: z.string() }) });
const codeOf = async (answer: Response) => Problem.parse(await answer.json()).error.code;

describe("an upload", () => {
	test("streams its body to the store, longer than other requests may be", async () => {
		const answer = await send(new Uint8Array(HARNESS_FILE_LIMIT));
		expect(answer.status).toBe(201);
		expect(await answer.json()).toMatchObject({ sha256: SHA256, bytes: HARNESS_FILE_LIMIT });
		expect(seen.at(-1)).toMatchObject({ actor: "operator", issueId: ISSUE, bytes: HARNESS_FILE_LIMIT });
		expect(seen.at(-1)?.chunks).toBeGreaterThan(1);
	});

	test("beyond the limit is refused with an answer, whether its length is told or not", async () => {
		const told = await send(new Uint8Array(HARNESS_FILE_LIMIT + 1));
		expect([told.status, await codeOf(told)]).toEqual([413, "TOO_LARGE"]);
		const part = new Uint8Array(HARNESS_FILE_LIMIT / 2 + 1);
		let left = 3;
		const untold = await send(
			new ReadableStream({
				pull(controller) {
					left -= 1;
					controller.enqueue(part);
					if (left === 0) controller.close();
				},
			}),
		);
		expect([untold.status, await codeOf(untold)]).toEqual([413, "TOO_LARGE"]);
	});

	test("is refused to nobody in particular, from other sites and to what is no issue", async () => {
		const before = seen.length;
		expect((await send("x", { origin: harness.url })).status).toBe(401);
		const cookie = await harness.signIn(await harness.newPerson("files-tester"));
		expect(await codeOf(await send("x", { cookie, origin: "https://elsewhere.example" }))).toBe(
			"FOREIGN_ORIGIN",
		);
		expect(await codeOf(await send("x", bearer(), "/files/issues/1"))).toBe("BAD_INPUT");
		expect(seen).toHaveLength(before);
		expect((await send("x", { cookie, origin: harness.url })).status).toBe(201);
	});
});

describe("a download", () => {
	test("is a file to be kept, whatever is in it", async () => {
		const answer = await harness.ask(`${URL}/${EVIDENCE}`, { headers: bearer() });
		expect(answer.status).toBe(200);
		expect(await answer.text()).toBe(PAGE);
		const header = (name: string) => answer.headers.get(name);
		expect(header("content-disposition")).toBe(
			`attachment; filename="___ ____.html"; filename*=UTF-8''${encodeURIComponent(NAME)}`,
		);
		expect(header("content-type")).toBe("text/plain");
		expect(header("x-content-type-options")).toBe("nosniff");
		expect(header("content-security-policy")).toBe("default-src 'none'; sandbox");
		expect(header("cache-control")).toBe("private, no-store");
		expect(header("content-length")).toBe(String(PAGE.length));
	});

	test("can be asked about without its bytes", async () => {
		const answer = await harness.ask(`${URL}/${EVIDENCE}`, { method: "HEAD", headers: bearer() });
		expect([answer.status, await answer.text()]).toEqual([200, ""]);
		expect(cancelled).toBe(1);
	});

	test("is not there for others, nor of other evidence", async () => {
		expect((await harness.ask(`${URL}/${EVIDENCE}`)).status).toBe(401);
		expect((await harness.ask(`${URL}/${ISSUE}`, { headers: bearer() })).status).toBe(404);
		expect((await harness.ask(`${URL}/..%2F..%2Fetc`, { headers: bearer() })).status).toBe(404);
	});
});
