/** Lead and trail bytes of 一 to 十 in GBK. */
const NUMERALS: readonly (readonly [string, number, number])[] = [
	["一", 0xd2, 0xbb],
	["二", 0xb6, 0xfe],
	["三", 0xc8, 0xfd],
	["四", 0xcb, 0xc4],
	["五", 0xce, 0xe5],
	["六", 0xc1, 0xf9],
	["七", 0xc6, 0xdf],
	["八", 0xb0, 0xcb],
	["九", 0xbe, 0xc5],
	["十", 0xca, 0xae],
];

const decoder = new TextDecoder("gb18030");
const char = (lead: number, trail: number): string => decoder.decode(Uint8Array.of(lead, trail));

/** How （一） looks when a lost byte shifts the pairs of GBK by one: 。ㄒ唬┓ (the last character is any of the A9 row). */
const SHIFTED = NUMERALS.map(([numeral, lead, trail]) => ({
	numeral,
	shown: char(0xa8, lead) + char(trail, 0xa3),
}));

/**
 * Writes the bracketed numbers of byte-shifted text (`?。ㄒ唬┓`) as numbers, for matching. Each character stays one
 * character, so offsets keep their meaning; the characters around the number are lost and are not restored.
 */
export function mendNumbers(norm: string): string {
	if (!/[ㄅ-ㄩǎ-ǜ\u2550-\u2573]/.test(norm)) return norm;
	let out = norm;
	for (const { numeral, shown } of SHIFTED) {
		if (shown.length !== 2) continue;
		let at = out.indexOf(shown);
		while (at > 0) {
			const around = out.charAt(at - 1) === "。" && /[\u2500-\u2573]/.test(out.charAt(at + 2));
			if (around) out = `${out.slice(0, at - 1)}(${numeral}) ${out.slice(at + 3)}`;
			at = out.indexOf(shown, at + 2);
		}
	}
	return out;
}
