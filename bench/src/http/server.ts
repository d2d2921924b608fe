import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const MAIN = resolve(import.meta.dirname, "../../../apps/server/src/main.ts");
const READY_WITHIN_MS = 60_000;

export type RunningServer = {
	url: string;
	/** The token of the machine's operator. */
	token: string;
	pid: number;
	/** Milliseconds from the start of the process until it was ready. */
	readyMs: number;
	stop(): Promise<void>;
};

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
	const address = probe.address();
	await new Promise((done) => probe.close(done));
	if (address === null || typeof address === "string") throw new Error("no free port");
	return address.port;
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null) return;
	const ended = new Promise((done) => child.once("exit", done));
	child.kill("SIGTERM");
	await ended;
}

/** Starts the real server as a process of its own on a data folder and waits until it is ready. */
export async function startServer(
	dataDir: string,
	args: readonly string[] = ["--empty"],
	env: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const start = performance.now();
	const child = spawn(process.execPath, [MAIN, ...args], {
		env: {
			...process.env,
			PORT: String(port),
			HOST: "127.0.0.1",
			ZHENGGAI_DATA: dataDir,
			DATABASE_URL: undefined,
			// What is measured is measured alone; the sweep is started where it is what is measured.
			ZHENGGAI_SWEEP: "off",
			...env,
		},
		stdio: ["ignore", "ignore", "inherit"],
	});
	while (performance.now() - start < READY_WITHIN_MS) {
		if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
		const ready = await fetch(`${url}/readyz`).then(
			(answer) => answer.ok,
			() => false,
		);
		if (ready) {
			const readyMs = performance.now() - start;
			const local: unknown = JSON.parse(readFileSync(join(dataDir, "local.json"), "utf8"));
			if (typeof local !== "object" || local === null || !("token" in local))
				throw new Error("no token file");
			return { url, token: String(local.token), pid: child.pid ?? 0, readyMs, stop: () => stop(child) };
		}
		await delay(20);
	}
	await stop(child);
	throw new Error("the server was not ready in time");
}
