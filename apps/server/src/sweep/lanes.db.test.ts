import { randomUUIDv7 } from "node:crypto";
import { Instant, IsoDate, RegionCode } from "@zhenggai/domain/kernel";
import { sweepDay } from "@zhenggai/services/sweep";
import { type StorageLog, withTransaction } from "@zhenggai/storage";
import { saveInspections, saveIssues } from "@zhenggai/storage/issues";
import { saveUnits } from "@zhenggai/storage/responsibilities";
import {
	asNew,
	testAssignment,
	testDatabase,
	testDeadline,
	testInspection,
	testIssue,
	testUnit,
} from "@zhenggai/storage/testing";
import { beforeEach, expect, test } from "vitest";
import { type LaneOptions, sweepLanes } from "./lanes.ts";

const database = await testDatabase();
const CITIES = [6801, 6802, 6803, 6804];
const OF_EACH = 30;
const day = IsoDate.parse("2026-03-04");
const now = () => Instant.parse("2026-03-03T16:05:00.000Z");
const logged: string[] = [];
const log: StorageLog = (level, message, fields) =>
	void logged.push(`${level} ${message} ${JSON.stringify(fields ?? {})}`);
beforeEach(() => void logged.splice(0));

/** Issues that are past their deadline and have to report: each gets a cycle and a red light in the night. */
async function fillLedger(): Promise<void> {
	const [inspection, unit] = [testInspection(), testUnit("青屏市生态环境局")];
	const issues = CITIES.flatMap((city) =>
		Array.from({ length: OF_EACH }, () =>
			testIssue(inspection.id, {
				region: RegionCode.parse(`${city}21`),
				deadline: testDeadline("2026-03-03"),
				lifecycle: "inProgress",
				assignments: [testAssignment("lead", unit.id), testAssignment("supervising", unit.id)],
			}),
		),
	);
	await withTransaction(database, async (tx) => {
		await saveInspections(tx, [inspection]);
		await saveUnits(tx, [unit]);
		await saveIssues(tx, issues.map(asNew), IsoDate.parse("2026-03-02"));
	});
	await database.pool.query(
		`INSERT INTO journal.stream (stream_id, stream_kind, version, hash)
		 SELECT id, 'issue', version, '\\x00' FROM ledger.issue`,
	);
}
await fillLedger();

const lanesWith = (more: Partial<LaneOptions> = {}) =>
	sweepLanes({ url: database.url, version: "0", now, log, count: 2, ...more });
const sweepWith = (sweepLanes: ReturnType<typeof lanesWith>, through = day, at = now) =>
	sweepDay({ database, now: at, newId: randomUUIDv7, version: "0", sweepLanes })(through, { ownMs: 0 });
const lane = (program: string): URL => new URL(`data:text/javascript,${encodeURIComponent(program)}`);
const types = async () =>
	(
		await database.pool.query<{ type: string; issues: number; entries: number }>(
			`SELECT type, count(DISTINCT stream_id)::int AS issues, count(*)::int AS entries
			 FROM journal.event GROUP BY type ORDER BY type`,
		)
	).rows;

test("two lanes sweep every part once, and what they journal is what one thread would have", async () => {
	const all = CITIES.length * OF_EACH;
	const swept = await sweepWith(lanesWith());
	expect(swept).toEqual({ days: 4, evaluated: all, changed: all, failed: 0, complete: true });
	expect(await types()).toEqual([
		{ type: "lightChanged", issues: all, entries: all },
		{ type: "reportingCycleOpened", issues: all, entries: all },
	]);
	expect(logged).toEqual([]);
	// Theirs is the ledger's clock.
	const { rows } = await database.pool.query("SELECT min(at) AS first, max(at) AS last FROM journal.event");
	expect(rows[0].first.getTime()).toBeGreaterThanOrEqual(Date.parse(now()));
	expect(rows[0].last.getTime()).toBeLessThan(Date.parse(now()) + 600_000);
	expect(await sweepWith(lanesWith())).toMatchObject({ days: 0, evaluated: 0, complete: true });
});

test("a lane that dies at a part is told of, and another takes it up", async () => {
	const after = () => Instant.parse("2026-03-04T16:05:00.000Z");
	const dying = lanesWith({
		now: after,
		program: lane(
			`import { parentPort } from "node:worker_threads";
			parentPort.on("message", () => { throw new Error("the roof fell in"); });
			parentPort.postMessage({ type: "ready" });`,
		),
	});
	const living = lanesWith({ now: after });
	let opened = 0;
	const both = {
		count: 2,
		open: (signal: AbortSignal) => {
			opened += 1;
			return (opened === 1 ? dying : living).open(signal);
		},
	};
	expect(await sweepWith(both, IsoDate.parse("2026-03-05"), after)).toMatchObject({
		days: 4,
		complete: true,
	});
	expect(logged.join("\n")).toContain("the roof fell in");
	const { rows } = await database.pool.query(
		"SELECT count(*)::int AS n, count(DISTINCT city)::int AS cities FROM ledger.sweep WHERE day = '2026-03-05'",
	);
	expect(rows).toEqual([{ n: 4, cities: 4 }]);
});

test("where no lane can be opened the node sweeps in its own thread, and the reason is told", async () => {
	const after = () => Instant.parse("2026-03-05T16:05:00.000Z");
	const away = new URL(database.url);
	away.pathname = "/nowhere";
	const closed = lanesWith({ url: away.href, now: after });
	expect(await sweepWith(closed, IsoDate.parse("2026-03-06"), after)).toMatchObject({
		days: 4,
		complete: true,
	});
	expect(logged.join("\n")).toContain("A thread of the sweep failed");
});

test("a lane that is told to stop while the database makes it wait ends soon, and has done nothing by halves", async () => {
	const after = () => Instant.parse("2026-03-06T16:05:00.000Z");
	const stopping = new AbortController();
	const opened = await lanesWith({ now: after }).open(stopping.signal);
	const holder = await database.pool.connect();
	// Whoever holds the table of finished days has the sweep wait in the middle of its transaction.
	await holder.query("BEGIN; LOCK TABLE ledger.sweep IN ACCESS EXCLUSIVE MODE");
	const waiting = opened.sweep(CITIES[0] ?? 0, IsoDate.parse("2026-03-07"));
	await expect
		.poll(async () => (await database.pool.query("SELECT 1 FROM pg_locks WHERE NOT granted")).rowCount, {
			timeout: 15_000,
		})
		.toBe(1);
	stopping.abort();
	await holder.query("ROLLBACK");
	holder.release();
	const [outcome] = await Promise.allSettled([waiting, opened.close()]);
	const finished = await database.pool.query("SELECT 1 FROM ledger.sweep WHERE day = '2026-03-07'");
	expect(outcome).toMatchObject({ status: "fulfilled", value: { days: finished.rowCount } });
	await expect(opened.sweep(6802, IsoDate.parse("2026-03-07"))).rejects.toThrow("ended");
});
