const NOISE = /[\s\p{P}\p{S}]+/gu;

/** Text without white space, punctuation and signs, in one width: what is compared. */
const essence = (text: string): string => text.normalize("NFKC").replace(NOISE, "");

/** How often each pair of neighbouring characters stands in a text. */
function pairsOf(text: string): Map<number, number> {
	const pairs = new Map<number, number>();
	for (let at = 1; at < text.length; at++) {
		const pair = text.charCodeAt(at - 1) * 65_536 + text.charCodeAt(at);
		pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	}
	return pairs;
}

/** Twice the number of pairs that two texts share. */
function sharedPairs(a: string, b: string): number {
	const pairs = pairsOf(a);
	let shared = 0;
	for (const [pair, count] of pairsOf(b)) shared += Math.min(count, pairs.get(pair) ?? 0);
	return 2 * shared;
}

/**
 * How alike two texts are, from 0 to 1: the Dice coefficient of their pairs of neighbouring characters (each counted
 * as often as it stands there), without regard to white space, punctuation and character width. Chinese has no word
 * breaks, so pairs of characters stand for words. Texts too short for a pair are alike only when they are equal.
 */
export function similarity(a: string, b: string): number {
	const [one, other] = [essence(a), essence(b)];
	if (one === other) return 1;
	if (one.length < 2 || other.length < 2) return 0;
	return sharedPairs(one, other) / (one.length + other.length - 2);
}

/** Whether `similarity(a, b)` is above `threshold`, without comparing texts whose lengths already rule it out. */
export function isMoreSimilar(a: string, b: string, threshold: number): boolean {
	const [one, other] = [essence(a), essence(b)];
	if (one === other) return threshold < 1;
	const total = one.length + other.length - 2;
	const atMost = 2 * (Math.min(one.length, other.length) - 1);
	if (one.length < 2 || other.length < 2 || atMost <= threshold * total) return false;
	return sharedPairs(one, other) > threshold * total;
}

/** Of this many pairs at least, a quotation says something (`D`): shorter texts stand in any long one by chance. */
const QUOTED_PAIRS = 8;
/** A text of whose pairs this share stands in another one is quoted from it (`D`). */
const QUOTED = 0.85;

/**
 * How alike two wordings of one thing are, from 0 to 1: {@link similarity}, and for a wording that is cut out of the
 * other nearly word by word (a notice quotes the main sentence of a long finding) nine tenths of the share that it has
 * in common with it.
 */
export function wordingLikeness(a: string, b: string): number {
	const [one, other] = [essence(a), essence(b)];
	const exact = similarity(one, other);
	const shorter = Math.min(one.length, other.length) - 1;
	if (exact === 1 || shorter < QUOTED_PAIRS) return exact;
	const quoted = sharedPairs(one, other) / (2 * shorter);
	return quoted < QUOTED ? exact : Math.max(exact, quoted * 0.9);
}
