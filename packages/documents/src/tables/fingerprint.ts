import { fold } from "../text/fold.ts";

/** Header words as they are compared: half width, simplified, lower case, without spaces and punctuation. */
export const bareWords = (words: string): string =>
	fold(words)
		.toLowerCase()
		.replace(/[\s\p{P}\p{S}]+/gu, "");

/** FNV-1a over UTF-16 units from a seed, 32 bits. */
function fnv(text: string, seed: number): number {
	let hash = seed;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}

const SEEDS = [0x811c9dc5, 0x9747b28c] as const;

/**
 * The fingerprint of a header: 16 hexadecimal digits that depend on the bare words of its columns in their order, and
 * on nothing else. Blank columns and the number of rows do not count. Null where no column has words. Two headers
 * with one fingerprint are told apart by their words when a mapping is applied.
 */
export function fingerprintOf(words: readonly string[]): string | null {
	const bare = words.map(bareWords).filter((word) => word !== "");
	if (bare.length === 0) return null;
	const text = bare.join("\n");
	return SEEDS.map((seed) => fnv(text, seed).toString(16).padStart(8, "0")).join("");
}
