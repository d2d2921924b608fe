import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { codeOf } from "../log.ts";
import type { Identity } from "./child.ts";
import { EmbeddedDatabaseError, fromFileSystem } from "./errors.ts";

export const SOCKET_PORT = 5432;
const PREFIX = "zg-";

/** The path of a socket must fit into `sun_path`: 108 bytes on Linux, 104 on macOS, with the closing zero. */
const MAX_SOCKET_PATH = 102;

export const socketPath = (directory: string): string => join(directory, `.s.PGSQL.${SOCKET_PORT}`);

/** `/run` for root (only root makes entries there, nothing sweeps it); else the user's temporary directory. */
const places = (identity: Identity): readonly string[] =>
	identity === null ? [tmpdir(), "/tmp"] : ["/run", "/tmp"];

/**
 * Makes a short directory of mode 0700 for the database's socket, with a name that nobody could have made before.
 */
export function makeSocketDirectory(identity: Identity): string {
	const fitting = places(identity).filter(
		(place) => Buffer.byteLength(socketPath(join(place, `${PREFIX}XXXXXX`))) <= MAX_SOCKET_PATH,
	);
	for (const [index, place] of fitting.entries()) {
		try {
			const directory = mkdtempSync(join(place, PREFIX));
			chmodSync(directory, 0o700);
			if (identity !== null) chownSync(directory, identity.uid, identity.gid);
			return directory;
		} catch (thrown) {
			if (codeOf(thrown) === "ENOSPC" || index === fitting.length - 1) throw fromFileSystem(thrown, place);
		}
	}
	throw new EmbeddedDatabaseError("SOCKET_PATH_TOO_LONG", {
		zh: "临时目录路径过长，无法放置数据库套接字。请把 TMPDIR 设为较短的路径（如 /tmp）。",
		en: "The temporary directory's path is too long for the database's socket. Set TMPDIR to a shorter one (such as /tmp).",
	});
}

/** Removes a socket directory that {@link makeSocketDirectory} made; leaves any other path alone. */
export function removeSocketDirectory(directory: string): void {
	if (!/^zg-[A-Za-z0-9]{6}$/.test(basename(directory))) return;
	for (const name of [`.s.PGSQL.${SOCKET_PORT}`, `.s.PGSQL.${SOCKET_PORT}.lock`, ""]) {
		rmSync(join(directory, name), { recursive: name === "", force: true });
	}
}
