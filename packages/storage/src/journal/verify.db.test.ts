import { randomUUID } from "node:crypto";
import { Instant } from "@zhenggai/domain/kernel";
import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { batchFor } from "../testing/journal.ts";
import { withTransaction } from "../tx/tx.ts";
import { appendBatches, appendEvents } from "./append.ts";
import { proveStream } from "./proof.ts";
import { sealJournal, verifySeals } from "./seal.ts";
import { verifyChains } from "./verify.ts";

const database = await testDatabase();
const AT = Instant.parse("2026-04-01T00:00:00.000Z");
const events = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ type: "changed", payload: { index } }));

/** What somebody does who owns the tables. */
const tamper = (...statements: readonly string[]) =>
	database.pool.query(
		[
			"ALTER TABLE journal.event DISABLE TRIGGER USER",
			"ALTER TABLE journal.seal DISABLE TRIGGER USER",
			...statements,
			"ALTER TABLE journal.event ENABLE TRIGGER USER",
			"ALTER TABLE journal.seal ENABLE TRIGGER USER",
		].join("; "),
	);

const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
const seal = () => sealJournal(database, AT);

beforeEach(async () => {
	await tamper("DELETE FROM journal.event", "DELETE FROM journal.stream", "DELETE FROM journal.seal");
	await withTransaction(database, (tx) =>
		appendBatches(
			tx,
			[first, second, third].map((streamId) => batchFor(streamId, { events: events(4) })),
		),
	);
});

describe("verifyChains", () => {
	it("finds a whole journal whole, over several pages", async () => {
		const many = Array.from({ length: 700 }, () => batchFor(randomUUID(), { events: events(7) }));
		await withTransaction(database, (tx) => appendBatches(tx, many));
		expect(await verifyChains(database)).toEqual({ ok: true, streams: 703, events: 4912, broken: [] });
	});

	it.each([
		["a changed payload", `UPDATE journal.event SET payload = '{"index":9}' WHERE version = 3`, 3, "content"],
		[
			"a changed actor",
			`UPDATE journal.event SET actor = '{"kind":"system"}' WHERE version = 2`,
			2,
			"content",
		],
		[
			"a changed moment",
			"UPDATE journal.event SET at = at + interval '1 ms' WHERE version = 1",
			1,
			"content",
		],
		["a changed region", "UPDATE journal.event SET region = '621200' WHERE version = 4", 4, "content"],
		["an entry removed from the middle", "DELETE FROM journal.event WHERE version = 2", 3, "gap"],
		["the first entry removed", "DELETE FROM journal.event WHERE version = 1", 2, "gap"],
		["the last entries removed", "DELETE FROM journal.event WHERE version > 2", 3, "end"],
		["all entries removed", "DELETE FROM journal.event WHERE true", 1, "end"],
		[
			"a hash made to fit its content",
			"UPDATE journal.event SET hash = sha256('x') WHERE version = 2",
			2,
			"content",
		],
		[
			"a predecessor replaced",
			"UPDATE journal.event SET prev_hash = sha256('x') WHERE version = 2",
			2,
			"predecessor",
		],
	])("finds %s", async (_, statement, version, why) => {
		await tamper(`${statement} AND stream_id = '${second}'`.replace("WHERE true AND", "WHERE"));
		const report = await verifyChains(database);
		expect(report.broken).toEqual([{ streamId: second, version, why }]);
		expect(report.ok).toBe(false);
	});

	it("names the first broken entry of every broken stream", async () => {
		await tamper("UPDATE journal.event SET type = 'other' WHERE version >= 2");
		const { broken } = await verifyChains(database);
		expect(broken.map(({ streamId }) => streamId).toSorted()).toEqual([first, second, third].toSorted());
		expect(broken.every(({ version, why }) => version === 2 && why === "content")).toBe(true);
	});
});

