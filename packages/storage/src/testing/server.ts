import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openDatabase } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import { startEmbedded } from "../embedded/index.ts";
import { layoutOf } from "../embedded/layout.ts";
import { stopLeftover } from "../embedded/leftover.ts";
import { lockDirectory } from "../embedded/lock.ts";

/** What the test files are told of the server of their run. */
export interface TestServerAddress {
	/** A URL of the maintenance database, on which databases can be made and dropped. */
	readonly url: string;
	/** The migrated database that each file's own is a copy of. */
	readonly template: string;
}

export interface TestServer extends TestServerAddress {
	stop(): Promise<void>;
}

/** The same server, another database of it. */
export function urlOfDatabase(url: string, database: string): string {
	const other = new URL(url);
	other.pathname = `/${database}`;
	return other.href;
}

/** Runs statements on the server's maintenance database, outside a transaction. */
export async function administer(url: string, ...statements: readonly string[]): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		for (const statement of statements) await client.query(statement);
	} finally {
		await client.end();
	}
}

const PREFIX = "zhenggai-test-";

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 2 * 1024 ** 3;

/** Memory where there is plenty: copying the template takes 20 ms there and some 300 ms on a disk. */
function placeForData(): string {
	if (!existsSync(MEMORY)) return tmpdir();
	const { bavail, bsize } = statfsSync(MEMORY);
	return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir();
}

/** Stops and removes what test runs left that were killed and could not clean up. */
export async function sweepAbandoned(place: string): Promise<void> {
	for (const name of readdirSync(place)) {
		const dataDir = join(place, name);
		// A fresh one may be of a run that has not come to lock it yet.
		const isOld = () => Date.now() - statSync(dataDir).mtimeMs > 120_000;
		if (!name.startsWith(PREFIX) || !isOld()) continue;
		try {
			const layout = layoutOf(dataDir);
			const lock = await lockDirectory(layout);
			await stopLeftover(layout.cluster, () => undefined);
			lock.release();
			rmSync(dataDir, { recursive: true, force: true });
		} catch {
			// In use by a run that goes on, or another user's.
		}
	}
}

async function startOwnServer(): Promise<{ url: string; stop(): Promise<void> }> {
	const place = placeForData();
	await sweepAbandoned(place);
	const dataDir = mkdtempSync(join(place, PREFIX));
	const server = await startEmbedded({
		dataDir,
		durability: "none",
		settings: { max_connections: "200", max_wal_size: "256MB" },
	});
	return {
		url: server.url,
		stop: async () => {
			await server.stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

/**
 * The server of a test run: the one that TEST_DATABASE_URL names (its role must be allowed to create databases), or
 * a private one in a temporary directory, without fsync. With a migrated template that files copy.
 */
export async function startTestServer(): Promise<TestServer> {
	const given = process.env.TEST_DATABASE_URL;
	const server =
		given === undefined || given === ""
			? await startOwnServer()
			: { url: given, stop: async () => undefined };
	const template = `zhenggai_template_${randomBytes(5).toString("hex")}`;
	try {
		await administer(server.url, `CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`);
		const database = await openDatabase({ url: urlOfDatabase(server.url, template) }, { max: 1 });
		await migrate(database).finally(() => database.close());
	} catch (thrown) {
		await server.stop();
		throw thrown;
	}
	return {
		url: server.url,
		template,
		stop: async () => {
			await administer(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
			await server.stop();
		},
	};
}
