import type { Mark, MarkStyle } from "./marks.ts";
import { findMarks } from "./marks.ts";
import { type Passage, part } from "./view.ts";

/** One item of an enumeration, its text still with its place. */
export interface Item {
	/** The number as printed, with its brackets; null for an unnumbered paragraph. */
	number: string | null;
	passage: Passage;
}

export interface Items {
	leadIn: Passage | null;
	items: Item[];
}

/** Styles that writers mix within one rank (1. beside 1、). */
const FAMILY: Readonly<Partial<Record<MarkStyle, string>>> = {
	arDot: "ar",
	arDun: "ar",
	arDotted: "ar",
	arParen: "ap",
	arWrapped: "ap",
	cnParen: "cp",
	cnWrapped: "cp",
};
const familyOf = (style: MarkStyle): string => FAMILY[style] ?? style;

/** The marks of one family that count 1, 2, 3 … from `from`; a later mark may stand without a boundary if it counts on. */
function chain(marks: readonly Mark[], first: Mark): Mark[] {
	const family = familyOf(first.style);
	const out = [first];
	let expected = first.value + 1;
	for (const mark of marks) {
		if (mark.start <= first.start || familyOf(mark.style) !== family) continue;
		if (mark.value === expected) {
			out.push(mark);
			expected++;
		} else if (
			mark.value === expected + 1 &&
			mark.lineStart &&
			!marks.some((m) => m.start > mark.start && m.value === expected && familyOf(m.style) === family)
		) {
			out.push(mark);
			expected = mark.value + 1;
		}
	}
	return out;
}

const LIST_STYLES: ReadonlySet<MarkStyle> = new Set([
	"cnDun",
	"cnParen",
	"arDot",
	"arDun",
	"arParen",
	"arHalf",
	"circled",
	"arDotted",
	"arWrapped",
	"cnWrapped",
	"cnIs",
	"ordinal",
	"measure",
]);

/** The first mark of the top rank: the earliest that is numbered 1 and counts on, or stands at the very beginning. */
function topMark(marks: readonly Mark[], norm: string): Mark[] | null {
	for (const mark of marks) {
		if (!LIST_STYLES.has(mark.style) || mark.value !== 1 || !(mark.boundary || mark.start === 0)) continue;
		const members = chain(marks, mark);
		const opens = norm.slice(0, mark.start).trim().length === 0;
		if (
			members.length >= 2 ||
			(opens && mark.style !== "cnIs") ||
			(mark.lineStart && mark.style !== "cnIs" && mark.style !== "ordinal")
		)
			return members;
	}
	return null;
}

/**
 * The items of the top rank of an enumeration, nested ones inside their parent, and the sentence that leads into
 * them. Marks may stand on one line or several, in any style. A text without marks is one item without a number.
 */
export function splitItems(passage: Passage): Items {
	const marks = findMarks(passage.norm);
	const members = topMark(marks, passage.norm);
	if (!members) return { leadIn: null, items: [{ number: null, passage }] };
	const items: Item[] = [];
	for (const [i, mark] of members.entries()) {
		const text = part(passage, mark.end, members[i + 1]?.start ?? passage.text.length);
		if (text) items.push({ number: passage.text.slice(mark.start, mark.end).trim(), passage: text });
	}
	if (items.length === 0) return { leadIn: null, items: [{ number: null, passage }] };
	return { leadIn: part(passage, 0, members[0]?.start ?? 0), items };
}
