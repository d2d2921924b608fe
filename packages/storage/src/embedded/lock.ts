import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { messageOf } from "../log.ts";
import { EmbeddedDatabaseError, fromFileSystem } from "./errors.ts";
import type { Layout } from "./layout.ts";

const Holder = z.object({ pid: z.int().positive(), startedAt: z.iso.datetime() });
type Holder = z.infer<typeof Holder>;

export interface DirectoryLock {
	release(): void;
}

/** SQLITE_BUSY: another process, or this one, holds the lock. */
const BUSY = 5;
const isBusy = (thrown: unknown): boolean =>
	typeof thrown === "object" && thrown !== null && "errcode" in thrown && thrown.errcode === BUSY;

/**
 * A lock of the operating system on the file, through Node's SQLite, the one lock Node has: the kernel drops it
 * the moment its process is gone, however it went, so there is no stale lock to judge, no pid that may have been
 * given to another program since, and a second container on the same volume sees it too.
 */
function tryLock(path: string): DatabaseSync | null {
	let file: DatabaseSync | null = null;
	try {
		file = new DatabaseSync(path);
		file.exec("BEGIN EXCLUSIVE");
		return file;
	} catch (thrown) {
		file?.close();
		if (isBusy(thrown)) return null;
		throw thrown;
	}
}

function readHolder(path: string): Holder | null {
	try {
		return Holder.parse(JSON.parse(readFileSync(path, "utf8")));
	} catch {
		return null;
	}
}

const alreadyRunning = (dataDir: string, holder: Holder | null): EmbeddedDatabaseError => {
	const who = holder === null ? "?" : String(holder.pid);
	const since = holder?.startedAt ?? "?";
	return new EmbeddedDatabaseError(
		"ALREADY_RUNNING",
		{
			zh: `数据目录 ${dataDir} 正由另一个服务使用（进程号 ${who}，启动于 ${since}）。请先停止该进程，或用 ZHENGGAI_DATA 指定其他目录。`,
			en: `The data directory ${dataDir} is in use by another server (process ${who}, started at ${since}). Stop that process first, or name another directory with ZHENGGAI_DATA.`,
		},
		{ pid: holder?.pid ?? null },
	);
};

/**
 * Takes the directory for this process until release or the process's end.
 * Throws ALREADY_RUNNING with the holder's pid when another server, or this one, has it.
 */
export async function lockDirectory(layout: Layout): Promise<DirectoryLock> {
	let file: DatabaseSync | null = null;
	// The holder writes its name just after it has the lock; one that is just ending needs a moment too.
	for (let attempt = 0; file === null && attempt < 5; attempt += 1) {
		if (attempt > 0) await delay(40);
		try {
			file = tryLock(layout.lock);
		} catch (thrown) {
			throw fromFileSystem(withSystemCode(thrown), layout.dataDir);
		}
	}
	if (file === null) throw alreadyRunning(layout.dataDir, readHolder(layout.holder));
	const held = file;
	try {
		const holder: Holder = { pid: process.pid, startedAt: processStart().toISOString() };
		writeFileSync(layout.holder, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
	} catch (thrown) {
		held.close();
		throw fromFileSystem(thrown, layout.dataDir);
	}
	return { release: () => held.close() };
}

const processStart = (): Date => new Date(Date.now() - process.uptime() * 1000);

/** SQLite speaks its own codes (14 cannot open, 8 read-only, 13 full); the directory's error texts know Node's. */
function withSystemCode(thrown: unknown): unknown {
	const errcode =
		typeof thrown === "object" && thrown !== null && "errcode" in thrown ? thrown.errcode : null;
	const code = errcode === 13 ? "ENOSPC" : errcode === 14 || errcode === 8 ? "EACCES" : null;
	return code === null ? thrown : Object.assign(new Error(messageOf(thrown)), { code });
}
