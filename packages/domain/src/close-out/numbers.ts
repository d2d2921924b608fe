const DIGITS: Readonly<Record<string, number>> = {
	〇: 0,
	零: 0,
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
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

/** 十七 as 17 and 一百零三 as 103; null for what is no numeral below a thousand. */
function chineseValue(text: string): number | null {
	let total = 0;
	let digit: number | null = null;
	for (const character of text) {
		const unit = UNITS[character];
		const value = DIGITS[character];
		if (unit !== undefined) {
			total += (digit ?? 1) * unit;
			digit = null;
		} else if (value !== undefined) {
			digit = digit === null ? value : digit * 10 + value;
		} else return null;
	}
	return text === "" ? null : total + (digit ?? 0);
}

const DASH = /[-‐-―－~～]/gu;
const DECORATION = /[\s\p{P}第项号条序编]+/gu;

/**
 * A printed number as numbers of lists are compared: `第十二项`, `（12）` and `１２` are one. A number of a measure keeps
 * its parts: `12-02` is `12|2`.
 */
export const comparableNumber = (number: string): string =>
	number
		.normalize("NFKC")
		.replace(DASH, "|")
		.split("|")
		.map((part) => part.replace(DECORATION, ""))
		.filter((part) => part !== "")
		.map((part) => (/^\d+$/.test(part) ? String(Number(part)) : String(chineseValue(part) ?? part)))
		.join("|");
