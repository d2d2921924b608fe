import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What PostgreSQL says of itself in `postmaster.pid`. */
export interface PidFile {
	readonly pid: number;
	readonly socketDir: string;
	/** `starting`, `ready`, `stopping`, `standby`; empty until it has said. */
	readonly status: string;
}

const pathOf = (cluster: string): string => join(cluster, "postmaster.pid");

/** Reads `postmaster.pid`, or null where there is none or it is still being written. */
export function readPidFile(cluster: string): PidFile | null {
	try {
		const lines = readFileSync(pathOf(cluster), "utf8").split("\n");
		const pid = Math.abs(Number(lines[0]));
		if (!Number.isInteger(pid) || pid === 0) return null;
		return { pid, socketDir: lines[4]?.trim() ?? "", status: lines[7]?.trim() ?? "" };
	} catch {
		return null;
	}
}

/**
 * Makes the pid file of a database that is gone harmless. PostgreSQL refuses to start while the pid in the file
 * exists, whoever it is by now, except when it is its own parent, which this process is about to be. The rest of
 * the file stays: with it PostgreSQL still checks that no orphaned backend has the shared memory open.
 */
export function disownPidFile(cluster: string): void {
	const [, ...rest] = readFileSync(pathOf(cluster), "utf8").split("\n");
	writeFileSync(pathOf(cluster), [String(process.pid), ...rest].join("\n"));
}
