const patterns = new WeakMap<readonly string[], RegExp>();

/** One pattern for a list of phrases: every measure of every issue is searched for all of them. */
export function patternOf(phrases: readonly string[]): RegExp {
	let pattern = patterns.get(phrases);
	if (pattern === undefined) {
		pattern = new RegExp(phrases.map((phrase) => RegExp.escape(phrase)).join("|") || "(?!)", "u");
		patterns.set(phrases, pattern);
	}
	return pattern;
}

/** Where a clause ends: a word in front of it says nothing of what comes after. */
const BREAK = /[，,。；;！!？?\n]/u;
/** As far as a negation reaches: 严禁“一律关停”“先停再说”等简单粗暴做法. */
const REACH = 20;

/**
 * The first of these phrases that a text says in earnest; null where it says none, or only that it must not be done
 * (`negations`, such as 严禁 or 不得, in front of it in the same clause).
 */
export function saidPhrase(
	text: string,
	phrases: readonly string[],
	negations: readonly string[],
): string | null {
	if (!patternOf(phrases).test(text)) return null;
	for (const phrase of phrases) {
		for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
			const clause =
				text
					.slice(Math.max(0, at - REACH), at)
					.split(BREAK)
					.at(-1) ?? "";
			if (!negations.some((word) => clause.includes(word))) return phrase;
		}
	}
	return null;
}
