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

export type PersonalData = { readonly mobiles: number; readonly identities: number };

/** How many mobile numbers and identity numbers a text holds. */
export function personalDataIn(text: string): PersonalData {
	const plain = text.normalize("NFKC");
	const identities = [...plain.matchAll(IDENTITY)].filter(([found]) => isIdentityNumber(found)).length;
	return { mobiles: [...plain.matchAll(MOBILE)].length, identities };
}

/**
 * A text without mobile and identity numbers (CMP-08): what the ledger keeps. A text without any comes back as it is;
 * masking twice changes nothing more.
 */
export function withoutPersonalData(text: string): string {
	const { mobiles, identities } = personalDataIn(text);
	if (mobiles + identities === 0) return text;
	return text
		.normalize("NFKC")
		.replace(IDENTITY, (found) => (isIdentityNumber(found) ? MASK : found))
		.replace(MOBILE, MASK);
}