describe("sealJournal and verifySeals", () => {
	it("seals everything new, once, chained to the seal before", async () => {
		const one = await seal();
		expect(one).toMatchObject({ number: 1, count: 12, after: "0:0", prevHash: "0".repeat(64) });
		expect(await seal()).toBeNull();
		await withTransaction(database, (tx) => appendEvents(tx, batchFor(randomUUID())));
		expect(await verifySeals(database)).toMatchObject({ ok: true, seals: 1, sealed: 12, unsealed: 1 });
		const two = await seal();
		expect(two).toMatchObject({ number: 2, count: 1, after: one?.through, prevHash: one?.hash });
		expect(await verifySeals(database)).toEqual({
			ok: true,
			seals: 2,
			sealed: 13,
			unsealed: 0,
			broken: [],
			last: { number: 2, hash: two?.hash },
		});
	});

	it("leaves out what a late commit may still come before, and seals it the next time", async () => {
		const [written, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const slow = withTransaction(database, async (tx) => {
			await appendEvents(tx, batchFor(randomUUID()));
			written.resolve();
			await release.promise;
		});
		await written.promise;
		await withTransaction(database, (tx) => appendEvents(tx, batchFor(randomUUID())));
		expect(await seal()).toMatchObject({ number: 1, count: 12 });
		release.resolve();
		await slow;
		expect(await seal()).toMatchObject({ number: 2, count: 2 });
		expect((await verifySeals(database)).ok).toBe(true);
	});

	it("lets several nodes seal at once without a gap or an overlap", async () => {
		await Promise.all(Array.from({ length: 5 }, seal));
		expect(await verifySeals(database)).toMatchObject({ ok: true, seals: 1, sealed: 12 });
	});

	it("finds a stream that was removed with its head, which no chain shows", async () => {
		await seal();
		await tamper(
			`DELETE FROM journal.event WHERE stream_id = '${second}'`,
			`DELETE FROM journal.stream WHERE stream_id = '${second}'`,
		);
		expect((await verifyChains(database)).ok).toBe(true);
		const report = await verifySeals(database);
		expect(report).toMatchObject({
			ok: false,
			broken: [{ number: 1, why: "count", expected: 12, found: 8 }],
		});
	});

	it("finds a stream that was written anew with hashes that fit", async () => {
		await seal();
		const rewritten = randomUUID();
		await withTransaction(database, (tx) => appendEvents(tx, batchFor(rewritten, { events: events(4) })));
		await tamper(
			`CREATE TEMP TABLE place AS SELECT version, position, seq FROM journal.event WHERE stream_id = '${second}'`,
			`DELETE FROM journal.event WHERE stream_id = '${second}'`,
			`DELETE FROM journal.stream WHERE stream_id = '${second}'`,
			`UPDATE journal.event e SET position = p.position FROM place p WHERE p.version = e.version AND e.stream_id = '${rewritten}'`,
			"DROP TABLE place",
		);
		expect((await verifyChains(database)).ok).toBe(true);
		expect(await verifySeals(database)).toMatchObject({ ok: false });
	});

	it.each([
		["a changed seal", "UPDATE journal.seal SET count = count - 1 WHERE number = 1", 1],
		["a removed seal", "DELETE FROM journal.seal WHERE number = 1", 2],
	])("finds %s", async (_, statement, number) => {
		await seal();
		await withTransaction(database, (tx) => appendEvents(tx, batchFor(randomUUID())));
		await seal();
		await tamper(statement);
		const { broken } = await verifySeals(database);
		expect(broken[0]).toMatchObject({ number, why: "chain" });
	});

	it("finds the newest seals removed only with a copy kept outside", async () => {
		await seal();
		await withTransaction(database, (tx) => appendEvents(tx, batchFor(randomUUID())));
		const last = await seal();
		const witness = { number: last?.number ?? 0, hash: last?.hash ?? "" };
		expect((await verifySeals(database, witness)).ok).toBe(true);
		await tamper("DELETE FROM journal.seal WHERE number = 2");
		expect((await verifySeals(database)).ok).toBe(true);
		expect((await verifySeals(database, witness)).broken).toMatchObject([{ number: 2, why: "witness" }]);
	});
});

describe("proveStream", () => {
	it("proves the entries up to a version by their seals, and names those that no seal covers yet", async () => {
		expect(await proveStream(database, second, 4)).toEqual({
			...{ entries: [], unsealed: [1, 2, 3, 4], seals: [], isWhole: true },
		});
		const one = await seal();
		await withTransaction(database, (tx) => appendEvents(tx, batchFor(first, { expectedVersion: 4 })));
		const two = await seal();
		await withTransaction(database, (tx) =>
			appendEvents(tx, batchFor(second, { expectedVersion: 4, events: events(1) })),
		);
		const three = await seal();
		await withTransaction(database, (tx) =>
			appendEvents(tx, batchFor(second, { expectedVersion: 5, events: events(2) })),
		);
		const proof = await proveStream(database, second, 6);
		expect(proof).toMatchObject({ unsealed: [6], seals: [one, two, three], isWhole: true });
		expect(proof.entries.map(({ version, seal: of, index }) => [version, of, index])).toEqual([
			...[4, 5, 6, 7].map((index, at) => [at + 1, 1, index]),
			[5, 3, 0],
		]);
		// Eight of twelve leaves lie in the complete left subtree: three steps to its root, one to the right of it.
		expect(proof.entries.map(({ path }) => path.length)).toEqual([4, 4, 4, 4, 0]);
		expect(await proveStream(database, second, 6, 2)).toMatchObject({ seals: [one, three], isWhole: false });
		expect((await proveStream(database, second, 2)).seals).toEqual([one]);
	});
});
