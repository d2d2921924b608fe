import { openJournalFeed, withTransaction } from "@zhenggai/storage";
import { testDatabase } from "@zhenggai/storage/testing";
import { afterAll, describe, expect, test } from "vitest";
import { readinessOf } from "./health.ts";

const database = await testDatabase();
const feed = await openJournalFeed(database);
afterAll(() => feed.close());

describe("readiness", () => {
	test("is given where everything is there", async () => {
		expect(await readinessOf(database, feed)()).toEqual({
			ready: true,
			checks: { database: true, migrations: true, events: true },
		});
	});

	test("is not given while a migration is missing", async () => {
		const { rows } = await database.pool.query(
			"DELETE FROM migration.applied WHERE tag LIKE '0000%' RETURNING tag, hash",
		);
		const missing = await readinessOf(database, feed)();
		await withTransaction(database, ({ client }) =>
			client.query("INSERT INTO migration.applied (tag, hash) VALUES ($1, $2)", [rows[0].tag, rows[0].hash]),
		);
		expect(missing).toMatchObject({ ready: false, checks: { database: true, migrations: false } });
		expect((await readinessOf(database, feed)()).ready).toBe(true);
	});

	test("is not given where the database does not answer, and is told in time", async () => {
		const gone = await database.another({ max: 1 });
		const goneFeed = await openJournalFeed(gone, { listen: false });
		const busy = await gone.pool.connect();
		const began = performance.now();
		expect(await readinessOf(gone, goneFeed)()).toEqual({
			ready: false,
			checks: { database: false, migrations: false, events: false },
		});
		expect(performance.now() - began).toBeLessThan(4000);
		busy.release();
		await goneFeed.close();
	});
});
