import { execFileSync } from "node:child_process";
import { mkdtempSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { later, runProgram } from "../embedded/harness.ts";
import { isAlive, waitGone } from "../embedded/leftover.ts";
import { testDatabase } from "./index.ts";
import { sweepAbandoned, urlOfDatabase } from "./server.ts";

const mine = await testDatabase();
const other = await testDatabase();

describe("testDatabase", () => {
	it("is migrated, empty, and another one each time", async () => {
		const count = "SELECT count(*)::int AS n FROM journal.event";
		expect((await mine.pool.query(count)).rows).toEqual([{ n: 0 }]);
		await mine.pool.query("CREATE TABLE only_here (n int)");
		const there = await other.pool.query("SELECT to_regclass('only_here') AS found");
		expect(there.rows).toEqual([{ found: null }]);
		expect(mine.url).not.toBe(other.url);
	});

	it("leaves the template as it was", async () => {
		const { url, template } = inject("testServer");
		expect(urlOfDatabase(url, template)).toContain(`/${template}`);
		const again = await mine.another();
		expect((await again.pool.query("SELECT to_regclass('only_here') AS found")).rows).toEqual([
			{ found: "only_here" },
		]);
	});
});

describe("sweepAbandoned", () => {
	it("ends what a killed run left, and nothing that is in use or fresh", async () => {
		const place = mkdtempSync(join(tmpdir(), "zhenggai-sweep-"));
		later(() => execFileSync("rm", ["-rf", place]));
		const [left, used, fresh] = ["left", "used", "fresh"].map((name) => join(place, `zhenggai-test-${name}`));
		const programs = await Promise.all(
			[left, used, fresh].map(async (dataDir = "") => {
				const program = runProgram(dataDir, "wait");
				const { database = 0 } = await program.find(({ ready }) => ready === true);
				return { program, database, dataDir };
			}),
		);
		const [killed, running, young] = programs;
		if (killed === undefined || running === undefined || young === undefined)
			throw new Error("three programs");
		await Promise.all([killed.program.kill(), young.program.kill()]);
		const anHourAgo = Date.now() / 1000 - 3600;
		for (const { dataDir } of [killed, running]) utimesSync(dataDir, anHourAgo, anHourAgo);
		await sweepAbandoned(place);
		expect(await waitGone(killed.database, 5000)).toBe(true);
		expect(statSync(killed.dataDir, { throwIfNoEntry: false })).toBeUndefined();
		expect([running.database, young.database].map(isAlive)).toEqual([true, true]);
	});
});
