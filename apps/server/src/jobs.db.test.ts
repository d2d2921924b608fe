import { randomUUID, randomUUIDv7 } from "node:crypto";
import { EventId, Instant } from "@zhenggai/domain/kernel";
import { appendEvents, withTransaction } from "@zhenggai/storage";
import { deleteEndedSessions } from "@zhenggai/storage/access";
import { testDatabase } from "@zhenggai/storage/testing";
import { pino } from "pino";
import { expect, test, vi } from "vitest";
import { startJobs } from "./jobs.ts";
import { startHarness } from "./testing/harness.ts";

const database = await testDatabase();
const now = () => Instant.parse(new Date().toISOString());

const seals = async (): Promise<number> =>
	(await database.pool.query("SELECT count(*)::int AS n FROM journal.seal")).rows[0].n;

const append = () =>
	withTransaction(database, (tx) =>
		appendEvents(tx, {
			...{ streamKind: "issue", streamId: randomUUID(), expectedVersion: 0, region: null, at: now() },
			events: [{ type: "issueWithdrawn", payload: { reason: "测试" } }],
			actor: { kind: "system", id: "test", name: "测试", role: null, region: null, unitId: null },
			cause: { verb: "withdrawIssue", importId: null, idempotencyKey: null, justification: null },
			ids: () => EventId.parse(randomUUIDv7()),
		}),
	);

test("what is new in the journal is sealed, again and again, until the jobs stop", async () => {
	const jobs = startJobs(database, pino({ level: "silent" }), { now, sealEveryMs: 20 });
	await append();
	await vi.waitFor(async () => expect(await seals()).toBe(1), 15_000);
	await append();
	await vi.waitFor(async () => expect(await seals()).toBe(2), 15_000);
	await jobs.stop();
	await append();
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(await seals()).toBe(2);
});

test("a job that fails is told and tried again", async () => {
	const lines: string[] = [];
	const log = pino({}, { write: (line: string) => void lines.push(line) });
	const closed = await database.another();
	await closed.close();
	const jobs = startJobs(closed, log, { now, sealEveryMs: 10 });
	await vi.waitFor(() => expect(lines.length).toBeGreaterThan(1), 15_000);
	await jobs.stop();
	expect(lines[0]).toContain("seal-journal");
});

test("sessions that have ended are cleared away, others stay", async () => {
	const harness = await startHarness(database);
	const person = await harness.newPerson("two-desks");
	const [old, fresh] = [await harness.signIn(person), await harness.signIn(person)];
	await database.pool.query(
		"UPDATE auth.session SET expires_at = now() - interval '1 minute' WHERE id = (SELECT id FROM auth.session ORDER BY created_at LIMIT 1)",
	);
	expect(await deleteEndedSessions(database, now())).toBe(1);
	expect((await harness.me({ cookie: old })).status).toBe(401);
	expect((await harness.me({ cookie: fresh })).status).toBe(200);
	await harness.close();
});
