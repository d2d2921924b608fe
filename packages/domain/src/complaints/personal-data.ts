/** What stands in place of something that could name or reach a person. */
export const MASK = "〔已隐去〕";

/** A mobile number by itself: no longer run of digits, no amount. */
const MOBILE = /(?<![\dA-Za-z.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d|\.\d|\s*[万亿元吨])/g;
/** Eighteen digits that can be an identity number; the last one is checked. */
const IDENTITY =
	/(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** Whether the last character of eighteen is the check digit of the others (GB 11643). */
function isIdentityNumber(text: string): boolean {
	const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
	return CHECKS[sum % 11] === text.toUpperCase()[17];
}

/** A text as it is searched, and where each of its characters comes from. */
type Folded = {
	readonly plain: string;
	/** For each place of `plain`: where what it comes from begins in the text itself, and where it ends. */
	readonly from: readonly number[];
	readonly to: readonly number[];
};

/** Full-width digits and letters as plain ones, character by character, so that each place can be found again. */
function folded(text: string): Folded {
	const from: number[] = [];
	const to: number[] = [];
	let plain = "";
	let at = 0;
	for (const character of text) {
		const fold = character.normalize("NFKC");
		for (let unit = 0; unit < fold.length; unit++) {
			from.push(at);
			to.push(at + character.length);
		}
		plain += fold;
		at += character.length;
	}
	return { plain, from, to };
}

type Found = { readonly at: number; readonly length: number };

const placesOf = (plain: string, pattern: RegExp, counts: (found: string) => boolean): Found[] =>
	[...plain.matchAll(pattern)].flatMap(({ 0: found, index: at }) =>
		counts(found) ? [{ at, length: found.length }] : [],
	);

const mobilesIn = (plain: string): Found[] => placesOf(plain, MOBILE, () => true);
const identitiesIn = (plain: string): Found[] => placesOf(plain, IDENTITY, isIdentityNumber);

export type PersonalData = { readonly mobiles: number; readonly identities: number };

/** How many mobile numbers and identity numbers a text holds. */
export function personalDataIn(text: string): PersonalData {
	const { plain } = folded(text);
	return { mobiles: mobilesIn(plain).length, identities: identitiesIn(plain).length };
}

/** A text with a mask in the places that were found; every other character stays as it was written. */
function masked(text: string, places: (plain: string) => readonly Found[]): string {
	const { plain, from, to } = folded(text);
	let clean = "";
	let kept = 0;
	for (const { at, length } of places(plain)) {
		clean += `${text.slice(kept, from[at])}${MASK}`;
		kept = to[at + length - 1] ?? text.length;
	}
	return clean + text.slice(kept);
}

/**
 * A text without mobile and identity numbers (CMP-08): what the ledger keeps. Everything but them comes back as it was
 * written, in full width or half; masking twice changes nothing more.
 */
export const withoutPersonalData = (text: string): string => masked(masked(text, identitiesIn), mobilesIn);
