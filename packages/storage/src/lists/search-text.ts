/**
 * Text search without a dictionary: Chinese is cut into overlapping pairs of characters, everything else into
 * words, and both go into one inverted index. Nothing here touches the database.
 */

/** Beyond this an issue's text is no longer searchable; about twenty pages. Keeps the index entry below 1 MB. */
export const SEARCHABLE_CHARACTERS = 40_000;

const HAN = "\\p{Script=Han}々〇";
const SPACE_BESIDE_HAN = new RegExp(`(?<=[${HAN}]) | (?=[${HAN}])`, "gu");
const OUTER_MARKS = /^[^\p{L}\p{N}〇]+|[^\p{L}\p{N}〇]+$/gu;
const HAN_CHARACTER = new RegExp(`^[${HAN}]`, "u");
const WORD_CHARACTER = /^[\p{L}\p{N}]/u;

/**
 * The form in which texts are compared: full width and half width, upper and lower case are the same, and white
 * space that a document's layout put between Chinese characters is gone.
 */
export const foldText = (text: string): string =>
	text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\p{Cc}\s]+/gu, " ")
		.replace(SPACE_BESIDE_HAN, "")
		.trim();

/** The searchable text of an issue: its parts folded, one a line, so that no word reaches over two parts. */
export const foldParts = (parts: readonly string[]): string =>
	parts.map(foldText).filter(Boolean).join("\n").slice(0, SEARCHABLE_CHARACTERS);

/** What a character is to the cutter: a Chinese one, one of a word, or something between words. */
type Sort = "han" | "word" | "none";

/** Every character of a text is sorted: the common ones by their number, the others by what Unicode says. */
function sortOf(text: string, at: number): Sort {
	const code = text.charCodeAt(at);
	if (code >= 0x4e00 && code <= 0x9fff) return "han";
	if (code < 0x80) {
		return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) ? "word" : "none";
	}
	if (code >= 0x3001 && code <= 0x3003) return "none";
	const character = String.fromCodePoint(text.codePointAt(at) ?? code);
	if (HAN_CHARACTER.test(character)) return "han";
	return WORD_CHARACTER.test(character) ? "word" : "none";
}

/** How many code units the character at a place has. */
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

type Run = { readonly sort: "han" | "word"; readonly text: string };

/** The stretches of a folded text that are of one sort; what is between words is left out. */
function runsOf(folded: string): Run[] {
	const runs: Run[] = [];
	let start = 0;
	let current: Sort = "none";
	const close = (end: number) => {
		if (current !== "none") runs.push({ sort: current, text: folded.slice(start, end) });
	};
	for (let at = 0; at < folded.length; at += widthAt(folded, at)) {
		const sort = sortOf(folded, at);
		if (sort === current) continue;
		close(at);
		current = sort;
		start = at;
	}
	close(folded.length);
	return runs;
}

/** The longest word of letters and digits that is kept whole. */
const WORD_LENGTH = 60;

/**
 * The index words of a folded text, each once: all pairs of neighbouring Chinese characters, the last character
 * of each Chinese run (so that a search by one character finds every place), and words of letters and digits.
 */
export function indexWords(folded: string): string[] {
	const words = new Set<string>();
	for (const { sort, text } of runsOf(folded)) {
		if (sort === "word") {
			words.add(text.slice(0, WORD_LENGTH));
			continue;
		}
		for (let at = 0; at < text.length; ) {
			const next = at + widthAt(text, at);
			words.add(text.slice(at, next < text.length ? next + widthAt(text, next) : next));
			at = next;
		}
	}
	return [...words];
}

/** One condition on the index: a word, or the beginning of one. */
export type WordMatch = { readonly word: string; readonly prefix: boolean };

/** A search as the index takes it. */
export type TextSearch = {
	/** All must hold. */
	readonly matches: readonly WordMatch[];
	/** Folded terms that must stand in the text as they are, where the words alone would also let others through. */
	readonly exact: readonly string[];
	/** Of each group not all may hold: the words of a term with `!` in front. */
	readonly absent: readonly (readonly WordMatch[])[];
};

function matchesOfTerm(runs: readonly Run[]): WordMatch[] {
	return runs.flatMap(({ sort, text }, at): WordMatch[] => {
		if (sort === "word") return [{ word: text.slice(0, WORD_LENGTH), prefix: at === runs.length - 1 }];
		const characters = [...text];
		if (characters.length === 1) return [{ word: text, prefix: true }];
		return characters
			.slice(1)
			.map((next, before) => ({ word: `${characters[before]}${next}`, prefix: false }));
	});
}

/**
 * What a person's words ask of the index: terms are separated by white space and all must occur. One Chinese
 * character is found wherever it stands; letters and digits from the beginning of a word. Null when there is
 * nothing to look for (punctuation alone). A term with `!` in front must not occur (for a term of several words:
 * not all of its words).
 */
export function parseSearch(text: string): TextSearch | null {
	const terms = text.normalize("NFKC").toLowerCase().split(/\s+/u).filter(Boolean);
	const matches = new Map<string, WordMatch>();
	const exact: string[] = [];
	const absent: WordMatch[][] = [];
	for (const term of terms) {
		const found = matchesOfTerm(runsOf(term));
		if (term.startsWith("!")) {
			if (found.length > 0) absent.push(found);
			continue;
		}
		for (const match of found) matches.set(`${match.word}${match.prefix ? "*" : ""}`, match);
		// One word says it all; of several the text itself has to say that they stand together.
		if (found.length > 1) exact.push(term.replace(OUTER_MARKS, ""));
	}
	if (matches.size === 0 && absent.length === 0) return null;
	return { matches: [...matches.values()], exact, absent };
}

const quoteLexeme = (word: string): string => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

const allOf = (matches: readonly WordMatch[]): string[] =>
	matches.map(({ word, prefix }) => quoteLexeme(word) + (prefix ? ":*" : ""));

/** The `tsquery` text of conditions that must all hold, and of groups that must not. */
export const tsqueryOf = (
	matches: readonly WordMatch[],
	absent: readonly (readonly WordMatch[])[] = [],
): string => [...allOf(matches), ...absent.map((group) => `!(${allOf(group).join(" & ")})`)].join(" & ");
