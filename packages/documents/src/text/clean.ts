/** A line as it is read: what was taken out of it, and where each remaining character stood. */
export interface CleanLine {
	text: string;
	/** Offset in the raw line of each character of `text`; null when nothing was taken out. */
	at: readonly number[] | null;
	damaged: boolean;
}

/** Each pattern is dropped from a line before it is read; group-less, linear. */
const DROPPED: readonly { pattern: RegExp; damage: boolean }[] = [
	// Pinyin that copy protection writes behind a character: 環(huán)境. Its tone mark tells it from 苯并(a)芘.
	{
		pattern: /(?<=[\u4e00-\u9fff])[(（][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,5}[)）]/g,
		damage: true,
	},
	// A printed page number, alone or inside a sentence.
	{ pattern: /(?<=^\s*)[-—–]{1,2}\s?\d{1,3}\s?[-—–]{1,2}(?=\s*$)/g, damage: false },
	{ pattern: /(?<=[\u4e00-\u9fff])[-—–]\s?\d{1,3}\s?[-—–](?=[\u4e00-\u9fff])/g, damage: false },
	{ pattern: /(?<=[。；;，,：:、）)”"])[-—–]\s?\d{1,3}\s?[-—–](?=[\d\u4e00-\u9fff（(])/g, damage: false },
	{ pattern: /(?<=^\s*)第\s?\d{1,3}\s?页\s?[,，/]?\s?(?:共\s?\d{1,3}\s?页)?(?=\s*$)/g, damage: false },
	// Continuation notes of newspapers.
	{ pattern: /[(（]?(?:上接|下转)第?\s?\d{1,3}\s?版[)）]?/g, damage: false },
	{
		pattern: /[^\P{Cc}\t]|\p{Cf}|\ufffd/gu,
		damage: false,
	},
	{ pattern: /(?<=[,，])[,，]+/g, damage: true },
	{ pattern: /\[email protected\]/g, damage: true },
];

/** Emphasis and heading marks of Markdown; elsewhere asterisks stand for redacted words. */
const MARKDOWN = { pattern: /\*\*|__|^\s{0,3}#{1,6}\s/g, damage: false };

const DAMAGE = /[?？]{2,}|\ufffd|。[ㄅ-ㄩǎ-ǜ]./;

const BLANK: CleanLine = { text: "", at: null, damaged: false };

/** Cleans one line: takes out what is not part of the text, keeping the place of every character that stays. */
export function cleanLine(raw: string, markdown = false): CleanLine {
	if (raw === "") return BLANK;
	const holes: [number, number][] = [];
	let damaged = DAMAGE.test(raw);
	for (const { pattern, damage } of markdown ? [...DROPPED, MARKDOWN] : DROPPED) {
		for (const match of raw.matchAll(pattern)) {
			holes.push([match.index, match.index + match[0].length]);
			damaged ||= damage;
		}
	}
	if (holes.length === 0) return { text: raw, at: null, damaged };
	holes.sort((a, b) => a[0] - b[0]);
	const chars: string[] = [];
	const at: number[] = [];
	let hole = 0;
	for (let i = 0; i < raw.length; i++) {
		while ((holes[hole]?.[1] ?? Number.POSITIVE_INFINITY) <= i) hole++;
		if (i >= (holes[hole]?.[0] ?? Number.POSITIVE_INFINITY)) continue;
		chars.push(raw.charAt(i));
		at.push(i);
	}
	return { text: chars.join(""), at, damaged };
}
