const PREFIX = "zhenggai.";

/** What the browser remembers under `key`; null where it remembers nothing or storage is closed to us. */
export function recall(key: string): string | null {
	try {
		return localStorage.getItem(PREFIX + key);
	} catch {
		return null;
	}
}

/** Remembers `value` for the next visit. A browser that refuses storage simply forgets. */
export function remember(key: string, value: string): void {
	try {
		localStorage.setItem(PREFIX + key, value);
	} catch {
		// Private windows may refuse: the choice then lasts for this visit only.
	}
}

/** The remembered JSON under `key` as `read` accepts it, else `fallback`: old or damaged data is dropped. */
export function recallJson<T>(key: string, read: (value: unknown) => T | null, fallback: T): T {
	const text = recall(key);
	if (text === null) return fallback;
	try {
		return read(JSON.parse(text)) ?? fallback;
	} catch {
		return fallback;
	}
}
