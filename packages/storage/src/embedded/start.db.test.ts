import { readFileSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { createdDirectory, query, start, temporaryDirectory } from "./harness.ts";
import { isAlive } from "./leftover.ts";
import { socketPath } from "./socket.ts";

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("startEmbedded", () => {
	it("creates, starts again, and keeps what was written", async () => {
		const dataDir = join(temporaryDirectory(), "a", "data");
		const steps: string[] = [];
		const first = await start(dataDir, { onProgress: ({ step }) => steps.push(step) });
		await query(first, "CREATE TABLE kept AS SELECT '留存' AS text");
		await first.stop();
		const second = await start(dataDir);
		expect(await query(second, "SELECT text FROM kept")).toEqual([{ text: "留存" }]);
		expect(steps).toEqual(["create", "start"]);
	});

	it("is durable, private and of one locale everywhere", async () => {
		const dataDir = await createdDirectory();
		const server = await start(dataDir);
		const [facts] = await query(
			server,
			`SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
			        current_setting('synchronous_commit') AS commit, current_setting('data_checksums') AS checksums,
			        current_setting('listen_addresses') AS tcp, inet_server_addr() AS address,
			        current_setting('unix_socket_permissions') AS socket, current_setting('jit') AS jit,
			        current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
			        (SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = current_database()) AS locale,
			        (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser`,
		);
		expect(facts).toEqual({
			fsync: "on",
			pages: "on",
			commit: "on",
			checksums: "on",
			tcp: "",
			address: null,
			socket: "0700",
			jit: "off",
			encoding: "UTF8",
			zone: "UTC",
			locale: "b C.UTF-8",
			superuser: false,
		});
		const { host } = server.connection;
		expect([dataDir, join(dataDir, "postgresql"), host].map(modeOf)).toEqual(["700", "700", "700"]);
		expect(modeOf(join(dataDir, "postgresql.password"))).toBe("600");
		expect(Buffer.byteLength(socketPath(host))).toBeLessThan(107);
		expect(statSync(host).uid).toBe(statSync(join(dataDir, "postgresql")).uid);
		expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
	});

	it("has what the ledger's search and sorting need", async () => {
		const server = await start(await createdDirectory());
		await query(server, "CREATE EXTENSION pg_trgm");
		const sorted = await query(
			server,
			`SELECT string_agg(name, '' ORDER BY name COLLATE "zh-x-icu") AS names FROM unnest('{张,李,王,安}'::text[]) name`,
		);
		expect(sorted).toEqual([{ names: "安李王张" }]);
	});

	it.each([
		["a wrong password", { password: "0".repeat(64) }],
		["the superuser, who has none", { user: "postgres" }],
	])("lets nobody in with %s", async (_, other) => {
		const server = await start(await createdDirectory());
		const client = new pg.Client({ ...server.connection, ...other });
		await expect(client.connect()).rejects.toThrow(/authentication failed/);
	});

	it("stops cleanly, rolling back what is open, and needs no recovery after it", async () => {
		const dataDir = await createdDirectory();
		const server = await start(dataDir);
		await query(server, "CREATE TABLE rows (n int)");
		const open = new pg.Client(server.url);
		open.on("error", () => undefined);
		await open.connect();
		await open.query("BEGIN; INSERT INTO rows VALUES (1)");
		await Promise.all([server.stop(), server.stop()]);
		expect(isAlive(server.pid)).toBe(false);
		expect(statSync(server.connection.host, { throwIfNoEntry: false })).toBeUndefined();
		const again = await start(dataDir);
		expect(await query(again, "SELECT count(*)::int AS n FROM rows")).toEqual([{ n: 0 }]);
		const log = readFileSync(join(dataDir, "postgresql.log"), "utf8");
		expect(log).toContain("database system was shut down at");
		expect(log).not.toMatch(/not properly shut down|was interrupted/);
	});

	it("makes a new password when the file with it was lost", async () => {
		const dataDir = await createdDirectory();
		const first = await start(dataDir);
		await query(first, "CREATE TABLE kept AS SELECT 1 AS n");
		await first.stop();
		rmSync(join(dataDir, "postgresql.password"));
		const second = await start(dataDir);
		expect(second.connection.password).not.toBe(first.connection.password);
		expect(await query(second, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
	});

	it("takes a path relative to where the program runs", async () => {
		const dataDir = await createdDirectory();
		const server = await start(relative(process.cwd(), dataDir));
		expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
	});

	it("tells when the database ends by itself", async () => {
		const told: string[] = [];
		const server = await start(await createdDirectory(), {
			log: (level, message) => void (level === "error" && told.push(message)),
		});
		process.kill(server.pid, "SIGQUIT");
		await server.exited;
		await expect.poll(() => told).toEqual(["The database ended by itself"]);
		await server.stop();
	});

	it("writes no content of statements into its log", async () => {
		const dataDir = await createdDirectory();
		const server = await start(dataDir);
		await query(server, "CREATE TABLE people (name text PRIMARY KEY); INSERT INTO people VALUES ('王小明')");
		await expect(query(server, "INSERT INTO people VALUES ('王小明')")).rejects.toThrow(/duplicate/);
		const log = readFileSync(join(dataDir, "postgresql.log"), "utf8");
		expect(log).toContain("duplicate key");
		expect(log).not.toContain("王小明");
	});
});
