import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What came of storing a stream: the hash that it is kept by, its size, and its first bytes. */
export interface StoredBytes {
	readonly sha256: string;
	readonly bytes: number;
	readonly head: Uint8Array;
}

/** Bytes of the store, checked against their hash before the first of them is given out. Read them or cancel. */
export interface OpenedBytes {
	readonly bytes: number;
	readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** A stored file is not what its name says: the disk lost or somebody changed something. */
export class DamagedFileError extends Error {
	readonly sha256: string;

	constructor(sha256: string) {
		super(`The stored file ${sha256} does not have this hash`);
		this.name = "DamagedFileError";
		this.sha256 = sha256;
	}
}

/** Files by the hash of their bytes, never overwritten. Another kind of store has the same three verbs. */
export interface FileStore {
	/** Keeps a stream. Null where it is longer than `most` bytes: then nothing is kept. */
	put(source: AsyncIterable<Uint8Array>, most: number): Promise<StoredBytes | null>;
	/** Null where no file has this hash. Throws {@link DamagedFileError} for one that no longer has it. */
	open(sha256: string): Promise<OpenedBytes | null>;
	has(sha256: string): Promise<boolean>;
}

/** First bytes of a file that are handed back: what tells its kind, and where photos say when they were taken. */
const HEAD = 1024 * 1024;
const CHUNK = 256 * 1024;
/** A temporary file that is older than this belongs to nobody any more: its writer has gone. */
const STALE_MS = 24 * 3_600_000;
const HASH = /^[0-9a-f]{64}$/;

/** What file systems without hard links say to one. */
const LINKLESS = ["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP"] as const;

const hasCode = (error: unknown, code: string): boolean =>
	error instanceof Error && "code" in error && error.code === code;

/** Makes what was done to a directory's entries last through a power cut. */
async function syncDirectory(path: string): Promise<void> {
	// Windows has no handle on a directory that could be synced; its rename is durable with the file.
	if (process.platform === "win32") return;
	const handle = await open(path, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Writes a stream to a file while hashing it; null as soon as it is longer than `most`. */
async function write(
	handle: FileHandle,
	source: AsyncIterable<Uint8Array>,
	most: number,
): Promise<StoredBytes | null> {
	const hash = createHash("sha256");
	const head: Uint8Array[] = [];
	let [bytes, kept] = [0, 0];
	for await (const chunk of source) {
		bytes += chunk.byteLength;
		if (bytes > most) return null;
		hash.update(chunk);
		if (kept < HEAD) {
			const part = chunk.slice(0, HEAD - kept);
			head.push(part);
			kept += part.byteLength;
		}
		for (let at = 0; at < chunk.byteLength; ) {
			at += (await handle.write(chunk, at, chunk.byteLength - at)).bytesWritten;
		}
	}
	await handle.sync();
	return { sha256: hash.digest("hex"), bytes, head: new Uint8Array(Buffer.concat(head)) };
}

async function hashOf(handle: FileHandle): Promise<string> {
	const hash = createHash("sha256");
	const buffer = new Uint8Array(CHUNK);
	for (let at = 0; ; ) {
		const { bytesRead } = await handle.read(buffer, 0, CHUNK, at);
		if (bytesRead === 0) return hash.digest("hex");
		hash.update(buffer.subarray(0, bytesRead));
		at += bytesRead;
	}
}

/** The bytes of an open file, which is closed at the end, at a failure, and when the reader goes away. */
function streamOf(handle: FileHandle): ReadableStream<Uint8Array<ArrayBuffer>> {
	let at = 0;
	return new ReadableStream({
		async pull(controller) {
			try {
				const { bytesRead, buffer } = await handle.read(new Uint8Array(CHUNK), 0, CHUNK, at);
				at += bytesRead;
				if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
				await handle.close();
				controller.close();
			} catch (error) {
				await handle.close();
				throw error;
			}
		},
		cancel: () => handle.close(),
	});
}

/** Puts a file at a place that nobody has. False where somebody has it. */
async function claim(temporary: string, place: string): Promise<boolean> {
	try {
		// A link, not a rename: it fails where the name is taken, so that nothing is ever written over.
		await link(temporary, place);
		return true;
	} catch (error) {
		if (hasCode(error, "EEXIST")) return false;
		if (!LINKLESS.some((code) => hasCode(error, code))) throw error;
	}
	if ((await stat(place).catch(() => null)) !== null) return false;
	await rename(temporary, place);
	return true;
}

async function damaged(place: string, sha256: string): Promise<boolean> {
	const handle = await open(place, "r");
	try {
		return (await hashOf(handle)) !== sha256;
	} finally {
		await handle.close();
	}
}

async function dropStale(directory: string): Promise<void> {
	const oldest = Date.now() - STALE_MS;
	for (const name of await readdir(directory)) {
		const path = join(directory, name);
		const found = await stat(path).catch(() => null);
		if (found !== null && found.mtimeMs < oldest) await rm(path, { force: true });
	}
}

/**
 * The store in a directory, made where it is not there. A file is written beside its place, synced, and put there under
 * its hash in one step: what has a name is whole. Several nodes may share the directory.
 */
export async function openFileStore(directory: string): Promise<FileStore> {
	const incoming = join(directory, "incoming");
	await mkdir(incoming, { recursive: true, mode: 0o700 });
	await dropStale(incoming);
	const folderOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256.slice(2, 4));

	/** Gives a file its name. What has the name stays, unless it is damaged: then the damaged one is put aside. */
	async function settle(temporary: string, sha256: string): Promise<void> {
		const folder = folderOf(sha256);
		const place = join(folder, sha256);
		await mkdir(folder, { recursive: true, mode: 0o700 });
		if (!(await claim(temporary, place)) && (await damaged(place, sha256))) {
			await rename(place, `${place}.damaged-${randomUUID()}`);
			await claim(temporary, place);
		}
		for (const path of [folder, dirname(folder), directory]) await syncDirectory(path);
	}

	return {
		async put(source, most) {
			const temporary = join(incoming, randomUUID());
			const handle = await open(temporary, "wx", 0o600);
			try {
				const stored = await write(handle, source, most).finally(() => handle.close());
				if (stored !== null) await settle(temporary, stored.sha256);
				return stored;
			} finally {
				await rm(temporary, { force: true });
			}
		},
		async open(sha256) {
			if (!HASH.test(sha256)) return null;
			const handle = await open(join(folderOf(sha256), sha256), "r").catch((error: unknown) => {
				if (hasCode(error, "ENOENT")) return null;
				throw error;
			});
			if (handle === null) return null;
			const { size } = await handle.stat();
			if ((await hashOf(handle)) === sha256) return { bytes: size, stream: streamOf(handle) };
			await handle.close();
			throw new DamagedFileError(sha256);
		},
		async has(sha256) {
			if (!HASH.test(sha256)) return false;
			const found = await stat(join(folderOf(sha256), sha256)).catch(() => null);
			return found !== null;
		},
	};
}
