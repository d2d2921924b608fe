import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { proposalJson, proposalTable, readDocument } from "@zhenggai/documents/reading";
import type { Runner } from "../command-line/command.ts";
import { CommandError, EXIT } from "../command-line/exit.ts";
import { say } from "../say.ts";

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

/** `parse`: what a published document says, with what is doubtful. Needs no server and no database. */
export const run: Runner = async (context) => {
	const input = await readInput(context.arguments[0] ?? "");
	const proposal = await readDocument(input);
	if (context.options.flag("json"))
		context.out(`${JSON.stringify(proposalJson(proposal, context.language))}\n`);
	else for (const line of proposalTable(proposal, context.language)) context.out(`${line}\n`);
	const { issues, complaints, notices, warnings } = proposal;
	context.talk(
		say(
			`问题 ${issues.length}，信访件 ${complaints.length}，完成公示 ${notices.length}，提示 ${warnings.length}`,
			`${issues.length} issues, ${complaints.length} complaints, ${notices.length} notices, ${warnings.length} warnings`,
		),
	);
	return EXIT.done;
};
