import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { say } from "../say.ts";
import { CommandError, EXIT } from "./exit.ts";

/** The bytes of a file, or standard input for `-`. */
export async function readInput(path: string): Promise<{ name: string; bytes: Uint8Array }> {
	if (path === "-") {
		const parts: Buffer[] = [];
		for await (const part of process.stdin) parts.push(Buffer.from(part));
		return { name: "stdin.txt", bytes: Buffer.concat(parts) };
	}
	try {
		return { name: basename(path), bytes: await readFile(path) };
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		if (code === "ENOENT")
			throw new CommandError(EXIT.notFound, say(`没有文件 ${path}`, `There is no file ${path}`));
		throw new CommandError(
			EXIT.failed,
			say(`无法读取 ${path}（${code}）`, `${path} cannot be read (${code})`),
		);
	}
}
