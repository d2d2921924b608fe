/** Edit distance in which a swap of neighbours counts once: the usual slips of typing. */
function distance(from: string, to: string): number {
	const a = [...from];
	const b = [...to];
	let before: number[] = [];
	let last = b.map((_, index) => index + 1);
	last.unshift(0);
	for (const [i, left] of a.entries()) {
		const row = [i + 1];
		for (const [j, right] of b.entries()) {
			const change = (last[j] ?? 0) + (left === right ? 0 : 1);
			const swapped =
				i > 0 && j > 0 && left === b[j - 1] && a[i - 1] === right ? (before[j - 1] ?? change) + 1 : change;
			row.push(Math.min(change, swapped, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

/** The name that was probably meant; null where none is near. */
export function nearest(typed: string, names: readonly string[]): string | null {
	const ranked = names
		.map((name) => ({ name, far: distance(typed.toLowerCase(), name.toLowerCase()) }))
		.toSorted((a, b) => a.far - b.far);
	const [best] = ranked;
	if (best === undefined) return null;
	const allowed = Math.max(1, Math.floor([...typed].length / 3));
	if (best.far <= allowed) return best.name;
	return names.find((name) => typed.length >= 3 && name.startsWith(typed)) ?? null;
}
