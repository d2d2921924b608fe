import { Inflate } from "fflate";
import { warning } from "../warnings.ts";
import type { Limits } from "./limits.ts";
import { Refused } from "./model.ts";

interface Entry {
	name: string;
	method: number;
	packed: number;
	unpacked: number;
	offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

const unreadable = (words: string) => new Refused(warning("unreadableFile", { words }));

/** The entries that the central directory lists. Nothing is unpacked. */
function listEntries(bytes: Uint8Array, limits: Limits): Entry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== END) end--;
	if (end < 0 || view.getUint32(end, true) !== END) throw unreadable("zip");
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	if (count > limits.entries || count === 0xffff)
		throw new Refused(warning("tooLarge", { words: `zip: ${count}` }));
	const entries: Entry[] = [];
	for (let i = 0; i < count; i++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw unreadable("zip");
		const nameLength = view.getUint16(at + 28, true);
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			unpacked: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true),
		});
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

/** Unpacks one entry and stops as soon as more than `room` bytes come out, whatever the directory claimed. */
function unpack(bytes: Uint8Array, entry: Entry, room: number): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL)
		throw unreadable("zip");
	const start =
		entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
	const packed = bytes.subarray(start, Math.min(bytes.length, start + entry.packed));
	if (entry.method === 0) return packed;
	if (entry.method !== 8) throw unreadable("zip");
	const chunks: Uint8Array[] = [];
	let size = 0;
	const inflate = new Inflate((chunk) => {
		size += chunk.length;
		if (size > room) throw new Refused(warning("tooLarge", { words: "zip" }));
		chunks.push(chunk);
	});
	try {
		for (let at = 0; at < packed.length; at += 16_384) {
			inflate.push(packed.subarray(at, at + 16_384), at + 16_384 >= packed.length);
		}
	} catch (error) {
		if (error instanceof Refused) throw error;
		throw unreadable("zip");
	}
	const out = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		out.set(chunk, at);
		at += chunk.length;
	}
	return out;
}

/**
 * Unpacks the wanted entries of a zip archive. Sizes are checked twice: those that the directory claims before
 * anything is unpacked, and those that really come out. Throws {@link Refused} for bombs and broken archives.
 */
export function unzipWithin(
	bytes: Uint8Array,
	wanted: (name: string) => boolean,
	limits: Limits,
): Map<string, Uint8Array> {
	const entries = listEntries(bytes, limits).filter((entry) => wanted(entry.name));
	const claimed = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
	if (claimed > limits.unpackedBytes) throw new Refused(warning("tooLarge", { words: "zip" }));
	const files = new Map<string, Uint8Array>();
	let room = limits.unpackedBytes;
	for (const entry of entries) {
		if (files.has(entry.name)) continue;
		const data = unpack(bytes, entry, room);
		room -= data.length;
		files.set(entry.name, data);
	}
	return files;
}

/** The names in an archive, for telling what kind of file it is. */
export const zipNames = (bytes: Uint8Array, limits: Limits): string[] =>
	listEntries(bytes, limits).map((entry) => entry.name);
