import { randomUUID } from "node:crypto";
import { Instant } from "@zhenggai/domain/kernel";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { testDatabase } from "../testing/index.ts";
import { batchFor } from "../testing/journal.ts";
import { withTransaction } from "../tx/tx.ts";
import { appendEvents } from "./append.ts";
import { forgetIdempotencyKeys, type IdempotencyClaim, runIdempotent } from "./idempotency.ts";
import { readStream } from "./read.ts";

const database = await testDatabase();

const claim = (more: Partial<IdempotencyClaim> = {}): IdempotencyClaim => ({
	actorId: "key-1",
	key: randomUUID(),
	verb: "assignIssue",
	fingerprint: "abc",
	at: Instant.parse("2026-03-01T00:00:00.000Z"),
	...more,
});

/** Appends an entry to a stream under a claim and answers with its number. */
const append = (streamId: string, under: IdempotencyClaim, keep = true) =>
	withTransaction(database, (tx) =>
		runIdempotent(tx, under, {
			run: async () => {
				const result = await appendEvents(tx, batchFor(streamId, { expectedVersion: null }));
				return result.ok ? (result.events[0]?.version ?? 0) : 0;
			},
			keep: () => keep,
			store: (version) => ({ version }),
			restore: (stored) => z.object({ version: z.int() }).parse(stored).version,
		}),
	);

describe("runIdempotent", () => {
	it("does it once and answers the repeat with the first result", async () => {
		const [streamId, under] = [randomUUID(), claim()];
		expect(await append(streamId, under)).toEqual({ kind: "done", result: 1, replayed: false });
		expect(await append(streamId, under)).toEqual({ kind: "done", result: 1, replayed: true });
		expect(await readStream(database, streamId)).toHaveLength(1);
	});

	it("does it once when the same request comes many times at the same moment", async () => {
		const [streamId, under] = [randomUUID(), claim()];
		const results = await Promise.all(Array.from({ length: 9 }, () => append(streamId, under)));
		expect(results.filter((result) => result.kind === "done" && !result.replayed)).toHaveLength(1);
		expect(results.every((result) => result.kind === "done" && result.result === 1)).toBe(true);
		expect(await readStream(database, streamId)).toHaveLength(1);
	});

	it("keeps the keys of two callers apart", async () => {
		const [streamId, under] = [randomUUID(), claim()];
		await append(streamId, under);
		const theirs = await append(streamId, { ...under, actorId: "key-2" });
		expect(theirs).toEqual({ kind: "done", result: 2, replayed: false });
	});

	it.each([{ fingerprint: "other input" }, { verb: "returnIssue" }])(
		"tells another request under a used key: %o",
		async (other) => {
			const [streamId, under] = [randomUUID(), claim()];
			await append(streamId, under);
			expect(await append(streamId, { ...under, ...other })).toEqual({
				kind: "mismatch",
				verb: "assignIssue",
			});
			expect(await readStream(database, streamId)).toHaveLength(1);
		},
	);

	it("lets the request be tried again after a rollback or an answer that is not to be kept", async () => {
		const [streamId, under] = [randomUUID(), claim()];
		const failing = withTransaction(database, (tx) =>
			runIdempotent(tx, under, {
				run: () => Promise.reject(new Error("failed")),
				keep: () => true,
				store: () => null,
				restore: () => null,
			}),
		);
		await expect(failing).rejects.toThrow("failed");
		expect(await append(streamId, under, false)).toMatchObject({ replayed: false });
		expect(await append(streamId, under)).toMatchObject({ replayed: false });
		expect(await append(streamId, under)).toMatchObject({ replayed: true });
	});
});

describe("forgetIdempotencyKeys", () => {
	it("forgets what is older and nothing else", async () => {
		const streamId = randomUUID();
		const [old, fresh] = [
			claim({ at: Instant.parse("2020-01-01T00:00:00.000Z") }),
			claim({ at: Instant.parse("2030-01-01T00:00:00.000Z") }),
		];
		await append(streamId, old);
		await append(streamId, fresh);
		expect(await forgetIdempotencyKeys(database, Instant.parse("2020-01-02T00:00:00.000Z"))).toBe(1);
		expect(await append(streamId, old)).toMatchObject({ replayed: false });
		expect(await append(streamId, fresh)).toMatchObject({ replayed: true });
	});
});
