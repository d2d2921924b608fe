import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs an editor on a file, with the terminal as its own. False where it cannot be started or ends badly. */
const ran = (command: string, path: string): Promise<boolean> =>
	new Promise((resolve) => {
		// Settings such as "code --wait" have arguments of their own, which the shell splits.
		const child = spawn(`${command} "$ZHENGGAI_DRAFT"`, {
			shell: true,
			stdio: "inherit",
			env: { ...process.env, ZHENGGAI_DRAFT: path },
		});
		child.once("error", () => resolve(false));
		child.once("close", (code) => resolve(code === 0));
	});

/**
 * Lets the user write a text in the editor that VISUAL or EDITOR names (else `vi`), in a file that only he can read.
 * Null where that cannot be: what was written before stays.
 */
export async function editText(text: string, env: NodeJS.ProcessEnv): Promise<string | null> {
	const folder = await mkdtemp(join(tmpdir(), "zhenggai-"));
	const path = join(folder, "text.txt");
	try {
		await writeFile(path, text, { mode: 0o600 });
		return (await ran(env.VISUAL || env.EDITOR || "vi", path)) ? await readFile(path, "utf8") : null;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
