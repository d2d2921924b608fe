import { randomUUID } from "node:crypto";
import { firstBrokenVersion, GENESIS_HASH, type StreamKind } from "@zhenggai/domain/journal";
import { Instant } from "@zhenggai/domain/kernel";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { batchFor } from "../testing/journal.ts";
import { withTransaction } from "../tx/tx.ts";
import { appendBatches, appendEvents } from "./append.ts";
import { sha256 } from "./mapper.ts";
import { readStream, readStreams } from "./read.ts";

const database = await testDatabase();
const append = (...batches: Parameters<typeof appendBatches>[1]) =>
	withTransaction(database, (tx) => appendBatches(tx, batches));

describe("appendEvents", () => {
	it("chains the entries of a new stream and reads them back as they were", async () => {
		const streamId = randomUUID();
		const payload = { b: [1, 0.5, null], a: { z: "、“”\u0000\ud800", n: -0, big: 1e21 } };
		const batch = batchFor(streamId, {
			events: [
				{ type: "one", payload },
				{ type: "two", payload: "text" },
			],
			at: Instant.parse("2026-03-01T02:03:04Z"),
		});
		const result = await withTransaction(database, (tx) => appendEvents(tx, batch));
		if (!result.ok) throw new Error("refused");
		const read = await readStream(database, streamId);
		expect(read).toEqual(JSON.parse(JSON.stringify(result.events)));
		expect(read.map(({ version, prevHash }) => [version, prevHash])).toEqual([
			[1, GENESIS_HASH],
			[2, read[0]?.hash],
		]);
		expect(read[0]?.at).toBe("2026-03-01T02:03:04.000Z");
		expect(firstBrokenVersion(read, sha256)).toBeNull();
	});

	it("refuses a version that somebody has passed, says what they appended, and writes nothing", async () => {
		const [old, fresh] = [randomUUID(), randomUUID()];
		await append(batchFor(old));
		await append(batchFor(old, { expectedVersion: 1, events: [{ type: "theirs", payload: 1 }] }));
		const result = await append(batchFor(fresh), batchFor(old, { expectedVersion: 1 }));
		if (result.ok) throw new Error("accepted");
		expect(result.conflicts).toHaveLength(1);
		expect(result.conflicts[0]).toMatchObject({ streamId: old, expectedVersion: 1, actualVersion: 2 });
		expect(result.conflicts[0]?.since.map(({ type }) => type)).toEqual(["theirs"]);
		const streams = await readStreams(database, [old, fresh]);
		expect([...streams.keys()]).toEqual([old]);
		expect(streams.get(old)).toHaveLength(2);
	});
});

describe("appendBatches", () => {
	const race = async (streamId: string, expectedVersion: number, writers: number) => {
		const results = await Promise.all(
			Array.from({ length: writers }, (_, writer) =>
				append(batchFor(streamId, { expectedVersion, events: [{ type: "raced", payload: writer }] })),
			),
		);
		const stream = await readStream(database, streamId);
		for (const result of results) {
			if (!result.ok) expect(result.conflicts[0]?.since).toEqual(stream.slice(expectedVersion));
		}
		return { won: results.filter(({ ok }) => ok).length, stream };
	};

	it("lets one of many win that begin or continue the same stream at the same moment", async () => {
		const streamId = randomUUID();
		expect(await race(streamId, 0, 8)).toMatchObject({ won: 1, stream: { length: 1 } });
		expect(await race(streamId, 1, 8)).toMatchObject({ won: 1, stream: { length: 2 } });
		expect(firstBrokenVersion((await race(streamId, 2, 8)).stream, sha256)).toBeNull();
	});

	it("appends at whatever version when none is expected, one after the other", async () => {
		const streamId = randomUUID();
		const writers = Array.from({ length: 10 }, () => append(batchFor(streamId, { expectedVersion: null })));
		expect((await Promise.all(writers)).every(({ ok }) => ok)).toBe(true);
		const stream = await readStream(database, streamId);
		expect(stream.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(firstBrokenVersion(stream, sha256)).toBeNull();
	});

	it("leaves nothing of a batch whose transaction rolls back", async () => {
		const streamId = randomUUID();
		const failing = withTransaction(database, async (tx) => {
			await appendBatches(tx, [batchFor(streamId)]);
			throw new Error("changed my mind");
		});
		await expect(failing).rejects.toThrow("changed my mind");
		expect(await readStream(database, streamId)).toEqual([]);
		expect((await append(batchFor(streamId))).ok).toBe(true);
	});

	it("does not deadlock when batches name the same streams in different orders", async () => {
		const ids = Array.from({ length: 30 }, () => randomUUID());
		const rounds = Array.from({ length: 12 }, (_, round) =>
			append(
				...(round % 2 === 0 ? ids : ids.toReversed()).map((id) => batchFor(id, { expectedVersion: null })),
			),
		);
		expect((await Promise.all(rounds)).every(({ ok }) => ok)).toBe(true);
		const streams = await readStreams(database, ids);
		expect([...streams.values()].map(({ length }) => length)).toEqual(ids.map(() => 12));
	});

	it("takes 3,000 streams of an import in one go", async () => {
		const batches = Array.from({ length: 3000 }, () =>
			batchFor(randomUUID(), { events: [{ type: "issueRecorded", payload: { text: "问题".repeat(400) } }] }),
		);
		const result = await append(...batches);
		expect(result.ok && result.events.length).toBe(3000);
	});

	it("gives a batch without events an empty answer in its place", async () => {
		const result = await append(batchFor(randomUUID(), { events: [] }), batchFor(randomUUID()));
		expect(result.ok && result.events.map(({ length }) => length)).toEqual([0, 1]);
	});

	it("refuses a stream that stands twice, and one of another kind, as the mistakes they are", async () => {
		const streamId = randomUUID();
		await expect(append(batchFor(streamId), batchFor(streamId))).rejects.toThrow("twice");
		await append(batchFor(streamId));
		const streamKind: StreamKind = "unit";
		await expect(append(batchFor(streamId, { streamKind, expectedVersion: 1 }))).rejects.toThrow("kind");
	});
});

describe("journal.event", () => {
	it.each([
		"UPDATE journal.event SET type = 'other'",
		"DELETE FROM journal.event WHERE version = 99",
		"TRUNCATE journal.event",
		"UPDATE journal.seal SET count = 0",
		"DELETE FROM journal.seal",
		"TRUNCATE journal.seal",
	])("refuses: %s", async (statement) => {
		await expect(database.pool.query(statement)).rejects.toMatchObject({ code: "23001" });
	});
});
