import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What a file that holds a secret turned out to be. `open` is one that others can read, `foreign` another user's. */
export type PrivateFile =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "none" | "open" | "foreign" };

/** Reads a file that holds a secret, unless anybody but its owner could have read or written it: then it is none. */
export function readPrivate(path: string, uid: number | null): PrivateFile {
	try {
		const facts = lstatSync(path);
		if ((facts.mode & 0o077) !== 0 && process.platform !== "win32") return { kind: "open" };
		if (uid !== null && uid !== 0 && facts.uid !== uid) return { kind: "foreign" };
		return { kind: "text", text: readFileSync(path, "utf8") };
	} catch {
		return { kind: "none" };
	}
}

/** Writes a file that its owner alone can read, whole or not at all. */
export function writePrivate(path: string, text: string): void {
	const half = `${path}.${process.pid}.new`;
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	rmSync(half, { force: true });
	writeFileSync(half, text, { mode: 0o600, flag: "wx" });
	renameSync(half, path);
}
