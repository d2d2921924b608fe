import { Instant } from "@zhenggai/domain/kernel";
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

	test("says through which day is swept, and keeps nobody away where a night is missing", async () => {
		const on = (moment: string) => readinessOf(database, feed, { sweeps: () => Instant.parse(moment) })();
		expect((await on("2026-03-05T02:00:00.000Z")).sweep).toEqual({ through: null, late: false });
		await database.pool.query(
			`INSERT INTO ledger.sweep_region (city, swept_through, basis, "full", evaluated, changed, failed)
				VALUES (6801, '2026-03-05', '', false, 0, 0, 0), (6802, '2026-03-04', '', false, 0, 0, 0)`,
		);
		expect((await on("2026-03-05T02:00:00.000Z")).sweep).toEqual({ through: "2026-03-04", late: false });
		expect(await on("2026-03-06T02:00:00.000Z")).toMatchObject({
			ready: true,
			sweep: { through: "2026-03-04", late: true },
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
