import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { messageOf } from "../log.ts";
import { type Binaries, programPath } from "./binaries.ts";
import { childEnvironment, type Identity } from "./child.ts";
import { diskFull, EmbeddedDatabaseError, fromFileSystem, speaksOfFullDisk } from "./errors.ts";
import { dataDirArgument, type Layout } from "./layout.ts";
import { readPidFile } from "./pid-file.ts";

export interface EmbeddedExit {
	readonly code: number | null;
	readonly signal: string | null;
}

export interface RunningPostgres {
	readonly pid: number;
	/** Resolves when the process has ended, wanted or not. */
	readonly exited: Promise<EmbeddedExit>;
}

const LOG_LIMIT_BYTES = 8 * 1024 * 1024;

/** How long recovery after a power cut may take before the start is given up. */
const START_LIMIT_MS = 10 * 60_000;

/** Opens the database's log for appending; a long one is put aside first, one generation is kept. */
function openLog(layout: Layout): number {
	const size = statSync(layout.log, { throwIfNoEntry: false })?.size ?? 0;
	if (size > LOG_LIMIT_BYTES) renameSync(layout.log, `${layout.log}.1`);
	return openSync(layout.log, "a", 0o600);
}

/** What the database wrote to its log from `offset` on, the last part of it. */
function logSince(path: string, offset: number): string {
	const file = openSync(path, "r");
	try {
		const { size } = fstatSync(file);
		const from = Math.max(offset, size - 16_384);
		const buffer = Buffer.alloc(Math.max(0, size - from));
		readSync(file, buffer, 0, buffer.length, from);
		return buffer.toString("utf8");
	} finally {
		closeSync(file);
	}
}

function startFailed(layout: Layout, said: string): EmbeddedDatabaseError {
	if (speaksOfFullDisk(said)) return diskFull(layout.cluster);
	const reason =
		said
			.trim()
			.split("\n")
			.filter((line) => /FATAL|PANIC|ERROR/.test(line))
			.at(-1) ?? said.trim();
	return new EmbeddedDatabaseError("START_FAILED", {
		zh: `内置数据库未能启动（${reason}）。详情见 ${layout.log}。`,
		en: `The embedded database did not start (${reason}). Details are in ${layout.log}.`,
	});
}

/** Follows `postmaster.pid` until the database accepts connections, ends, or takes too long. */
async function untilReady(
	layout: Layout,
	child: ChildProcess,
	ended: () => boolean,
	onSlow: () => void,
): Promise<boolean> {
	const started = Date.now();
	let told = false;
	while (!ended() && Date.now() - started < START_LIMIT_MS) {
		const file = readPidFile(layout.cluster);
		if (file?.pid === child.pid && file?.status === "ready") return true;
		if (!told && Date.now() - started > 2000) {
			told = true;
			onSlow();
		}
		await delay(8);
	}
	return false;
}

interface RunOptions {
	readonly layout: Layout;
	readonly binaries: Binaries;
	readonly identity: Identity;
	readonly settings: readonly string[];
	/** Called once when the start takes longer than a moment: the database is recovering. */
	readonly onSlow: () => void;
}

/**
 * Starts PostgreSQL and waits until it accepts connections. It gets a session of its own, so that Ctrl-C in the
 * terminal reaches the server alone, which then stops it in its own order; and it writes its log to a file, not to
 * a pipe, so that it can still speak after a killed server.
 */
export async function runPostgres(options: RunOptions): Promise<RunningPostgres> {
	const { layout, binaries, identity, settings } = options;
	let log: number;
	try {
		log = openLog(layout);
	} catch (thrown) {
		throw fromFileSystem(thrown, layout.dataDir);
	}
	const offset = fstatSync(log).size;
	const child = spawn(
		programPath(binaries, "postgres"),
		["-D", dataDirArgument(layout.cluster, identity !== null), ...settings],
		{
			...(identity ?? {}),
			cwd: layout.cluster,
			env: childEnvironment(),
			stdio: ["ignore", log, log],
			detached: true,
		},
	);
	closeSync(log);
	let failure: unknown = null;
	let ended = false;
	const exited = new Promise<EmbeddedExit>((resolve) => {
		child.once("exit", (code, signal) => {
			ended = true;
			resolve({ code, signal });
		});
		child.once("error", (thrown) => {
			failure = thrown;
			ended = true;
			resolve({ code: null, signal: null });
		});
	});
	child.unref();
	const ready = await untilReady(layout, child, () => ended, options.onSlow);
	if (ready && child.pid !== undefined) return { pid: child.pid, exited };
	if (!ended) child.kill("SIGQUIT");
	throw startFailed(layout, failure === null ? logSince(layout.log, offset) : messageOf(failure));
}

/** Whether a failed start only has to wait for the orphaned backends of a killed database to notice and go. */
export const waitsForOrphans = (thrown: unknown): boolean =>
	thrown instanceof EmbeddedDatabaseError && /pre-existing shared memory block/.test(thrown.message);
