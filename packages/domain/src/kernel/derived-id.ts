/** Four hashes of 32 bits each that mix every character with what came before (FNV-1a with a final avalanche). */
function hash(text: string, seed: number): number {
	let value = (2_166_136_261 ^ seed) >>> 0;
	for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
	value = Math.imul(value ^ (value >>> 16), 2_246_822_507);
	value = Math.imul(value ^ (value >>> 13), 3_266_489_909);
	return (value ^ (value >>> 16)) >>> 0;
}

const SEEDS = [0x9e3779b9, 0x7f4a7c15, 0x85ebca6b, 0xc2b2ae35] as const;

/**
 * The id of something that follows from what is there already, such as a doubt that a rule raises: a UUID of version 8
 * made of a text. The same text gives the same id, so that replaying and repeating give no second one. It tells things
 * of one stream apart; it is no protection against somebody who looks for two texts with one id.
 */
export function derivedUuid(text: string): string {
	const hex = SEEDS.map((seed) => hash(text, seed).toString(16).padStart(8, "0")).join("");
	const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20),
	].join("-");
}
