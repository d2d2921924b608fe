import { type SpawnOptions, spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Programs of the workspace come first, then those of the package that is worked in. */
const pathFor = (cwd: string): string =>
	[join(cwd, "node_modules/.bin"), join(ROOT, "node_modules/.bin"), process.env.PATH ?? ""].join(delimiter);

export type Ran = { readonly code: number; readonly output: string };

type RunOptions = { cwd?: string; env?: NodeJS.ProcessEnv; quiet?: boolean };

/**
 * Runs a program of the workspace. With `quiet` its words are kept and given back, to be shown only when it fails;
 * else they go straight through.
 */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
	const cwd = options.cwd ?? ROOT;
	const settings: SpawnOptions = {
		cwd,
		env: { ...process.env, ...options.env, PATH: pathFor(cwd) },
		stdio: options.quiet ? ["ignore", "pipe", "pipe"] : "inherit",
		// npm's shims are scripts on Windows.
		shell: process.platform === "win32",
	};
	const { promise, resolve, reject } = Promise.withResolvers<Ran>();
	const child = spawn(program, args, settings);
	let output = "";
	const keep = (chunk: Buffer) => {
		output += chunk.toString("utf8");
	};
	child.stdout?.on("data", keep);
	child.stderr?.on("data", keep);
	child.once("error", reject);
	child.once("close", (code, signal) => resolve({ code: code ?? (signal === null ? 1 : 130), output }));
	return promise;
}
