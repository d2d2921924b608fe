import { createHash } from "node:crypto";
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Download } from "@zhenggai/client";
import { say } from "../say.ts";
import { CommandError, EXIT } from "./exit.ts";
import { usageError } from "./values.ts";

/** Standard output instead of a file. */
const STDOUT = "-";

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Where a download goes: what `-o` names, a file of the server's name in a folder, or here. */
function placeOf(name: string, asked: string | undefined): string {
	if (asked === undefined) return name;
	return asked !== STDOUT && isFolder(asked) ? join(asked, name) : asked;
}

/** Hashes what flows through. */
function hashing(): { readonly through: Transform; readonly hash: () => string } {
	const hash = createHash("sha256");
	const through = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			hash.update(chunk);
			done(null, chunk);
		},
	});
	return { through, hash: () => hash.digest("hex") };
}

const damaged = (name: string): CommandError =>
	new CommandError(
		EXIT.failed,
		say(`${name} 与登记的哈希不符，未保存`, `${name} is not what its hash says; it was not kept`),
	);

/**
 * Writes a download to a file, and answers its path and hash. It is written beside its place and moved there when it is
 * whole and is what its hash says, so that half a file is never taken for one. A file that is there is left alone unless
 * `force`d. Into standard output (`-`) it is streamed, and a wrong hash fails at its end.
 */
export async function saveDownload(
	download: Download,
	asked: string | undefined,
	force: boolean,
): Promise<{ path: string; sha256: string }> {
	const path = placeOf(download.name, asked);
	const { through, hash } = hashing();
	const source = Readable.fromWeb(download.body);
	if (path === STDOUT) {
		await pipeline(source, through, process.stdout, { end: false });
	} else {
		if (!force && existsSync(path)) {
			await download.body.cancel().catch(() => undefined);
			throw usageError(
				"-o",
				say(`${path} 已存在，加 --force 覆盖`, `${path} is there already; --force replaces it`),
			);
		}
		await pipeline(source, through, createWriteStream(`${path}.part`)).catch((error: unknown) => {
			// A connection that broke leaves nothing behind.
			rmSync(`${path}.part`, { force: true });
			throw error;
		});
	}
	const sha256 = hash();
	const isWhole = download.sha256 === null || download.sha256 === sha256;
	if (path !== STDOUT && isWhole) renameSync(`${path}.part`, path);
	if (isWhole) return { path, sha256 };
	if (path !== STDOUT) rmSync(`${path}.part`, { force: true });
	throw damaged(download.name);
}
