/** Something with the place of its parent in the same list, null for none. */
export type Placed<T> = { readonly value: T; readonly parent: number | null };

export type Ordered<T> =
	| { readonly ok: true; readonly list: readonly Placed<T>[] }
	/** Those that stand above each other, or below such. */
	| { readonly ok: false; readonly circle: readonly T[] };

/** The list with every parent before its children, otherwise in its own order; parents are places in the new list. */
export function parentsFirst<T>(list: readonly Placed<T>[]): Ordered<T> {
	const newPlace = new Map<number, number>();
	const ordered: Placed<T>[] = [];
	let left = list.map((_, index) => index);
	while (left.length > 0) {
		const ready = left.filter((index) => {
			const parent = list[index]?.parent ?? null;
			return parent === null || newPlace.has(parent);
		});
		if (ready.length === 0)
			return {
				ok: false,
				circle: left.flatMap((index) => list.slice(index, index + 1).map(({ value }) => value)),
			};
		for (const index of ready) {
			const one = list[index];
			if (one === undefined) continue;
			newPlace.set(index, ordered.length);
			ordered.push({
				value: one.value,
				parent: one.parent === null ? null : (newPlace.get(one.parent) ?? null),
			});
		}
		left = left.filter((index) => !newPlace.has(index));
	}
	return { ok: true, list: ordered };
}
