import { randomUUID } from "node:crypto";
import { firstBrokenVersion, GENESIS_HASH } from "@zhenggai/domain/journal";
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
