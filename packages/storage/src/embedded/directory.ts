import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "../log.ts";
import { EmbeddedDatabaseError, fromFileSystem } from "./errors.ts";
import { CREATING_PREFIX, type Layout, MAJOR_VERSION } from "./layout.ts";

/** Makes the data directory (0700) when it is missing, and makes it private when it is not. */
export async function prepareDataDirectory(dataDir: string): Promise<void> {
	try {
		await mkdir(dataDir, { recursive: true, mode: 0o700 });
		await chmod(dataDir, 0o700);
	} catch (thrown) {
		throw fromFileSystem(thrown, dataDir);
	}
}

/**
 * Whether a complete database is there. Throws OTHER_MAJOR_VERSION for one of another PostgreSQL and
 * DIRECTORY_NOT_A_DATABASE for a directory of that name with something else in it.
 */
export async function hasDatabase(layout: Layout): Promise<boolean> {
	if (!existsSync(layout.cluster)) return false;
	const version = await readFile(join(layout.cluster, "PG_VERSION"), "utf8").catch((thrown) => {
		if (codeOf(thrown) === "ENOENT") return null;
		throw fromFileSystem(thrown, layout.cluster);
	});
	if (version === null) {
		// An empty directory is no loss; rmdir takes nothing else away.
		const empty = await rmdir(layout.cluster).then(
			() => true,
			() => false,
		);
		if (empty) return false;
		throw new EmbeddedDatabaseError("DIRECTORY_NOT_A_DATABASE", {
			zh: `${layout.cluster} 不是数据库目录（缺少 PG_VERSION）。请移走该目录，或从备份恢复完整的目录后重新启动。`,
			en: `${layout.cluster} is not a database directory (PG_VERSION is missing). Move it away, or restore the whole directory from a backup, and start again.`,
		});
	}
	const major = version.trim();
	if (major !== String(MAJOR_VERSION)) {
		throw new EmbeddedDatabaseError("OTHER_MAJOR_VERSION", {
			zh: `${layout.cluster} 由 PostgreSQL ${major} 创建，本程序自带 PostgreSQL ${MAJOR_VERSION}，不能直接打开，数据未被改动。出路：用原版本程序启动；或安装 PostgreSQL ${major}，以 DATABASE_URL 连接该库；或用 pg_dump 导出后在新目录（ZHENGGAI_DATA）恢复。`,
			en: `${layout.cluster} was made by PostgreSQL ${major}; this program carries PostgreSQL ${MAJOR_VERSION} and cannot open it. Nothing was changed. Ways out: start with the program's earlier version; or install PostgreSQL ${major} and point DATABASE_URL to it; or export with pg_dump and restore into a new directory (ZHENGGAI_DATA).`,
		});
	}
	return true;
}

/** Removes what a creation left behind that was killed half way. */
export async function removeHalfMade(dataDir: string): Promise<void> {
	for (const name of await readdir(dataDir)) {
		if (name.startsWith(CREATING_PREFIX)) {
			await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
		}
	}
}
