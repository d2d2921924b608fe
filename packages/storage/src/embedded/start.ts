import { chownSync, statSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { type Bilingual, say } from "@zhenggai/domain/kernel";
import { silentLog } from "../log.ts";
import { installedBinaries, usableBinaries } from "./binaries.ts";
import { createDatabase } from "./create.ts";
import { hasDatabase, prepareDataDirectory, removeHalfMade } from "./directory.ts";
import { databaseIdentity } from "./identity.ts";
import { DATABASE, type Layout, layoutOf, ROLE } from "./layout.ts";
import { shutDown, stopLeftover } from "./leftover.ts";
import { lockDirectory } from "./lock.ts";
import { newPassword, readPassword, resetPassword } from "./password.ts";
import { type RunningPostgres, runPostgres, waitsForOrphans } from "./run.ts";
import { serverSettings } from "./settings.ts";
import { makeSocketDirectory, removeSocketDirectory, SOCKET_PORT } from "./socket.ts";
import type {
	EmbeddedConnection,
	EmbeddedOptions,
	EmbeddedProgress,
	EmbeddedServer,
	Prepared,
} from "./types.ts";
import { startOnWindows, stopLeftoverOnWindows } from "./windows.ts";

const TEXTS: Record<EmbeddedProgress["step"], Bilingual> = {
	stopLeftover: say("正在停止上次遗留的数据库进程", "Stopping the database left by an earlier run"),
	copyBinaries: say(
		"正在复制数据库程序到可访问的位置",
		"Copying the database's programs to where they can run",
	),
	create: say("正在创建数据库（仅首次）", "Creating the database (first start only)"),
	start: say("正在启动数据库", "Starting the database"),
	recover: say("数据库正在恢复，请稍候", "The database is recovering, please wait"),
};

const urlOf = (connection: EmbeddedConnection): string => {
	const { host, port, user, password, database } = connection;
	return `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
};

/** Files that root writes into a plain user's data directory stay that user's, who may start the next server. */
function keepOwner(layout: Layout): void {
	if (process.getuid?.() !== 0) return;
	const { uid, gid } = statSync(layout.dataDir);
	for (const path of [layout.lock, layout.holder, layout.password, layout.log]) {
		if (statSync(path, { throwIfNoEntry: false }) !== undefined) chownSync(path, uid, gid);
	}
}

/** Retries while backends orphaned by a killed database still hold its shared memory; they leave by themselves. */
async function runPatiently(start: () => Promise<RunningPostgres>): Promise<RunningPostgres> {
	for (let attempt = 0; ; attempt += 1) {
		try {
			return await start();
		} catch (thrown) {
			if (attempt >= 40 || !waitsForOrphans(thrown)) throw thrown;
			await delay(250);
		}
	}
}

async function prepare(
	layout: Layout,
	options: EmbeddedOptions,
	tell: (step: EmbeddedProgress["step"]) => void,
): Promise<Prepared> {
	await removeHalfMade(layout.dataDir);
	const exists = await hasDatabase(layout);
	const identity = databaseIdentity(layout.dataDir, layout.cluster);
	const installed = options.binaries ?? installedBinaries();
	const binaries = await usableBinaries(installed, identity, layout.dataDir, () => tell("copyBinaries"));
	if (!exists) {
		tell("create");
		const password = await newPassword(layout);
		const durability = options.durability ?? "full";
		await createDatabase({ layout, binaries, identity, password, durability });
		return { layout, binaries, identity, password };
	}
	if (process.platform === "win32") await stopLeftoverOnWindows(layout, binaries);
	else await stopLeftover(layout.cluster, () => tell("stopLeftover"));
	const password = (await readPassword(layout)) ?? (await resetPassword(layout, binaries, identity));
	return { layout, binaries, identity, password };
}

async function startOnPosix(
	{ layout, binaries, identity, password }: Prepared,
	options: EmbeddedOptions,
	tell: (step: EmbeddedProgress["step"]) => void,
): Promise<Omit<EmbeddedServer, "url">> {
	const socketDir = makeSocketDirectory(identity);
	const settings = serverSettings({ socketDir }, options.durability ?? "full", options.settings);
	try {
		tell("start");
		const running = await runPatiently(() =>
			runPostgres({ layout, binaries, identity, settings, onSlow: () => tell("recover") }),
		);
		// Ends the database with the process when nobody called stop: a signal is all one can do at that point.
		const atExit = () => {
			process.kill(running.pid, "SIGINT");
			removeSocketDirectory(socketDir);
		};
		process.once("exit", atExit);
		let gone = false;
		const clear = () => {
			gone = true;
			process.removeListener("exit", atExit);
			removeSocketDirectory(socketDir);
		};
		void running.exited.then(clear);
		return {
			...running,
			connection: { host: socketDir, port: SOCKET_PORT, user: ROLE, password, database: DATABASE },
			// By its number only while it has it: later the number may be another program's.
			// The word of its end comes a moment later, and nothing keeps this process up to hear it.
			stop: async () => {
				if (!gone && (await shutDown(running.pid))) clear();
			},
		};
	} catch (thrown) {
		removeSocketDirectory(socketDir);
		throw thrown;
	}
}

/**
 * Starts the private PostgreSQL of a data directory, creating it at the first start.
 *
 * One server a directory: another one gets ALREADY_RUNNING with the first one's pid. A database left running by a
 * killed server is stopped first, and nothing that it had acknowledged is lost. On POSIX it listens on a socket in
 * a private directory alone, never on a TCP port. Works for a plain user and, on Linux, for root, whose database
 * runs under an account of its own. Throws {@link EmbeddedDatabaseError} with a text for people.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
	const layout = layoutOf(options.dataDir);
	const log = options.log ?? silentLog;
	const tell = (step: EmbeddedProgress["step"]) => {
		log("info", TEXTS[step].en, { step });
		options.onProgress?.({ step, message: TEXTS[step] });
	};
	await prepareDataDirectory(layout.dataDir);
	const lock = await lockDirectory(layout);
	try {
		const prepared = await prepare(layout, options, tell);
		const started =
			process.platform === "win32"
				? await startOnWindows(prepared, options)
				: await startOnPosix(prepared, options, tell);
		keepOwner(layout);
		log("info", "Database ready", { pid: started.pid });
		let stopping: Promise<void> | null = null;
		const stop = () => {
			stopping ??= started.stop().finally(() => lock.release());
			return stopping;
		};
		void started.exited.then(({ code, signal }) => {
			if (stopping !== null) return;
			log("error", "The database ended by itself", { code: code ?? -1, signal: signal ?? "" });
		});
		return { ...started, url: urlOf(started.connection), stop };
	} catch (thrown) {
		lock.release();
		throw thrown;
	}
}
