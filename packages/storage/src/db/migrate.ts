import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { z } from "zod";
import { alignJournalClock } from "../journal/clock.ts";
import { messageOf } from "../log.ts";
import type { Database } from "./database.ts";
import { DatabaseError } from "./errors.ts";

/** The folder of generated migrations, wherever this package is installed. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../migrations", import.meta.url));

/** Any number that no other program on the same database is likely to lock. */
const ADVISORY_KEY = "7236440021774";

const TABLE = "migration.applied";

interface Migration {
	readonly tag: string;
	readonly hash: string;
	readonly statements: readonly string[];
}

const Index = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });

async function readMigrations(folder: string): Promise<readonly Migration[]> {
	const index = Index.parse(JSON.parse(await readFile(`${folder}/meta/_journal.json`, "utf8")));
	const ordered = index.entries.toSorted((a, b) => a.idx - b.idx);
	return Promise.all(
		ordered.map(async ({ tag }) => {
			const text = await readFile(`${folder}/${tag}.sql`, "utf8");
			const hash = createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
			return { tag, hash, statements: text.split("--> statement-breakpoint") };
		}),
	);
}

const Applied = z.object({ tag: z.string(), hash: z.string() });

async function appliedTo(client: pg.Pool | pg.PoolClient): Promise<ReadonlyMap<string, string>> {
	const exists = await client.query("SELECT to_regclass($1) IS NOT NULL AS there", [TABLE]);
	if (exists.rows[0].there !== true) return new Map();
	const { rows } = await client.query(`SELECT tag, hash FROM ${TABLE}`);
	return new Map(
		z
			.array(Applied)
			.parse(rows)
			.map(({ tag, hash }) => [tag, hash]),
	);
}

/** What is still to run. Throws when the database and this program disagree about the past. */
function pendingOf(
	migrations: readonly Migration[],
	applied: ReadonlyMap<string, string>,
): readonly Migration[] {
	const known = new Set(migrations.map(({ tag }) => tag));
	const unknown = [...applied.keys()].filter((tag) => !known.has(tag));
	if (unknown.length > 0) {
		throw new DatabaseError("DATABASE_NEWER", {
			zh: `数据库由更新版本的程序升级过（${unknown.join("、")}），本版本不能使用它。请使用新版本程序，或恢复升级前的备份。`,
			en: `The database was migrated by a later version of the program (${unknown.join(", ")}); this version cannot use it. Use the later version, or restore the backup from before the upgrade.`,
		});
	}
	const changed = migrations.find(({ tag, hash }) => applied.has(tag) && applied.get(tag) !== hash);
	if (changed !== undefined) {
		throw new DatabaseError("MIGRATION_CHANGED", {
			zh: `迁移 ${changed.tag} 在执行之后被改动过。已发布的迁移不得修改，请恢复原文件并另建新的迁移。`,
			en: `The migration ${changed.tag} was edited after it had run. A migration that has landed is never edited: restore it and add a new one.`,
		});
	}
	return migrations.filter(({ tag }) => !applied.has(tag));
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
	try {
		for (const statement of migration.statements) await client.query(statement);
		await client.query(`INSERT INTO ${TABLE} (tag, hash) VALUES ($1, $2)`, [migration.tag, migration.hash]);
	} catch (thrown) {
		throw new DatabaseError(
			"MIGRATION_FAILED",
			{
				zh: `迁移 ${migration.tag} 执行失败（${messageOf(thrown)}），数据库未被改动。`,
				en: `The migration ${migration.tag} failed (${messageOf(thrown)}); the database was not changed.`,
			},
			thrown,
		);
	}
}

/** One transaction: a lock that other nodes wait for, everything pending, or nothing. */
async function applyPending(
	client: pg.PoolClient,
	migrations: readonly Migration[],
): Promise<readonly string[]> {
	await client.query("BEGIN");
	try {
		// Building an index on a large table may take long, and so may waiting for the node that does it.
		await client.query("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0");
		await client.query(`SELECT pg_advisory_xact_lock(${ADVISORY_KEY})`);
		await client.query("CREATE SCHEMA IF NOT EXISTS migration");
		await client.query(
			`CREATE TABLE IF NOT EXISTS ${TABLE}
			 (tag text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
		);
		const pending = pendingOf(migrations, await appliedTo(client));
		for (const migration of pending) await apply(client, migration);
		await client.query("COMMIT");
		return pending.map(({ tag }) => tag);
	} catch (thrown) {
		await client.query("ROLLBACK");
		throw thrown;
	}
}

/**
 * Brings the database to this program's tables and gives the migrations that ran. Several nodes may call it at
 * once: one works, the others wait and find nothing to do. All or nothing.
 * Throws DatabaseError: DATABASE_NEWER, MIGRATION_CHANGED, MIGRATION_FAILED.
 */
export async function migrate(database: Database, folder = MIGRATIONS_FOLDER): Promise<readonly string[]> {
	const migrations = await readMigrations(folder);
	const pending = pendingOf(migrations, await appliedTo(database.pool));
	const applied = pending.length === 0 ? [] : await applyOnce(database, migrations);
	await alignJournalClock(database);
	return applied;
}

async function applyOnce(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
	const client = await database.pool.connect();
	try {
		const applied = await applyPending(client, migrations);
		database.log("info", "Database migrated", { applied: applied.length });
		return applied;
	} finally {
		client.release();
	}
}

/**
 * The migrations that this program knows and the database has not had: none on a database that it can serve. A
 * database of a later version has none pending either; it is this node that will be replaced.
 */
export async function pendingMigrations(
	database: Database,
	folder = MIGRATIONS_FOLDER,
): Promise<readonly string[]> {
	const [migrations, applied] = await Promise.all([readMigrations(folder), appliedTo(database.pool)]);
	return migrations.filter(({ tag }) => !applied.has(tag)).map(({ tag }) => tag);
}
