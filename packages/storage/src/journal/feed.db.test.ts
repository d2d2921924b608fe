import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { JournalCursor } from "@zhenggai/domain/journal";
import { afterEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../db/database.ts";
import { testDatabase } from "../testing/index.ts";
import { batchFor } from "../testing/journal.ts";
import { seededRandom } from "../testing/random.ts";
import { withTransaction } from "../tx/tx.ts";
import { appendEvents } from "./append.ts";
import { type JournalFeed, type JournalFeedOptions, openJournalFeed, type Subscription } from "./feed.ts";
import { notifyJournal } from "./notify.ts";
import { currentCursor, UnknownCursorError } from "./read.ts";

const database = await testDatabase({ max: 12 });
const other = await database.another({ max: 4 });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function open(options: JournalFeedOptions = {}, of: Database = database): Promise<JournalFeed> {
	const feed = await openJournalFeed(of, options);
	closing.push(() => feed.close());
	return feed;
}

const write = (type: string, to: Database = database) =>
	withTransaction(to, (tx) =>
		appendEvents(tx, batchFor(randomUUID(), { events: [{ type, payload: null }] })),
	);

/** Follows a feed in the background and remembers what came. It takes its time over each entry: so many ms, or as told. */
function follow(
	feed: JournalFeed,
	subscription: Partial<Subscription> = {},
	pause: number | (() => Promise<void>) = 0,
) {
	const stop = new AbortController();
	const types: string[] = [];
	let last: JournalCursor | null = null;
	const done = (async () => {
		for await (const { cursor, event } of feed.subscribe({
			after: null,
			signal: stop.signal,
			...subscription,
		})) {
			types.push(event.type);
			last = cursor;
			if (typeof pause === "function") await pause();
			else if (pause > 0) await delay(pause);
		}
	})();
	const end = async () => {
		stop.abort();
		await done;
		return last;
	};
	closing.push(end);
	return { types, done, end };
}

const until = (condition: () => boolean) => expect.poll(condition, { timeout: 5000, interval: 5 }).toBe(true);

describe("openJournalFeed", () => {
	it("brings an entry of the same process at once, and of another node through LISTEN", async () => {
		const feed = await open({ pollMs: 60_000 });
		const seen = follow(feed);
		await write("near");
		await until(() => seen.types.length === 1);
		// Whoever was not listening yet is woken when LISTEN stands; a poll is a minute away.
		await write("far", other);
		await until(() => seen.types.length === 2);
		expect(seen.types).toEqual(["near", "far"]);
	});

	it("finds entries by its poll alone when there is no LISTEN", async () => {
		const feed = await open({ pollMs: 40, listen: false });
		const seen = follow(feed);
		await write("polled", other);
		await until(() => seen.types.length === 1);
	});

	it("listens anew after its connection was killed, and has missed nothing", async () => {
		const feed = await open({ pollMs: 60_000 });
		const seen = follow(feed);
		await write("before", other);
		await until(() => seen.types.length === 1);
		const killed = await database.pool.query(
			`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			 WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
		);
		expect(killed.rowCount).toBeGreaterThan(0);
		await write("meanwhile", other);
		await until(() => seen.types.length === 2);
		await write("after", other);
		await until(() => seen.types.length === 3);
	});

	it("waits for a late commit and then brings all in order, without a poll", async () => {
		const feed = await open({ pollMs: 60_000 });
		const seen = follow(feed);
		const [written, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const slow = withTransaction(other, async (tx) => {
			await appendEvents(tx, batchFor(randomUUID(), { events: [{ type: "slow", payload: null }] }));
			written.resolve();
			await release.promise;
		});
		await written.promise;
		await write("quick");
		await delay(60);
		expect(seen.types).toEqual([]);
		release.resolve();
		await slow;
		await until(() => seen.types.length === 2);
		expect(seen.types).toEqual(["slow", "quick"]);
	});

	it("does not wait a poll for a writer that holds entries back but journals nothing itself", async () => {
		const feed = await open({ pollMs: 60_000 });
		const seen = follow(feed);
		const client = await other.pool.connect();
		await client.query("BEGIN; SELECT pg_current_xact_id()");
		await write("held back");
		await delay(50);
		expect(seen.types).toEqual([]);
		await client.query("COMMIT");
		client.release();
		await until(() => seen.types.length === 1);
	});

	it("resumes from a cursor on any node, in memory or out of it", async () => {
		const start = await currentCursor(database);
		const wide = await open();
		const narrow = await open({ keep: 3 }, other);
		const written = Array.from({ length: 40 }, (_, index) => `entry-${index}`);
		for (const type of written) await write(type);
		const all = follow(wide, { after: start });
		const cold = follow(narrow, { after: start });
		await until(() => all.types.length === 40 && cold.types.length === 40);
		expect(cold.types).toEqual(written);
		const end = await all.end();
		await write("later");
		const resumed = follow(narrow, { after: end });
		await until(() => resumed.types.length === 1);
		expect(resumed.types).toEqual(["later"]);
	});

	it("lets a slow subscriber take its time and lose nothing, while a fast one is not held up", async () => {
		const feed = await open({ keep: 5 });
		const released = Promise.withResolvers<void>();
		const slow = follow(feed, {}, () => released.promise);
		const fast = follow(feed);
		const written = Array.from({ length: 60 }, (_, index) => `paced-${index}`);
		for (const type of written) await write(type);
		await until(() => fast.types.length === 60);
		expect(slow.types).toEqual(written.slice(0, 1));
		released.resolve();
		await until(() => slow.types.length === 60);
		expect(slow.types).toEqual(written);
		expect(fast.types).toEqual(written);
	});

	it("serves hundreds of subscribers from one reader, each entry once and in order", async () => {
		const random = seededRandom(7);
		const feed = await open({ keep: 20 });
		const many = Array.from({ length: 300 }, () => follow(feed, {}, random(20) === 0 ? 1 : 0));
		expect(feed.subscribers).toBe(300);
		const written = Array.from({ length: 50 }, (_, index) => `fan-${index}`);
		for (const type of written) await write(type, random(2) === 0 ? database : other);
		await until(() => many.every(({ types }) => types.length === 50));
		for (const { types } of many) expect(types).toEqual(written);
	});

	it("refuses a cursor that is not of this journal", async () => {
		const feed = await open();
		const made = follow(feed, { after: JournalCursor.parse("999999999999:1") });
		closing.pop();
		await expect(made.done).rejects.toBeInstanceOf(UnknownCursorError);
	});

	it("ends its subscribers when it closes or they abort", async () => {
		const feed = await open();
		const [one, two] = [follow(feed), follow(feed)];
		await one.end();
		expect(feed.subscribers).toBe(1);
		await feed.close();
		await two.done;
		expect(feed.subscribers).toBe(0);
	});

	it("survives a database that is away for a while", async () => {
		const apart = await openDatabase({ url: database.url }, { max: 2 });
		const feed = await openJournalFeed(apart, { pollMs: 30 });
		const seen = follow(feed);
		await database.pool
			.query(
				`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			 WHERE datname = current_database() AND pid <> pg_backend_pid()`,
			)
			.catch(() => undefined);
		await write("back again");
		await until(() => seen.types.includes("back again"));
		await feed.close();
		await apart.close();
	});
});

describe("notifyJournal", () => {
	it("makes one notification of many calls, and sends one more for calls that came meanwhile", async () => {
		const client = database.newClient();
		await client.connect();
		closing.push(() => client.end());
		let count = 0;
		client.on("notification", () => {
			count += 1;
		});
		await client.query("LISTEN zhenggai_journal");
		for (let call = 0; call < 200; call += 1) notifyJournal(database);
		await until(() => count >= 2);
		await delay(50);
		expect(count).toBe(2);
	});

	it("is sent after a commit and not after a rollback", async () => {
		const heard: number[] = [];
		database.signals.on("journal", () => heard.push(1));
		await withTransaction(database, async (tx) => {
			await appendEvents(tx, batchFor(randomUUID()));
			throw new Error("no");
		}).catch(() => undefined);
		expect(heard).toEqual([]);
		await write("yes");
		expect(heard).toEqual([1]);
		database.signals.removeAllListeners();
	});
});
