export type Range = readonly [from: number, to: number];

type Matcher = (text: string, query: string) => Range | null;

/** Plain match, ignoring case: enough until the pinyin table is there. */
export const plainMatch: Matcher = (text, query) => {
	const at = text.toLowerCase().indexOf(query.toLowerCase());
	return at === -1 ? null : [at, at + query.length - 1];
};

/** A matcher that also knows pinyin and pinyin initials (`tz` finds 台账). Its table is loaded on first use. */
export async function loadPinyinMatch(): Promise<Matcher> {
	const { default: pinyin } = await import("pinyin-match");
	return (text, query) => {
		const plain = plainMatch(text, query);
		if (plain !== null) return plain;
		const found = pinyin.match(text, query);
		return Array.isArray(found) ? [found[0], found[1]] : null;
	};
}

/** The items whose label fits the query, best first: the earlier in the label, the better. */
export function rank<T extends { readonly label: string }>(
	items: readonly T[],
	query: string,
	match: Matcher,
): { item: T; range: Range | null }[] {
	if (query.trim() === "") return items.map((item) => ({ item, range: null }));
	return items
		.flatMap((item) => {
			const range = match(item.label, query.trim());
			return range === null ? [] : [{ item, range }];
		})
		.sort((a, b) => a.range[0] - b.range[0]);
}
