import type { Bilingual } from "../kernel/index.ts";

const MOST = 20_000;

/**
 * Keeps what was said once: a ledger of a million issues says the same few sentences over and over, with the same days
 * and names in them. `key` stands for everything that the sentence is made of.
 */
export function keptPhrases(): (key: string, make: () => Bilingual) => Bilingual {
	const kept = new Map<string, Bilingual>();
	return (key, make) => {
		let phrase = kept.get(key);
		if (phrase === undefined) {
			phrase = make();
			if (kept.size >= MOST) kept.clear();
			kept.set(key, phrase);
		}
		return phrase;
	};
}
