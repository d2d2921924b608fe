const DIGITS: Readonly<Record<string, number>> = {
	零: 0,
	〇: 0,
	一: 1,
	二: 2,
	两: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
};

/** The whole number that a Chinese or Arabic numeral writes (十七 → 17, 一百零三 → 103, 二〇一九 → 2019), or null. */
export function numeralValue(text: string): number | null {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	if (!/^[零〇一二两三四五六七八九十百千]{1,9}$/.test(text)) return null;
	if (!/[十百千]/.test(text)) {
		return Number([...text].map((character) => DIGITS[character] ?? 0).join(""));
	}
	let total = 0;
	let digit: number | null = null;
	for (const char of text) {
		const scale = char === "十" ? 10 : char === "百" ? 100 : char === "千" ? 1000 : 0;
		if (scale === 0) {
			digit = DIGITS[char] ?? 0;
			continue;
		}
		total += (digit ?? 1) * scale;
		digit = null;
	}
	return total + (digit ?? 0);
}
