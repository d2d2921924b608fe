import { spawn } from "node:child_process";
import { join } from "node:path";

/** Runs a script of this folder with `input` on standard input and returns what it printed as JSON. */
export async function runChild(script: string, args: readonly string[], input: unknown): Promise<unknown> {
	const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	child.stdin.end(JSON.stringify(input));
	let output = "";
	for await (const chunk of child.stdout) output += String(chunk);
	const code = await new Promise<number | null>((done) =>
		child.exitCode === null ? child.once("exit", done) : done(child.exitCode),
	);
	if (code !== 0) throw new Error(`${script} ended with code ${code}`);
	return JSON.parse(output);
}
