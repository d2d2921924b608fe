import { spawn } from "node:child_process";
import {
	constants,
	cpSync,
	existsSync,
	lchownSync,
	lstatSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

/** A real server in a process of its own, with a database of its own and the sample ledger. */
export type LiveServer = {
	readonly url: string;
	/** The operator's token, which the command line finds by itself in the data directory. */
	readonly token: string;
	readonly dataDir: string;
	/** One-time links that it printed, by username. */
	readonly links: ReadonlyMap<string, string>;
	/** Ends it and removes its data. */
	stop(): Promise<void>;
	/** Ends it and starts it again on the same data and port. Its token is a new one then. */
	restart(): Promise<void>;
};

const START_MS = 90_000;

type Running = { url: string; token: string; output(): string; end(): Promise<void> };

const textField = (from: object, name: string): string => {
	const value: unknown = Reflect.get(from, name);
	if (typeof value !== "string") throw new Error(`local.json has no ${name}`);
	return value;
};

async function launch(dataDir: string, port: string, args: readonly string[]): Promise<Running> {
	const child = spawn(process.execPath, [join(CHECKOUT, "apps/server/src/main.ts"), ...args], {
		// What a test reads does not change by itself in between.
		env: { ...process.env, NODE_ENV: "", PORT: port, ZHENGGAI_SWEEP: "off", ZHENGGAI_DATA: dataDir },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => {
			output += chunk.toString("utf8");
		});
	const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
	const file = join(dataDir, "local.json");
	const deadline = Date.now() + START_MS;
	while (!(existsSync(file) && readFileSync(file, "utf8").includes(`"pid":${child.pid}`))) {
		if (child.exitCode !== null || Date.now() > deadline)
			throw new Error(`the server did not start:\n${output}`);
		await delay(50);
	}
	const local: unknown = JSON.parse(readFileSync(file, "utf8"));
	if (typeof local !== "object" || local === null) throw new Error("local.json is no object");
	const end = async () => {
		child.kill("SIGTERM");
		await ended;
	};
	return { url: textField(local, "url"), token: textField(local, "token"), output: () => output, end };
}

const linksIn = (output: string): ReadonlyMap<string, string> =>
	new Map(
		[...output.matchAll(/\(([a-z0-9._-]+)\)\n\s+(http\S+\/sign-in\?token=\S+)/g)].map(
			([, name = "", url = ""]) => [name, url],
		),
	);

/** The run's data directory with the sample ledger, where a run of tests has made one (`template.ts`). */
export const TEMPLATE = "ZHENGGAI_E2E_TEMPLATE";

const newDataDir = (): string => mkdtempSync(join(tmpdir(), "zhenggai-e2e-"));

/** Makes a data directory with the sample ledger, for `startServer` to copy. Whoever makes it removes it. */
export async function makeTemplate(): Promise<string> {
	const dataDir = newDataDir();
	await (await launch(dataDir, "0", [])).end();
	rmSync(join(dataDir, "local.json"), { force: true });
	return dataDir;
}

/** Copies a folder with its owners: started as root, the database runs as somebody else, who has to own its files. */
function copyOwned(from: string, to: string): void {
	cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
	for (const path of ["", ...readdirSync(from, { recursive: true, encoding: "utf8" })]) {
		const { uid, gid } = lstatSync(join(from, path));
		lchownSync(join(to, path), uid, gid);
	}
}

/**
 * Starts a server on a free port, with `["--empty"]` without the sample ledger. Whoever starts it stops it. To make a
 * database and load the sample takes seconds: where the run has a template, it is copied.
 */
export async function startServer(args: readonly string[] = []): Promise<LiveServer> {
	const dataDir = newDataDir();
	const template = process.env[TEMPLATE];
	if (template !== undefined && args.length === 0) copyOwned(template, dataDir);
	let running = await launch(dataDir, "0", args);
	return {
		dataDir,
		get url() {
			return running.url;
		},
		get token() {
			return running.token;
		},
		get links() {
			return linksIn(running.output());
		},
		async stop() {
			await running.end();
			rmSync(dataDir, { recursive: true, force: true });
		},
		async restart() {
			const { port } = new URL(running.url);
			await running.end();
			running = await launch(dataDir, port, args);
		},
	};
}
