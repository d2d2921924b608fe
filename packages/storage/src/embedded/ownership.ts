import { chown, lchown, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Identity } from "./child.ts";

/** Gives a directory with everything in it to an account; does nothing where the account is our own. */
export async function giveTree(directory: string, to: Identity): Promise<void> {
	if (to === null) return;
	await chown(directory, to.uid, to.gid);
	for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
		await lchown(join(entry.parentPath, entry.name), to.uid, to.gid);
	}
}

/** Makes a finished rename or creation in `directory` survive a power cut. Windows has no such call. */
export async function syncDirectory(directory: string): Promise<void> {
	if (process.platform === "win32") return;
	const handle = await open(directory, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
