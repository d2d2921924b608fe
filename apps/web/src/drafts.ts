const PREFIX = "zhenggai.draft.";

/** Keeps what is being written under `key` until the tab is closed: a reload or a closed window loses nothing. */
export function keepDraft(key: string, draft: unknown): void {
	try {
		sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
	} catch {
		// A browser that refuses storage keeps the draft only while its form is open.
	}
}

/** What was kept under `key`, as `read` accepts it; null where there is nothing of use. */
export function keptDraft<T>(key: string, read: (value: unknown) => T | null): T | null {
	try {
		const text = sessionStorage.getItem(PREFIX + key);
		return text === null ? null : read(JSON.parse(text));
	} catch {
		return null;
	}
}

/** Forgets the draft: it has been saved, or thrown away. */
export function dropDraft(key: string): void {
	try {
		sessionStorage.removeItem(PREFIX + key);
	} catch {
		// Nothing was kept.
	}
}

/** Forgets every draft: whoever signs in next is not to read what somebody else wrote. */
export function dropDrafts(): void {
	try {
		for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
	} catch {
		// Nothing was kept.
	}
}
