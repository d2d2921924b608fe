import { spawn } from "node:child_process";

/** The account that the database's processes run as; null for the account of this process. */
export type Identity = { readonly uid: number; readonly gid: number } | null;

export interface CommandResult {
	readonly code: number | null;
	readonly output: string;
}

interface CommandOptions {
	readonly as: Identity;
	readonly cwd?: string;
	/** Text for standard input. */
	readonly input?: string;
}

/**
 * The environment of the database's processes: PGDATA, PGPORT and their like of the person who starts the server
 * must not leak in, and messages are wanted in one known language.
 */
export function childEnvironment(): NodeJS.ProcessEnv {
	const own = process.platform === "win32" ? { ...process.env } : { PATH: process.env.PATH, HOME: "/" };
	const clean = Object.fromEntries(Object.entries(own).filter(([name]) => !name.startsWith("PG")));
	return { ...clean, LC_ALL: "C", LANG: "C", TZ: "UTC" };
}

/** Runs a program to its end and gives its exit code with everything it said. Rejects when it cannot start. */
export function runCommand(
	program: string,
	args: readonly string[],
	options: CommandOptions,
): Promise<CommandResult> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			...(options.as ?? {}),
			...(options.cwd === undefined ? {} : { cwd: options.cwd }),
			env: childEnvironment(),
			windowsHide: true,
		});
		let output = "";
		const keep = (chunk: Buffer) => {
			output += chunk.toString("utf8");
		};
		child.stdout.on("data", keep);
		child.stderr.on("data", keep);
		child.once("error", reject);
		child.once("close", (code) => resolve({ code, output }));
		// A child that ends before it has read everything is judged by its exit code, not by the broken pipe.
		child.stdin.on("error", () => undefined);
		child.stdin.end(options.input ?? "");
	});
}
