import { randomUUIDv7 } from "node:crypto";
import { Instant } from "@zhenggai/domain/kernel";
import { testDatabase } from "@zhenggai/storage/testing";
import { pino } from "pino";
import { expect, onTestFinished, test, vi } from "vitest";
import { startSweepJob } from "./sweep-job.ts";

const database = await testDatabase();
let now = Instant.parse("2026-03-03T16:05:00.000Z");
const lines: string[] = [];
const log = pino({}, { write: (line: string) => void lines.push(line) });
const nodeOn = (of: typeof database | Awaited<ReturnType<typeof database.another>>) =>
	startSweepJob({ database: of, now: () => now, newId: randomUUIDv7, version: "0" }, log, {
		...{ pollSeconds: 0.5, retryMs: 50 },
	});

// Two parts of the country that have issues. What is done with issues is shown where the sweep itself is tested.
await database.pool.query(
	"INSERT INTO ledger.issue_watch SELECT c, gen_random_uuid(), 'infinity', 0 FROM unnest(ARRAY[6801, 6802]) c",
);
const swept = async (): Promise<string[]> =>
	(
		await database.pool.query<{ text: string }>(
			"SELECT city || ' ' || day AS text FROM ledger.sweep ORDER BY city, day",
		)
	).rows.map(({ text }) => text);

test("two nodes sweep the missing day once, and what was missed while none was there afterwards", async () => {
	const other = await database.another();
	const nodes = [nodeOn(database), nodeOn(other)];
	await vi.waitFor(async () => expect(await swept()).toEqual(["6801 2026-03-04", "6802 2026-03-04"]), 30_000);
	await Promise.all(nodes.map((node) => node.stop()));
	now = Instant.parse("2026-03-05T16:05:00.000Z");
	const later = nodeOn(database);
	await vi.waitFor(
		async () =>
			expect(await swept()).toEqual(
				["6801", "6802"].flatMap((city) => ["04", "05", "06"].map((day) => `${city} 2026-03-${day}`)),
			),
		30_000,
	);
	await later.stop();
	const { rows } = await database.pool.query("SELECT cron, timezone FROM jobs.schedule");
	expect(rows).toEqual([{ cron: "5 * * * *", timezone: "Asia/Shanghai" }]);
	expect(lines.join("")).toContain('"msg":"Swept"');
}, 90_000);

test("a queue that cannot be opened is told and tried again, and holds up nobody", async () => {
	const closed = await database.another();
	await closed.close();
	lines.length = 0;
	const node = nodeOn(closed);
	await vi.waitFor(() => expect(lines.length).toBeGreaterThan(1), 30_000);
	await node.stop();
	expect(lines[0]).toContain("The queue of jobs could not be opened");
});

test("a part that somebody else is at when the night comes is not given up: the queue comes back to it", async () => {
	now = Instant.parse("2026-03-06T16:05:00.000Z");
	// A node that was stopped in the middle has left a job that is tried again: the queue keeps one such, and drops a second.
	await database.pool.query("DELETE FROM jobs.job WHERE name = 'nightly-sweep'");
	const byHand = await database.pool.connect();
	await byHand.query("BEGIN; SELECT 1 FROM ledger.sweep_region WHERE city = 6802 FOR UPDATE");
	onTestFinished(() => byHand.release(true));
	const node = nodeOn(database);
	onTestFinished(() => node.stop());
	await vi.waitFor(async () => expect((await swept()).at(3)).toBe("6801 2026-03-07"), 30_000);
	await vi.waitFor(async () => {
		const { rows } = await database.pool.query(
			"SELECT state, output->>'message' AS why FROM jobs.job WHERE name = 'nightly-sweep' ORDER BY created_on DESC LIMIT 1",
		);
		expect(rows).toEqual([{ state: "retry", why: "a part was being swept already" }]);
	}, 30_000);
}, 90_000);
