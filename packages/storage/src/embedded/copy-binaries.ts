import {
	chmod,
	copyFile,
	lstat,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	readlink,
	rename,
	rm,
	symlink,
} from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { codeOf } from "../log.ts";
import type { Binaries } from "./binaries.ts";
import type { Identity } from "./child.ts";
import { EmbeddedDatabaseError, fromFileSystem } from "./errors.ts";

/** Where a copy for another account may lie: root's own, readable to all, tried in this order. */
const SHARED_PLACES = [
	"/var/cache/zhenggai",
	"/var/lib/zhenggai",
	"/usr/local/lib/zhenggai",
	"/opt/zhenggai",
];

/** Parts that only a compiler needs. */
const isNeeded = (name: string): boolean =>
	!name.endsWith(".a") && name !== "pkgconfig" && name !== "include";

async function copyTree(from: string, to: string): Promise<void> {
	await mkdir(to, { recursive: true });
	await chmod(to, 0o755);
	for (const entry of await readdir(from, { withFileTypes: true })) {
		if (!isNeeded(entry.name)) continue;
		const source = join(from, entry.name);
		const target = join(to, entry.name);
		if (entry.isDirectory()) await copyTree(source, target);
		else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
		else {
			await copyFile(source, target);
			await chmod(target, from.endsWith("bin") || /\.so(\.|$)/.test(entry.name) ? 0o755 : 0o644);
		}
	}
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Makes the symbolic links of the libraries that npm cannot carry, where the package's install script has not. */
async function restoreLinks(root: string): Promise<void> {
	const list = await readFile(join(root, "pg-symlinks.json"), "utf8").catch(() => "[]");
	for (const { source, target } of Links.parse(JSON.parse(list))) {
		const path = join(root, relative("native", target));
		await symlink(relative(dirname(target), source), path).catch((thrown) => {
			if (codeOf(thrown) !== "EEXIST") throw thrown;
		});
	}
}

/** A directory that other accounts can enter but only root can change; refused when somebody else made it. */
async function sharedPlace(): Promise<string> {
	for (const place of SHARED_PLACES) {
		try {
			await mkdir(place, { mode: 0o755, recursive: true });
			const found = await lstat(place);
			if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) {
				await chmod(place, 0o755);
				return place;
			}
		} catch {
			// A read-only system directory: try the next place.
		}
	}
	throw new EmbeddedDatabaseError("BINARIES_UNUSABLE", {
		zh: `数据库账户无法读取程序目录，也无法复制到 ${SHARED_PLACES.join("、")}。请把程序放到其他用户可进入的目录（如 /opt 或 /srv），或用普通用户启动。`,
		en: `The database's account cannot read the program's directory, and no copy could be made in ${SHARED_PLACES.join(", ")}. Put the program where other users may enter (such as /opt or /srv), or start as a plain user.`,
	});
}

/** Copies the installed binaries once per version to a place that `identity` can reach, and gives that place. */
export async function copyBinaries(
	installed: Binaries,
	identity: Identity,
	dataDir: string,
): Promise<Binaries> {
	const place = identity === null ? dataDir : await sharedPlace();
	const root = join(place, `postgresql-${installed.version}`);
	const copied = { root, version: installed.version };
	if ((await lstat(root).catch(() => null)) !== null) return copied;
	try {
		// Complete before it has its name, so that a copy killed half way is never used.
		const half = await mkdtemp(join(place, "copying-"));
		try {
			await copyTree(installed.root, half);
			await restoreLinks(half);
			await rename(half, root);
		} catch (thrown) {
			await rm(half, { recursive: true, force: true });
			// Another server has finished the same copy first.
			if (!["ENOTEMPTY", "EEXIST"].includes(codeOf(thrown) ?? "")) throw thrown;
		}
	} catch (thrown) {
		throw fromFileSystem(thrown, place);
	}
	return copied;
}
