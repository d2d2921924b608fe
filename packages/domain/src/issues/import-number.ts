const DIGITS = "〇一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A Chinese or Arabic whole number, `十七` → 17; null for anything else. */
export function numeral(text: string): number | null {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	let total = 0;
	let digit: number | null = null;
	for (const character of text.replaceAll("零", "〇").replaceAll("两", "二")) {
		const unit = UNITS[character];
		const value = DIGITS.indexOf(character);
		if (unit !== undefined) {
			total += (digit ?? 1) * unit;
			digit = null;
		} else if (value >= 0) digit = value === 0 ? null : value;
		else return null;
	}
	return text === "" ? null : total + (digit ?? 0);
}

const HAN = "[〇零一二三四五六七八九十百]{1,6}";
/** 十七、 · 17. · （十七） · 第十七项 · 38-2、 at the beginning; `2.5公里` is none. */
const NUMBERED = new RegExp(
	`^\\s*(?:第(${HAN}|\\d{1,4})[项条个]?(?:问题)?[、.．:：\\s]*|[（(](${HAN}|\\d{1,4})[）)][、.．]?|(${HAN}|\\d{1,4}(?:[-－]\\d{1,3})?)(?:[、．]|\\.(?!\\d)))\\s*`,
	"u",
);

/** The number that a text begins with, as printed and as an integer, and what follows it. */
export function printedNumber(text: string): { number: string | null; seq: number | null; rest: string } {
	const match = NUMBERED.exec(text);
	const number = match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
	if (match === null || number === null) return { number: null, seq: null, rest: text.trim() };
	return { number, seq: numeral(number), rest: text.slice(match[0].length).trim() };
}
