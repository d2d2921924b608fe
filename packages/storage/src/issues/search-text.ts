/**
 * Text search without a dictionary: Chinese is cut into overlapping pairs of characters, everything else into
 * words, and both go into one inverted index. Nothing here touches the database.
 */

/** Beyond this an issue's text is no longer searchable; about twenty pages. Keeps the index entry below 1 MB. */
export const SEARCHABLE_CHARACTERS = 40_000;

const HAN = "\\p{Script=Han}々〇";
const SPACE_BESIDE_HAN = new RegExp(`(?<=[${HAN}]) | (?=[${HAN}])`, "gu");
const RUN = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
const OUTER_MARKS = /^[^\p{L}\p{N}〇]+|[^\p{L}\p{N}〇]+$/gu;
const HAN_RUN = new RegExp(`^[${HAN}]`, "u");

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

const runsOf = (folded: string): string[] => folded.match(RUN) ?? [];

/**
 * The index words of a folded text, each once: all pairs of neighbouring Chinese characters, the last character
 * of each Chinese run (so that a search by one character finds every place), and words of letters and digits.
 */
export function indexWords(folded: string): string[] {
	const words = new Set<string>();
	for (const run of runsOf(folded)) {
		if (!HAN_RUN.test(run)) {
			words.add(run.slice(0, 60));
			continue;
		}
		const characters = [...run];
		characters.forEach((character, at) => {
			words.add(character + (characters[at + 1] ?? ""));
		});
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
};

function matchesOfTerm(runs: readonly string[]): WordMatch[] {
	return runs.flatMap((run, at): WordMatch[] => {
		if (!HAN_RUN.test(run)) return [{ word: run.slice(0, 60), prefix: at === runs.length - 1 }];
		const characters = [...run];
		if (characters.length === 1) return [{ word: run, prefix: true }];
		return characters
			.slice(1)
			.map((next, before) => ({ word: `${characters[before]}${next}`, prefix: false }));
	});
}

/**
 * What a person's words ask of the index: terms are separated by white space and all must occur. One Chinese
 * character is found wherever it stands; letters and digits from the beginning of a word. Null when there is
 * nothing to look for (punctuation alone).
 */
export function parseSearch(text: string): TextSearch | null {
	const terms = text.normalize("NFKC").toLowerCase().split(/\s+/u).filter(Boolean);
	const matches = new Map<string, WordMatch>();
	const exact: string[] = [];
	for (const term of terms) {
		const found = matchesOfTerm(runsOf(term));
		for (const match of found) matches.set(`${match.word}${match.prefix ? "*" : ""}`, match);
		if (found.length > 1) exact.push(term.replace(OUTER_MARKS, ""));
	}
	return matches.size === 0 ? null : { matches: [...matches.values()], exact };
}

const quoteLexeme = (word: string): string => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/** The `tsquery` text of conditions that must all hold. */
export const tsqueryOf = (matches: readonly WordMatch[]): string =>
	matches.map(({ word, prefix }) => quoteLexeme(word) + (prefix ? ":*" : "")).join(" & ");
