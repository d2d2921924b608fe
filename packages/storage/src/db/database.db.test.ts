import { describe, expect, it } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { urlOfDatabase } from "../testing/server.ts";
import { openDatabase } from "./database.ts";
import { DatabaseError } from "./errors.ts";

const database = await testDatabase({ max: 3, statementTimeoutMs: 12_345 });

async function refusal(url: string): Promise<DatabaseError> {
	const thrown = await openDatabase({ url }).then(
		() => null,
		(error: unknown) => error,
	);
	if (thrown instanceof DatabaseError) return thrown;
	throw new Error(`not refused: ${String(thrown)}`);
}

describe("openDatabase", () => {
	it("gives every connection its limits and the zone before its first statement", async () => {
		const limits = `SELECT current_setting('statement_timeout') AS s, current_setting('lock_timeout') AS l,
			current_setting('idle_in_transaction_session_timeout') AS i, current_setting('timezone') AS z`;
		const results = await Promise.all([1, 2, 3].map(() => database.pool.query(limits)));
		for (const { rows } of results) expect(rows).toEqual([{ s: "12345ms", l: "10s", i: "1min", z: "UTC" }]);
	});

	it("says what is wrong when the database does not exist or the host does not answer", async () => {
		const missing = await refusal(urlOfDatabase(database.url, "no_such_database"));
		expect(missing.code).toBe("NOT_ALLOWED");
		expect(missing.text.zh).toContain("DATABASE_URL");
		const away = await refusal("postgresql://nobody:x@127.0.0.1:1/nothing");
		expect(away.code).toBe("UNREACHABLE");
		expect(away.message).not.toContain(":x@");
	});

	it("goes on after all its connections were cut", async () => {
		await Promise.all([1, 2, 3].map(() => database.pool.query("SELECT 1")));
		const apart = await database.another();
		await apart.pool.query(
			"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
		);
		const answer = () =>
			database.pool.query("SELECT 1 AS one").then(
				({ rows }) => rows,
				() => null,
			);
		await expect.poll(answer).toEqual([{ one: 1 }]);
	});

	it("can be closed twice", async () => {
		const apart = await openDatabase({ url: database.url });
		await Promise.all([apart.close(), apart.close()]);
		await apart.close();
		await expect(apart.pool.query("SELECT 1")).rejects.toThrow();
	});
});
