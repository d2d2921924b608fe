import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach } from "vitest";
import { z } from "zod";
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "./index.ts";
import { isAlive, shutDown } from "./leftover.ts";
import { removeSocketDirectory } from "./socket.ts";

const PROGRAM = fileURLToPath(new URL("../testing/embedded-program.ts", import.meta.url));

const Fact = z.object({
	ready: z.boolean().optional(),
	finished: z.boolean().optional(),
	acknowledged: z.int().optional(),
	database: z.int().optional(),
	socketDir: z.string().optional(),
	uid: z.int().optional(),
	failed: z.string().optional(),
	code: z.string().optional(),
	pid: z.int().nullable().optional(),
});
export type Fact = z.infer<typeof Fact>;

/** A server in a process of its own. */
export interface Program {
	readonly child: ChildProcess;
	readonly facts: readonly Fact[];
	/** Resolves with the first fact that fits; rejects when the program ends without it. */
	find(fits: (fact: Fact) => boolean): Promise<Fact>;
	/** SIGKILL, and the end of it. */
	kill(): Promise<void>;
	readonly ended: Promise<number | null>;
}

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
	for (const undo of cleanup.splice(0).reverse()) await undo();
});
export const later = (undo: () => unknown): void => void cleanup.push(undo);

/** A directory for one test, removed after it. */
export function temporaryDirectory(parent = tmpdir()): string {
	const directory = mkdtempSync(join(parent, "zhenggai-embedded-"));
	later(() => rmSync(directory, { recursive: true, force: true }));
	return directory;
}

let template: Promise<string> | null = null;
afterAll(async () => {
	if (template !== null) rmSync(await template, { recursive: true, force: true });
});

async function makeTemplate(): Promise<string> {
	const directory = mkdtempSync(join(tmpdir(), "zhenggai-template-"));
	await (await startEmbedded({ dataDir: directory })).stop();
	return directory;
}

/** A directory with a database that was stopped cleanly: a copy of one made once, for tests about what comes after. */
export async function createdDirectory(): Promise<string> {
	template ??= makeTemplate();
	const directory = join(temporaryDirectory(), "data");
	execFileSync("cp", ["-a", await template, directory]);
	return directory;
}

/** Starts the database in this process and stops it after the test. */
export async function start(dataDir: string, more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
	const server = await startEmbedded({ dataDir, ...more });
	later(() => server.stop());
	return server;
}

export async function query(
	server: EmbeddedServer,
	sql: string,
): Promise<readonly Record<string, unknown>[]> {
	const client = new pg.Client(server.url);
	await client.connect();
	try {
		return (await client.query<Record<string, unknown>>(sql)).rows;
	} finally {
		await client.end();
	}
}

export function runProgram(
	dataDir: string,
	mode: "wait" | "exit" | "write" | "interrupt" | "cycle",
	as: { readonly uid: number; readonly gid: number } | null = null,
	under: readonly string[] = [],
): Program {
	const [command = "", ...args] = [...under, process.execPath, PROGRAM, dataDir, mode];
	const child = spawn(command, args, {
		...(as ?? {}),
		cwd: "/",
		detached: true,
		stdio: ["ignore", "pipe", "inherit"],
	});
	const facts: Fact[] = [];
	const waiting = new Set<() => void>();
	const wake = () => {
		for (const look of waiting) look();
	};
	createInterface({ input: child.stdout }).on("line", (line) => {
		facts.push(Fact.parse(JSON.parse(line)));
		wake();
	});
	const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
	const kill = async () => {
		child.kill("SIGKILL");
		await ended;
	};
	later(async () => {
		await kill();
		const { database, socketDir } = facts.find(({ ready }) => ready) ?? {};
		if (database !== undefined && isAlive(database)) await shutDown(database);
		if (socketDir !== undefined) removeSocketDirectory(socketDir);
	});
	const find = (fits: (fact: Fact) => boolean) =>
		new Promise<Fact>((resolve, reject) => {
			const look = () => {
				const found = facts.find(fits);
				if (found === undefined) return;
				waiting.delete(look);
				resolve(found);
			};
			waiting.add(look);
			look();
			void ended.then(() =>
				setImmediate(() => reject(new Error(`ended with ${JSON.stringify(facts.at(-1))}`))),
			);
		});
	return { child, facts, find, kill, ended };
}
