import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type Binaries, programPath } from "./binaries.ts";
import { type CommandResult, runCommand } from "./child.ts";
import { diskFull, EmbeddedDatabaseError, speaksOfFullDisk } from "./errors.ts";
import { DATABASE, type Layout, ROLE } from "./layout.ts";
import { isAlive } from "./leftover.ts";
import { readPidFile } from "./pid-file.ts";
import type { EmbeddedExit } from "./run.ts";
import { serverSettings } from "./settings.ts";
import type { EmbeddedOptions, EmbeddedServer, Prepared } from "./types.ts";

/**
 * Windows has no socket directory that only its owner may enter and no signals: there the database listens on a
 * free port of 127.0.0.1, behind the same password, and pg_ctl starts it (PostgreSQL refuses an administrator's
 * rights, pg_ctl lays them down) and stops it.
 */
const pgCtl = (
	layout: Layout,
	binaries: Binaries,
	command: "start" | "stop",
	more: readonly string[],
): Promise<CommandResult> =>
	runCommand(programPath(binaries, "pg_ctl"), ["-D", layout.cluster, "-w", "-t", "600", ...more, command], {
		as: null,
	});

/** A port that is free at the moment, chosen by the system. */
function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

/** Without a child of our own the end of the process can only be looked for. */
async function untilGone(pid: number): Promise<EmbeddedExit> {
	while (isAlive(pid)) await delay(2000, undefined, { ref: false });
	return { code: null, signal: null };
}

/** Stops a database that a killed server left; pg_ctl itself tells whether the pid in the file still is one. */
export async function stopLeftoverOnWindows(layout: Layout, binaries: Binaries): Promise<void> {
	if (readPidFile(layout.cluster) !== null) await pgCtl(layout, binaries, "stop", ["-m", "fast"]);
}

export async function startOnWindows(
	{ layout, binaries, password }: Prepared,
	options: EmbeddedOptions,
): Promise<Omit<EmbeddedServer, "url">> {
	const port = await freePort();
	const settings = serverSettings({ port }, options.durability ?? "full", options.settings);
	const quoted = settings.map((setting) => `"${setting}"`).join(" ");
	const { code, output } = await pgCtl(layout, binaries, "start", ["-l", layout.log, "-o", quoted]);
	const pid = readPidFile(layout.cluster)?.pid;
	if (code !== 0 || pid === undefined) {
		if (speaksOfFullDisk(output)) throw diskFull(layout.cluster);
		throw new EmbeddedDatabaseError("START_FAILED", {
			zh: `内置数据库未能启动（${output.trim()}）。详情见 ${layout.log}。`,
			en: `The embedded database did not start (${output.trim()}). Details are in ${layout.log}.`,
		});
	}
	return {
		pid,
		exited: untilGone(pid),
		connection: { host: "127.0.0.1", port, user: ROLE, password, database: DATABASE },
		stop: async () => void (await pgCtl(layout, binaries, "stop", ["-m", "fast"])),
	};
}
