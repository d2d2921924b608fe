import { similarity } from "../kernel/similarity.ts";

/** Texts at least this much alike are taken for two wordings of one thing when their numbers agree (`D`). */
export const ALIKE_WITH_NUMBER = 0.5;
/** The same when nothing but the text speaks for it (`D`). */
const ALIKE = 0.6;
/** How many of a text's rarest character pairs are looked up, and how many hits are compared in full. */
const PROBES = 48;
const CANDIDATES = 6;

/** Something with a number and a wording that another edition may tell again. */
export type Matchable = { readonly numbers: readonly string[]; readonly texts: readonly string[] };

/** Where an item of the document stands on the ledger, and what spoke for it. */
export type Match = {
	readonly at: number | null;
	readonly by: "number" | "text" | null;
	readonly score: number;
};

const DASH = /[-‐-―－~～]/gu;
const DECORATION = /[\s\p{P}第项号条]+/gu;

/** A printed number as numbers are compared: `第12项`, `（12）` and `１２` are one; `38-2` keeps its dash. */
export const normalNumber = (number: string): string =>
	number.normalize("NFKC").replace(DASH, "|").replace(DECORATION, "");

const likeness = (one: Matchable, other: Matchable): number => {
	let best = 0;
	for (const text of one.texts) {
		for (const known of other.texts) best = Math.max(best, similarity(text, known));
	}
	return best;
};

const NOISE = /[\s\p{P}\p{S}]+/gu;

function pairsOf(item: Matchable): Set<string> {
	const pairs = new Set<string>();
	for (const text of item.texts) {
		const plain = text.normalize("NFKC").replace(NOISE, "");
		for (let at = 1; at < plain.length; at++) pairs.add(plain.slice(at - 1, at + 1));
	}
	return pairs;
}

/** For each pair of neighbouring characters the items that have it. */
function holdersOf(items: readonly Matchable[], free: ReadonlySet<number>): Map<string, number[]> {
	const holders = new Map<string, number[]>();
	for (const at of free) {
		const item = items[at];
		if (item === undefined) continue;
		for (const pair of pairsOf(item)) {
			const held = holders.get(pair);
			if (held === undefined) holders.set(pair, [at]);
			else held.push(at);
		}
	}
	return holders;
}

/** The items that share the most of a text's rarest pairs. */
function candidates(item: Matchable, holders: ReadonlyMap<string, readonly number[]>): number[] {
	const postings = [...pairsOf(item)]
		.flatMap((pair) => {
			const held = holders.get(pair);
			return held === undefined ? [] : [held];
		})
		.sort((a, b) => a.length - b.length)
		.slice(0, PROBES);
	const shared = new Map<number, number>();
	for (const held of postings) {
		for (const at of held) shared.set(at, (shared.get(at) ?? 0) + 1);
	}
	return [...shared]
		.sort(([a, x], [b, y]) => y - x || a - b)
		.slice(0, CANDIDATES)
		.map(([at]) => at);
}

type Pairing = { readonly item: number; readonly at: number; readonly score: number };

/** Pairs of an item and a ledger entry with the same number. */
function numberPairings(document: readonly Matchable[], ledger: readonly Matchable[]): Pairing[] {
	const byNumber = new Map<string, number[]>();
	for (const [at, entry] of ledger.entries()) {
		for (const number of new Set(entry.numbers.map(normalNumber))) {
			if (number === "") continue;
			byNumber.set(number, [...(byNumber.get(number) ?? []), at]);
		}
	}
	return document.flatMap((item, index) => {
		const found = new Set(item.numbers.flatMap((number) => byNumber.get(normalNumber(number)) ?? []));
		return [...found].flatMap((at) => {
			const entry = ledger[at];
			return entry === undefined ? [] : [{ item: index, at, score: likeness(item, entry) }];
		});
	});
}

/**
 * Finds each item of a document among the entries of the ledger, at most one for one: by number where the wordings
 * agree, then by wording alone (a renumbered edition), then by number alone (a rewritten finding: its number is its
 * identity, DATA-01). The answer has one match per item, in order.
 */
export function matchItems(document: readonly Matchable[], ledger: readonly Matchable[]): Match[] {
	const matches = document.map((): Match => ({ at: null, by: null, score: 0 }));
	const openItems = new Set(document.keys());
	const free = new Set(ledger.keys());
	const take = (pairings: readonly Pairing[], by: "number" | "text", atLeast: number): void => {
		const best = [...pairings].sort((a, b) => b.score - a.score || a.item - b.item || a.at - b.at);
		for (const { item, at, score } of best) {
			if (score < atLeast || !openItems.has(item) || !free.has(at)) continue;
			matches[item] = { at, by, score };
			openItems.delete(item);
			free.delete(at);
		}
	};
	const sameNumber = numberPairings(document, ledger);
	take(sameNumber, "number", ALIKE_WITH_NUMBER);
	if (openItems.size > 0 && free.size > 0)
		take(textPairings(document, ledger, openItems, free), "text", ALIKE);
	take(sameNumber, "number", 0);
	return matches;
}

function textPairings(
	document: readonly Matchable[],
	ledger: readonly Matchable[],
	openItems: ReadonlySet<number>,
	free: ReadonlySet<number>,
): Pairing[] {
	const holders = holdersOf(ledger, free);
	return [...openItems].flatMap((index) => {
		const item = document[index];
		if (item === undefined) return [];
		return candidates(item, holders).flatMap((at) => {
			const entry = ledger[at];
			return entry === undefined ? [] : [{ item: index, at, score: likeness(item, entry) }];
		});
	});
}
