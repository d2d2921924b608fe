/** Whether two JSON values are the same, whatever the order of their keys. A key without a value is no key. */
export function sameJson(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (Array.isArray(a) && Array.isArray(b)) {
		return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
	}
	if (!isRecord(a) || !isRecord(b)) return false;
	const keys = new Set([...definedKeys(a), ...definedKeys(b)]);
	return [...keys].every((key) => sameJson(a[key], b[key]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const definedKeys = (value: Record<string, unknown>): string[] =>
	Object.keys(value).filter((key) => value[key] !== undefined);

/** The items without those of `gone`, one for one and the last first: of two alike, one stays. */
export function withoutEach<T>(items: readonly T[], gone: readonly T[]): T[] {
	const left = [...items];
	for (const one of gone) {
		const at = left.findLastIndex((item) => sameJson(item, one));
		if (at >= 0) left.splice(at, 1);
	}
	return left;
}

/** The fields of `changes` that differ from `current`, each with what it was and what it becomes. */
export function differing<T extends object>(
	current: T,
	changes: Partial<T>,
	keys: readonly (keyof T)[],
): { from: Partial<T>; to: Partial<T> } | null {
	const changed = keys.filter((key) => changes[key] !== undefined && !sameJson(current[key], changes[key]));
	if (changed.length === 0) return null;
	const pick = (source: Partial<T>): Partial<T> => {
		const picked: Partial<T> = {};
		// A field that was left out stays left out: JSON could not keep it otherwise.
		for (const key of changed) if (source[key] !== undefined) picked[key] = source[key];
		return picked;
	};
	return { from: pick(current), to: pick(changes) };
}
