import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, inject, it } from "vitest";
import { administer, urlOfDatabase } from "../testing/server.ts";
import { type Database, openDatabase } from "./database.ts";
import { DatabaseError } from "./errors.ts";
import { MIGRATIONS_FOLDER, migrate } from "./migrate.ts";

const { url: serverUrl } = inject("testServer");
const cleanup: (() => unknown)[] = [];
afterEach(async () => {
	for (const undo of cleanup.splice(0).reverse()) await undo();
});

/** An empty database, and as many nodes on it as one likes. */
async function emptyDatabase(): Promise<() => Promise<Database>> {
	const name = `zhenggai_test_${randomBytes(6).toString("hex")}`;
	await administer(serverUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
	cleanup.push(() => administer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`));
	return async () => {
		const node = await openDatabase({ url: urlOfDatabase(serverUrl, name) }, { max: 2 });
		cleanup.push(() => node.close());
		return node;
	};
}

/** A folder of migrations of the test's own. */
function folderOf(migrations: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "zhenggai-migrations-"));
	cleanup.push(() => rmSync(folder, { recursive: true, force: true }));
	mkdirSync(join(folder, "meta"));
	const entries = Object.keys(migrations).map((tag, idx) => ({ idx, tag }));
	writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ entries }));
	for (const [tag, sql] of Object.entries(migrations)) writeFileSync(join(folder, `${tag}.sql`), sql);
	return folder;
}

const BREAK = "--> statement-breakpoint";
const one = { "0000_one": `CREATE TABLE one (n int);\n${BREAK}\nINSERT INTO one VALUES (1);` };
const two = { ...one, "0001_two": "CREATE TABLE two (n int);" };

async function codeOf(run: Promise<unknown>): Promise<string> {
	const thrown = await run.then(
		() => null,
		(error: unknown) => error,
	);
	return thrown instanceof DatabaseError ? thrown.code : `not refused: ${String(thrown)}`;
}

describe("migrate", () => {
	it("brings an empty database to the tables, once, however many nodes start together", async () => {
		const open = await emptyDatabase();
		const nodes = await Promise.all(Array.from({ length: 6 }, open));
		const applied = await Promise.all(nodes.map((node) => migrate(node)));
		expect(applied.filter(({ length }) => length > 0)).toHaveLength(1);
		expect(applied.flat()[0]).toBe("0000_journal");
		expect(await migrate(await open())).toEqual([]);
	});

	it("runs only what is new", async () => {
		const node = await (await emptyDatabase())();
		expect(await migrate(node, folderOf({ ...baseMigrations(), ...one }))).toContain("0000_one");
		expect(await migrate(node, folderOf({ ...baseMigrations(), ...two }))).toEqual(["0001_two"]);
		expect((await node.pool.query("SELECT n FROM one")).rows).toEqual([{ n: 1 }]);
	});

	it("changes nothing when one of several fails", async () => {
		const node = await (await emptyDatabase())();
		const bad = { ...two, "0002_bad": "CREATE TABLE three (n nonsense);" };
		expect(await codeOf(migrate(node, folderOf(bad)))).toBe("MIGRATION_FAILED");
		expect((await node.pool.query("SELECT to_regclass('one') AS one")).rows).toEqual([{ one: null }]);
	});

	it("refuses a migration that was edited after it ran", async () => {
		const node = await (await emptyDatabase())();
		await migrate(node, folderOf({ ...baseMigrations(), ...one }));
		const edited = { ...baseMigrations(), "0000_one": `${one["0000_one"]} -- and more` };
		expect(await codeOf(migrate(node, folderOf(edited)))).toBe("MIGRATION_CHANGED");
	});

	it("takes the line ends of another system for the same migration", async () => {
		const node = await (await emptyDatabase())();
		await migrate(node, folderOf({ ...baseMigrations(), ...one }));
		const windows = { ...baseMigrations(), "0000_one": one["0000_one"].replaceAll("\n", "\r\n") };
		expect(await migrate(node, folderOf(windows))).toEqual([]);
	});

	it("refuses a database that a later version has migrated", async () => {
		const node = await (await emptyDatabase())();
		await migrate(node, folderOf({ ...baseMigrations(), ...two }));
		expect(await codeOf(migrate(node, folderOf({ ...baseMigrations(), ...one })))).toBe("DATABASE_NEWER");
	});
});

/** The real ones: what follows a migration (the journal's clock) needs their tables. */
function baseMigrations(): Readonly<Record<string, string>> {
	const read = (tag: string) => [tag, readFileSync(join(MIGRATIONS_FOLDER, `${tag}.sql`), "utf8")];
	return Object.fromEntries(["0000_journal", "0001_journal-guards"].map(read));
}

describe("the migrations folder", () => {
	it("says the same as the tables in the program: drizzle-kit has nothing to generate", () => {
		const root = fileURLToPath(new URL("../..", import.meta.url));
		const out = mkdtempSync(join(tmpdir(), "zhenggai-drift-"));
		cleanup.push(() => rmSync(out, { recursive: true, force: true }));
		cpSync(MIGRATIONS_FOLDER, out, { recursive: true });
		const config = join(out, "drizzle.config.json");
		const schema = ["./src/db/schemas.ts", "./src/**/table.ts", "./src/**/tables.ts"];
		writeFileSync(config, JSON.stringify({ dialect: "postgresql", schema, out: relative(root, out) }));
		const kit = dirname(createRequire(import.meta.url).resolve("drizzle-kit"));
		const said = execFileSync(process.execPath, [join(kit, "bin.cjs"), "generate", `--config=${config}`], {
			cwd: root,
			encoding: "utf8",
		});
		expect(said).toContain("No schema changes");
	});
});
