import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DamagedFileError, type FileStore, openFileStore } from "./store.ts";

let directory = "";
let store: FileStore;
beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "zg-files-"));
	store = await openFileStore(directory);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function* chunks(...parts: readonly string[]) {
	for (const part of parts) yield new TextEncoder().encode(part);
}
const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const placeOf = (hash: string) => join(directory, hash.slice(0, 2), hash.slice(2, 4), hash);
const textOf = async (hash: string) => {
	const opened = await store.open(hash);
	return opened === null ? null : new Response(opened.stream).text();
};

test("a stream is kept by the hash of its bytes and read back", async () => {
	const stored = await store.put(chunks("整改前", "照片"), 1000);
	expect(stored).toMatchObject({ sha256: sha("整改前照片"), bytes: 15 });
	expect(new TextDecoder().decode(stored?.head)).toBe("整改前照片");
	expect(await readFile(placeOf(sha("整改前照片")), "utf8")).toBe("整改前照片");
	expect(await textOf(sha("整改前照片"))).toBe("整改前照片");
	expect(await store.has(sha("整改前照片"))).toBe(true);
});

test("the same bytes are kept once, and writers at once do not harm each other", async () => {
	const all = await Promise.all(Array.from({ length: 8 }, () => store.put(chunks("同一份", "文件"), 1000)));
	expect(new Set(all.map((one) => one?.sha256)).size).toBe(1);
	expect(await textOf(sha("同一份文件"))).toBe("同一份文件");
	expect(await readdir(join(directory, "incoming"))).toEqual([]);
});

test("too long a stream and one that breaks off leave nothing behind", async () => {
	expect(await store.put(chunks("0123456789", "x"), 10)).toBeNull();
	expect(await store.put(chunks("0123456789"), 10)).not.toBeNull();
	async function* broken() {
		yield new TextEncoder().encode("一半");
		throw new Error("the connection is gone");
	}
	await expect(store.put(broken(), 1000)).rejects.toThrow("the connection is gone");
	expect(await store.has(sha("一半"))).toBe(false);
	expect(await readdir(join(directory, "incoming"))).toEqual([]);
});

test("damage is noticed before a byte is given out, and a sound copy takes its place beside it", async () => {
	const hash = sha("原件");
	await store.put(chunks("原件"), 1000);
	await rm(placeOf(hash));
	await writeFile(placeOf(hash), "被改动");
	await expect(store.open(hash)).rejects.toThrow(DamagedFileError);
	await store.put(chunks("原件"), 1000);
	expect(await textOf(hash)).toBe("原件");
	const aside = (await readdir(join(placeOf(hash), ".."))).find((name) => name.includes(".damaged-")) ?? "";
	expect(await readFile(join(placeOf(hash), "..", aside), "utf8")).toBe("被改动");
});

test("nothing but a hash is a name", async () => {
	expect(await store.open("../incoming")).toBeNull();
	expect(await store.has(`${"a".repeat(63)}/`)).toBe(false);
	expect(await store.open("0".repeat(64))).toBeNull();
});

test("a reader that goes away lets go of the file", async () => {
	await store.put(chunks("大".repeat(400_000)), 10_000_000);
	const opened = await store.open(sha("大".repeat(400_000)));
	const reader = opened?.stream.getReader();
	expect((await reader?.read())?.value?.byteLength).toBe(256 * 1024);
	await reader?.cancel();
	expect(await textOf(sha("大".repeat(400_000)))).toHaveLength(400_000);
});

test("what a killed writer left is dropped at the next start, a day later", async () => {
	const [old, fresh] = [join(directory, "incoming", "old"), join(directory, "incoming", "fresh")];
	await writeFile(old, "x");
	await writeFile(fresh, "x");
	const yesterday = (Date.now() - 25 * 3_600_000) / 1000;
	await utimes(old, yesterday, yesterday);
	await openFileStore(directory);
	expect(await readdir(join(directory, "incoming"))).toEqual(["fresh"]);
});
