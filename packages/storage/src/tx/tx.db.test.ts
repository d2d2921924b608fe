import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { withoutWaiting } from "../db/index.ts";
import { testDatabase } from "../testing/index.ts";
import { readerOf, readSnapshot, type Tx, withTransaction } from "./tx.ts";

const database = await testDatabase({ max: 6, statementTimeoutMs: 700 });
await database.pool.query("CREATE TABLE account (name text PRIMARY KEY, n int NOT NULL)");

beforeEach(async () => {
	await database.pool.query("TRUNCATE account; INSERT INTO account VALUES ('a', 0), ('b', 0)");
});

const add = (tx: Tx, name: string, by: number) =>
	tx.sql.execute(sql`UPDATE account SET n = n + ${by} WHERE name = ${name}`);
const read = async (name: string) => {
	const { rows } = await database.pool.query<{ n: number }>("SELECT n FROM account WHERE name = $1", [name]);
	return rows[0]?.n;
};

describe("withTransaction", () => {
	it("commits all, or nothing when the function throws", async () => {
		await withTransaction(database, async (tx) => {
			await add(tx, "a", 1);
			await add(tx, "b", 1);
		});
		const failing = withTransaction(database, async (tx) => {
			await add(tx, "a", 5);
			throw new Error("no");
		});
		await expect(failing).rejects.toThrow("no");
		expect([await read("a"), await read("b")]).toEqual([1, 1]);
	});

	it("joins the transaction it is given, so that the outer one decides", async () => {
		const outer = withTransaction(database, async (tx) => {
			await withTransaction(tx, async (inner) => {
				expect(inner).toBe(tx);
				await add(inner, "a", 1);
			});
			throw new Error("outer");
		});
		await expect(outer).rejects.toThrow("outer");
		expect(await read("a")).toBe(0);
	});

	it("tries a deadlock again until both have done their work", async () => {
		const both = Promise.withResolvers<void>();
		let arrived = 0;
		let runs = 0;
		const cross = (first: string, second: string) =>
			withTransaction(database, async (tx) => {
				await tx.client.query("SET LOCAL statement_timeout = 0");
				runs += 1;
				await add(tx, first, 1);
				arrived += 1;
				if (arrived === 2) both.resolve();
				await both.promise;
				await add(tx, second, 1);
			});
		// PostgreSQL looks for deadlocks after a second of waiting.
		await Promise.all([cross("a", "b"), cross("b", "a")]);
		expect(runs).toBeGreaterThan(2);
		expect([await read("a"), await read("b")]).toEqual([2, 2]);
	});

	it("tries a serialization failure again, so that no update is lost", async () => {
		const increment = () =>
			withTransaction(
				database,
				async (tx) => {
					const { rows } = await tx.client.query<{ n: number }>("SELECT n FROM account WHERE name = 'a'");
					await tx.client.query("UPDATE account SET n = $1 WHERE name = 'a'", [(rows[0]?.n ?? 0) + 1]);
				},
				{ isolation: "serializable" },
			);
		await Promise.all([increment(), increment(), increment()]);
		expect(await read("a")).toBe(3);
	});

	it("gives up a conflict that does not end, with its own error", async () => {
		let runs = 0;
		const hopeless = withTransaction(database, async (tx) => {
			runs += 1;
			await tx.client.query("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$");
		});
		await expect(hopeless).rejects.toMatchObject({ code: "40001" });
		expect(runs).toBe(6);
	});

	it("does not try other errors again, also when drizzle wraps them", async () => {
		let runs = 0;
		const failing = withTransaction(database, async (tx) => {
			runs += 1;
			await tx.sql.execute(sql`INSERT INTO account VALUES ('a', 1)`);
		});
		await expect(failing).rejects.toMatchObject({ cause: { code: "23505" } });
		expect(runs).toBe(1);
	});

	it("tries again what drizzle reports wrapped", async () => {
		let runs = 0;
		await withTransaction(database, async (tx) => {
			runs += 1;
			if (runs === 1)
				await tx.sql.execute(sql`DO $$ BEGIN RAISE EXCEPTION 'once' USING ERRCODE = '40P01'; END $$`);
		});
		expect(runs).toBe(2);
	});

	it("runs what was put off after the commit, once a key, and never after a rollback", async () => {
		const ran: string[] = [];
		await withTransaction(database, async (tx) => {
			tx.afterCommit("x", () => ran.push("replaced"));
			tx.afterCommit("x", () => ran.push("x"));
			tx.afterCommit("bad", () => {
				throw new Error("does not undo the commit");
			});
			await add(tx, "a", 1);
			expect(ran).toEqual([]);
		});
		const failing = withTransaction(database, async (tx) => {
			tx.afterCommit("y", () => ran.push("y"));
			throw new Error("no");
		});
		await expect(failing).rejects.toThrow();
		expect(ran).toEqual(["x"]);
		expect(await read("a")).toBe(1);
	});

	it("gives a healthy connection back after a failure, and none that is broken", async () => {
		for (let round = 0; round < 8; round += 1) {
			await withTransaction(database, (tx) => tx.client.query("SELECT nonsense")).catch(() => undefined);
		}
		const killed = withTransaction(database, (tx) =>
			tx.client.query("SELECT pg_terminate_backend(pg_backend_pid())"),
		);
		await expect(killed).rejects.toThrow();
		await withTransaction(database, (tx) => add(tx, "a", 1));
		expect(await read("a")).toBe(1);
	});

	it("ends a statement that takes too long, unless the transaction says otherwise", async () => {
		const slow = (tx: Tx) => tx.client.query("SELECT pg_sleep(0.9)");
		await expect(withTransaction(database, slow)).rejects.toMatchObject({ code: "57014" });
		await withTransaction(database, slow, { statementTimeoutMs: 0 });
	});
});

