import type { Token } from "../tables/assign.ts";

const OPENS =
	/^(?:(?:19|20)\d{0,2}(?:年|$)|(?:19|20)\d{2}年|立行|立改|即知|立说|边督|长期|持续|到(?:19|20)|"?十[一二三四五六])/;
const DATE_GOES_ON = /(?:年|月|(?:19|20)\d{0,2}|至|到|-)$/;
const MOST = 6;

/**
 * Joins the pieces of a deadline that a narrow column has broken over lines (2022 / 年12 / 月底; 立行 / 立改, / 长期 / 坚持).
 * A whole number that stands behind a complete deadline is the number of the next row and is left alone.
 */
export function mendDeadlines(tokens: readonly Token[], isDeadline: (norm: string) => boolean): Token[] {
	const out: Token[] = [];
	for (let i = 0; i < tokens.length; ) {
		const first = tokens[i];
		if (!first) break;
		const length = OPENS.test(first.norm) && first.norm.length <= 14 ? spanAt(tokens, i, isDeadline) : 1;
		const last = tokens[i + length - 1];
		const norm = tokens
			.slice(i, i + length)
			.map((token) => token.norm)
			.join("");
		out.push(length > 1 && last ? { ...first, norm, end: last.end } : first);
		i += length;
	}
	return out;
}

/** How many tokens from one on make a deadline together: the longest run that reads as one. */
function spanAt(tokens: readonly Token[], at: number, isDeadline: (norm: string) => boolean): number {
	let joined = tokens[at]?.norm ?? "";
	let best = 1;
	for (let length = 2; length <= MOST; length++) {
		const next = tokens[at + length - 1];
		if (!next || next.gap || next.norm.length > 10) break;
		if (/^\d+$/.test(next.norm) && !DATE_GOES_ON.test(joined)) break;
		joined += next.norm;
		if (isDeadline(joined)) best = length;
	}
	return best;
}
