import { mkdtemp, rename, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Binaries, programPath } from "./binaries.ts";
import { type Identity, runCommand } from "./child.ts";
import { diskFull, EmbeddedDatabaseError, fromFileSystem, speaksOfFullDisk } from "./errors.ts";
import { namedIdentity } from "./identity.ts";
import { CREATING_PREFIX, DATABASE, dataDirArgument, type Layout, ROLE } from "./layout.ts";
import { giveTree, syncDirectory } from "./ownership.ts";
import type { Durability } from "./settings.ts";
import { runSingleUser } from "./single-user.ts";

/** A fresh database takes about 40 MB; below this its first hour of work would fill the disk. */
const MIN_FREE_BYTES = 96 * 1024 * 1024;

/**
 * Only by password (256 random bits, SCRAM), whatever the socket's directory allows: two locks instead of one, the
 * same on systems without Unix sockets, and independent of account names, which `peer` would need and containers
 * may not have. The superuser has no password, so nobody connects as it at all.
 */
const HBA = ["local all all scram-sha-256", "host all all 127.0.0.1/32 scram-sha-256", ""].join("\n");

export interface Creation {
	readonly layout: Layout;
	readonly binaries: Binaries;
	/** Who shall own it. */
	readonly identity: Identity;
	readonly password: string;
	readonly durability: Durability;
}

function createFailed(dataDir: string, step: string, output: string): EmbeddedDatabaseError {
	if (speaksOfFullDisk(output)) return diskFull(dataDir);
	const last = output.trim().split("\n").slice(-4).join(" | ");
	return new EmbeddedDatabaseError("CREATE_FAILED", {
		zh: `无法在 ${dataDir} 创建数据库（${step}：${last}）。请检查该目录所在磁盘后重试，或用 ZHENGGAI_DATA 指定其他目录。`,
		en: `The database could not be created in ${dataDir} (${step}: ${last}). Check the disk under that directory and try again, or name another directory with ZHENGGAI_DATA.`,
	});
}

async function initialise(directory: string, as: Identity, creation: Creation): Promise<void> {
	const { layout, binaries, durability, password } = creation;
	const syncing =
		durability === "none" ? ["--no-sync"] : process.platform === "linux" ? ["--sync-method=syncfs"] : [];
	const made = await runCommand(
		programPath(binaries, "initdb"),
		[
			`--pgdata=${dataDirArgument(directory, as !== null)}`,
			"--username=postgres",
			// Only until pg_hba.conf is written below; no server runs before that.
			"--auth=trust",
			"--encoding=UTF8",
			"--locale-provider=builtin",
			"--builtin-locale=C.UTF-8",
			"--locale=C",
			"--data-checksums",
			"--no-instructions",
			...syncing,
		],
		{ as, cwd: directory },
	);
	if (made.code !== 0) throw createFailed(layout.dataDir, "initdb", made.output);
	const filled = await runSingleUser(directory, binaries, as, [
		`CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD '${password}'`,
		`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`,
	]);
	if (filled.code !== 0) throw createFailed(layout.dataDir, "bootstrap", filled.output);
	await writeFile(join(directory, "pg_hba.conf"), HBA, { flush: true });
}

/**
 * Creates the database: complete under another name first, then in place by one rename, so that a creation killed
 * at any moment leaves nothing that looks like a database.
 * Throws DISK_FULL, DIRECTORY_UNWRITABLE or CREATE_FAILED.
 */
export async function createDatabase(creation: Creation): Promise<void> {
	const { layout, identity } = creation;
	const { bavail, bsize } = await statfs(layout.dataDir);
	if (bavail * bsize < MIN_FREE_BYTES) throw diskFull(layout.dataDir);
	const directory = await mkdtemp(join(layout.dataDir, CREATING_PREFIX)).catch((thrown) => {
		throw fromFileSystem(thrown, layout.dataDir);
	});
	try {
		const named = namedIdentity();
		await giveTree(directory, named);
		await initialise(directory, named, creation);
		await giveTree(directory, identity);
		await rename(directory, layout.cluster);
		await syncDirectory(layout.dataDir);
	} catch (thrown) {
		await rm(directory, { recursive: true, force: true, maxRetries: 5 });
		throw fromFileSystem(thrown, layout.dataDir);
	}
}