describe("statements that nobody waits for", () => {
	const named = (name: string, n: number) => ({
		name: "account-insert",
		text: "INSERT INTO account (name, n) VALUES ($1, $2)",
		values: [name, n],
	});

	it("are committed with the rest, in their order, however many they are", async () => {
		await withTransaction(database, async (tx) => {
			for (let n = 0; n < 50; n += 1) await tx.send(named(`s${n}`, n));
			const { rows } = await tx.client.query("SELECT sum(n)::int AS n FROM account WHERE name LIKE 's%'");
			expect(rows).toEqual([{ n: 1225 }]);
		});
		expect(await read("s49")).toBe(49);
	});

	it("fail the transaction with what they failed with, and nothing is committed", async () => {
		const last = withTransaction(database, async (tx) => {
			await add(tx, "a", 1);
			await tx.send(named("b", 1));
		});
		await expect(last).rejects.toMatchObject({ code: "23505", constraint: "account_pkey" });
		const behind = withTransaction(database, async (tx) => {
			await tx.send(named("b", 1));
			await tx.client.query("SELECT 1");
		});
		await expect(behind).rejects.toMatchObject({ code: "23505" });
		expect([await read("a"), await read("b")]).toEqual([0, 0]);
	});

	it("leave the connection sound for whoever has it next", async () => {
		for (let turn = 0; turn < 12; turn += 1) {
			await withTransaction(database, (tx) => tx.send(named("a", 1))).catch(() => undefined);
		}
		await withTransaction(database, (tx) => tx.send(named("c", 3)));
		expect(await read("c")).toBe(3);
	});

	it("do not hide that a failure was swallowed: what was rolled back is not taken for committed", async () => {
		const swallowing = withTransaction(database, async (tx) => {
			await add(tx, "a", 1);
			await tx.client.query("SELECT 1 / 0").catch(() => undefined);
		});
		await expect(swallowing).rejects.toThrow("ROLLBACK");
		expect(await read("a")).toBe(0);
	});
});

describe("a database that is not waited for", () => {
	it("commits without the disk in its own transactions alone", async () => {
		const hurried = withoutWaiting(database);
		const waits = async (tx: Tx) => {
			const { rows } = await tx.client.query<{ synchronous_commit: string }>("SHOW synchronous_commit");
			return rows[0]?.synchronous_commit;
		};
		const usual = await withTransaction(database, waits);
		expect(await withTransaction(hurried, waits, { statementTimeoutMs: 500 })).toBe("off");
		// The pool is the same: nothing of it is left on a connection.
		for (let turn = 0; turn < 6; turn += 1) expect(await withTransaction(database, waits)).toBe(usual);
		await withTransaction(hurried, (tx) => add(tx, "a", 3));
		expect(await read("a")).toBe(3);
	});
});

describe("readSnapshot", () => {
	it("sees one state through all its reads, and cannot write", async () => {
		await readSnapshot(database, async (reader) => {
			const value = async () => (await reader.sql.execute(sql`SELECT n FROM account WHERE name = 'a'`)).rows;
			const before = await value();
			await withTransaction(database, (tx) => add(tx, "a", 1));
			expect(await value()).toEqual(before);
		});
		expect(await read("a")).toBe(1);
		const writing = readSnapshot(database, (reader) => reader.client.query("DELETE FROM account"));
		await expect(writing).rejects.toMatchObject({ code: "25006" });
	});
});

describe("readerOf", () => {
	it("reads what the transaction has written, or else what is committed", async () => {
		await withTransaction(database, async (tx) => {
			await add(tx, "a", 7);
			const seen = async (from: Tx | typeof database) =>
				(await readerOf(from).sql.execute(sql`SELECT n FROM account WHERE name = 'a'`)).rows;
			expect(await seen(tx)).toEqual([{ n: 7 }]);
			expect(await seen(database)).toEqual([{ n: 0 }]);
		});
	});
});
