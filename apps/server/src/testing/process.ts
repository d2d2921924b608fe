import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { LocalFile } from "../auth/local-token.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

export type ProcessOptions = {
	/** An existing data directory; a new temporary one when not given, removed at the end. */
	readonly dataDir?: string;
	/**
	 * Variables beside those of this process; PORT is 0, any free port, and nothing is swept by itself, unless given here.
	 */
	readonly env?: NodeJS.ProcessEnv;
	/** `["--empty"]` to go without the sample. */
	readonly args?: readonly string[];
};

/** How a server's process ended. */
export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** A real server in a process of its own. */
export type ServerProcess = {
	readonly url: string;
	/** The operator's token. */
	readonly token: string;
	readonly pid: number;
	readonly dataDir: string;
	/** Everything it has printed so far, both streams. */
	output(): string;
	/** One-time links that it printed, by username. */
	signInLinks(): ReadonlyMap<string, string>;
	/** Sends a signal and waits for the end. */
	stop(signal?: NodeJS.Signals): Promise<Ended>;
	readonly ended: Promise<Ended>;
};

/** What a start that failed said. */
export class StartFailed extends Error {
	readonly output: string;
	readonly code: number | null;

	constructor(output: string, code: number | null) {
		super(`the server did not start (exit code ${code}):\n${output}`);
		this.name = "StartFailed";
		this.output = output;
		this.code = code;
	}
}

const START_MS = 60_000;

function launch(dataDir: string, { env, args = [] }: ProcessOptions) {
	const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], {
		env: { ...process.env, NODE_ENV: "", PORT: "0", ZHENGGAI_SWEEP: "off", ...env, ZHENGGAI_DATA: dataDir },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	const keep = (chunk: Buffer) => {
		output += chunk.toString("utf8");
	};
	child.stdout?.on("data", keep);
	child.stderr?.on("data", keep);
	const ended = new Promise<Ended>((resolve) =>
		child.once("close", (code, signal) => resolve({ code, signal })),
	);
	return { child, ended, output: () => output };
}

/** The file in which a running server says where it is, once it is this process's. */
function localFile(dataDir: string, pid: number | undefined): LocalFile | null {
	const path = join(dataDir, "local.json");
	if (!existsSync(path)) return null;
	const file = LocalFile.safeParse(JSON.parse(readFileSync(path, "utf8")));
	return file.success && file.data.pid === pid ? file.data : null;
}

async function untilReady(
	dataDir: string,
	pid: number | undefined,
	ended: Promise<Ended>,
): Promise<LocalFile | Ended> {
	const until = Date.now() + START_MS;
	const over = ended.then((end) => end);
	while (Date.now() < until) {
		const file = localFile(dataDir, pid);
		if (file !== null) return file;
		const end = await Promise.race([over, delay(25).then(() => null)]);
		if (end !== null) return end;
	}
	return { code: null, signal: null };
}

/** Links of the printed welcome: `… (prov-office)` and the address on the next line. */
const linksIn = (output: string): ReadonlyMap<string, string> =>
	new Map(
		[...output.matchAll(/\(([a-z0-9._-]+)\)\n\s+(http\S+\/sign-in\?token=\S+)/g)].map(
			([, name = "", url = ""]) => [name, url],
		),
	);

/**
 * Starts a server as `pnpm start` does, on a port of its own, and resolves when it answers. Rejects with
 * {@link StartFailed} and what it said when it ends instead.
 */
export async function startProcess(options: ProcessOptions = {}): Promise<ServerProcess> {
	const own = options.dataDir === undefined;
	const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "zhenggai-server-"));
	const { child, ended, output } = launch(dataDir, options);
	const found = await untilReady(dataDir, child.pid, ended);
	if (!("token" in found)) {
		child.kill("SIGKILL");
		if (own) rmSync(dataDir, { recursive: true, force: true });
		throw new StartFailed(output(), found.code);
	}
	const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<Ended> => {
		child.kill(signal);
		const end = await ended;
		if (own) rmSync(dataDir, { recursive: true, force: true });
		return end;
	};
	return {
		...{ url: found.url, token: found.token, pid: found.pid, dataDir, ended, stop, output },
		signInLinks: () => linksIn(output()),
	};
}
