import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { codeOf } from "../log.ts";
import { EmbeddedDatabaseError } from "./errors.ts";
import { disownPidFile, readPidFile } from "./pid-file.ts";
import { removeSocketDirectory } from "./socket.ts";

/** A process that has ended and only waits for its parent to take note of it, which pid 1 of a container may not. */
function isZombie(pid: number): boolean {
	if (process.platform !== "linux") return false;
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return /^ [ZX]/.test(stat.slice(stat.lastIndexOf(")") + 1));
	} catch {
		return false;
	}
}

/** Whether a process of this number runs, whoever's it is. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return !isZombie(pid);
	} catch (thrown) {
		return codeOf(thrown) === "EPERM";
	}
}

/** Whether the process is the PostgreSQL of this very directory, and not a program that got its number since. */
export function isDatabaseOf(pid: number, cluster: string): boolean {
	try {
		if (process.platform === "linux") {
			// A running binary whose file was replaced by an upgrade reads "…/postgres (deleted)".
			const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, "");
			return program === "postgres" && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
		}
		const command = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
		return command.includes("postgres") && command.includes(cluster);
	} catch {
		return false;
	}
}

/** Waits until the process is gone; false when it is still there after `ms`. */
export async function waitGone(pid: number, ms: number): Promise<boolean> {
	const until = Date.now() + ms;
	while (isAlive(pid)) {
		if (Date.now() > until) return false;
		await delay(15);
	}
	return true;
}

/** PostgreSQL's shutdown modes: fast rolls back what is open and writes a checkpoint; immediate leaves it to recovery. */
const FAST = "SIGINT";
const IMMEDIATE = "SIGQUIT";

/** Ends a PostgreSQL by its pid, first fast, then at once. Nothing acknowledged is lost either way. */
export async function shutDown(pid: number, fastMs = 30_000): Promise<boolean> {
	for (const [signal, ms] of [
		[FAST, fastMs],
		[IMMEDIATE, 10_000],
	] as const) {
		try {
			process.kill(pid, signal);
		} catch (thrown) {
			return codeOf(thrown) === "ESRCH";
		}
		if (await waitGone(pid, ms)) return true;
	}
	return false;
}

/**
 * After a killed server its database may live on. It is stopped, not adopted: a fast stop takes a fraction of a
 * second, and the new server gets a database with its own settings and with itself as parent.
 */
export async function stopLeftover(cluster: string, onStop: (pid: number) => void): Promise<void> {
	const left = readPidFile(cluster);
	if (left === null) return;
	if (isAlive(left.pid) && isDatabaseOf(left.pid, cluster)) {
		onStop(left.pid);
		if (!(await shutDown(left.pid))) {
			throw new EmbeddedDatabaseError(
				"LEFTOVER_NOT_STOPPING",
				{
					zh: `上次运行遗留的数据库进程（进程号 ${left.pid}）无法停止。请手动结束该进程后重新启动。`,
					en: `The database left by an earlier run (process ${left.pid}) does not stop. End that process by hand and start again.`,
				},
				{ pid: left.pid },
			);
		}
	}
	// Killed, or its number given to another program, or ended but not yet taken note of by its parent.
	if (readPidFile(cluster) !== null) disownPidFile(cluster);
	removeSocketDirectory(left.socketDir);
}
