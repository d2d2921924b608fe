import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import {
	createdDirectory,
	later,
	type Program,
	query,
	runProgram,
	start,
	temporaryDirectory,
} from "./harness.ts";
import { EmbeddedDatabaseError } from "./index.ts";
import { isAlive, waitGone } from "./leftover.ts";

const isReady = ({ ready }: { ready?: boolean | undefined }) => ready === true;
const databaseOf = async (program: Program) => (await program.find(isReady)).database ?? 0;

async function refusal(dataDir: string): Promise<EmbeddedDatabaseError> {
	const thrown = await start(dataDir).then(
		() => null,
		(error: unknown) => error,
	);
	if (thrown instanceof EmbeddedDatabaseError) return thrown;
	throw new Error(`not refused: ${String(thrown)}`);
}

describe("a killed server", () => {
	it.each(["the server", "the server and its database"])("loses nothing acknowledged: %s", async (what) => {
		const dataDir = await createdDirectory();
		const program = runProgram(dataDir, "write");
		const database = await databaseOf(program);
		await program.find(({ acknowledged }) => acknowledged === 150);
		if (what !== "the server") process.kill(database, "SIGKILL");
		await program.kill();
		const last = Math.max(...program.facts.map(({ acknowledged }) => acknowledged ?? 0));
		const server = await start(dataDir);
		expect(server.pid).not.toBe(database);
		expect(isAlive(database)).toBe(false);
		const [row] = await query(server, "SELECT count(*)::int AS n, max(n) AS last FROM acknowledged");
		expect(Number(row?.n)).toBeGreaterThanOrEqual(last);
		expect(row?.n).toBe(row?.last);
	});

	it("leaves no socket directory behind once the next server has run", async () => {
		const dataDir = await createdDirectory();
		const program = runProgram(dataDir, "wait");
		const { socketDir = "" } = await program.find(isReady);
		await program.kill();
		expect(statSync(socketDir).isDirectory()).toBe(true);
		await (await start(dataDir)).stop();
		expect(statSync(socketDir, { throwIfNoEntry: false })).toBeUndefined();
	});

	it("takes its database with it when it just exits", async () => {
		const dataDir = await createdDirectory();
		const program = runProgram(dataDir, "exit");
		const database = await databaseOf(program);
		expect(await program.ended).toBe(0);
		expect(await waitGone(database, 5000)).toBe(true);
		expect(readFileSync(join(dataDir, "postgresql.log"), "utf8")).toContain("database system is shut down");
	});

	it("still has its database at Ctrl-C, to finish with", async () => {
		const program = runProgram(await createdDirectory(), "interrupt");
		await program.find(isReady);
		process.kill(-(program.child.pid ?? 0), "SIGINT");
		await program.find(({ finished }) => finished === true);
		expect(await program.ended).toBe(0);
	});
});

describe("one server a directory", () => {
	it("refuses a second process with the first one's pid, and lets it in afterwards", async () => {
		const dataDir = await createdDirectory();
		const program = runProgram(dataDir, "wait");
		const database = await databaseOf(program);
		const refused = await refusal(dataDir);
		expect(refused).toMatchObject({ code: "ALREADY_RUNNING", pid: program.child.pid });
		for (const text of Object.values(refused.text)) expect(text).toContain(String(program.child.pid));
		expect(isAlive(database)).toBe(true);
		await program.kill();
		await start(dataDir);
	});

	it("refuses a second start in the same process, and leaves the first alone", async () => {
		const dataDir = await createdDirectory();
		const server = await start(dataDir);
		expect(await refusal(dataDir)).toMatchObject({ code: "ALREADY_RUNNING", pid: process.pid });
		expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
		expect((await refusal(dataDir)).code).toBe("ALREADY_RUNNING");
	});

	it("lets only one of several win that start at the same moment", async () => {
		const dataDir = temporaryDirectory();
		const programs = Array.from({ length: 3 }, () => runProgram(dataDir, "wait"));
		const first = await Promise.all(
			programs.map((program) => program.find(({ ready, failed }) => ready === true || failed !== undefined)),
		);
		expect(first.filter(isReady)).toHaveLength(1);
		expect(first.filter(({ code }) => code === "ALREADY_RUNNING")).toHaveLength(2);
	});

	it("is not fooled by a pid that another program got since", async () => {
		const dataDir = await createdDirectory();
		const server = await start(dataDir);
		const cluster = join(dataDir, "postgresql");
		const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n").slice(1);
		await server.stop();
		const { uid, gid } = statSync(cluster);
		// As the database's own account: PostgreSQL by itself would refuse to start while this pid lives.
		const stranger = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid, gid } : {});
		later(() => stranger.kill());
		writeFileSync(join(cluster, "postmaster.pid"), [String(stranger.pid), ...lines].join("\n"));
		writeFileSync(
			join(dataDir, "server.json"),
			JSON.stringify({ pid: stranger.pid, startedAt: "2026-01-01T00:00:00.000Z" }),
		);
		const again = await start(dataDir);
		expect(await query(again, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
		expect(stranger.exitCode).toBeNull();
	});
});

describe("a creation killed half way", () => {
	it("is begun anew", async () => {
		const dataDir = temporaryDirectory();
		const program = runProgram(dataDir, "wait");
		const creating = () => readdirSync(dataDir).find((name) => name.startsWith("creating-"));
		while (creating() === undefined) await delay(5);
		while (readdirSync(join(dataDir, creating() ?? "")).length < 5) await delay(2);
		await program.kill();
		expect(readdirSync(dataDir)).not.toContain("postgresql");
		const server = await start(dataDir);
		expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
		expect(creating()).toBeUndefined();
	});

	it("is cleared away, however far it came", async () => {
		const dataDir = temporaryDirectory();
		mkdirSync(join(dataDir, "creating-abc123", "base"), { recursive: true });
		writeFileSync(join(dataDir, "creating-abc123", "PG_VERSION"), "18\n");
		mkdirSync(join(dataDir, "postgresql"));
		await start(dataDir);
		expect(readdirSync(dataDir).filter((name) => name.startsWith("creating-"))).toEqual([]);
	});
});
