const PREFIX = "zhenggai.draft.";
/** A draft that nobody came back to is of no use to anybody after this. */
const LASTING_DAYS = 30;
const DAY_MS = 86_400_000;

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

/** Keeps `json` under `key` on this device, beyond the tab and the session, with the moment of writing. */
export function keepLastingDraft(key: string, json: string): void {
	try {
		localStorage.setItem(PREFIX + key, `${new Date().toISOString()} ${json}`);
	} catch {
		// A browser that refuses storage keeps the draft only while its form is open.
	}
}

/** What was kept under `key` on this device and when, as `read` accepts it; null where there is nothing of use. */
export function keptLastingDraft<T>(
	key: string,
	read: (value: unknown) => T | null,
): { readonly at: string; readonly draft: T } | null {
	try {
		const text = localStorage.getItem(PREFIX + key);
		if (text === null) return null;
		const end = text.indexOf(" ");
		const at = text.slice(0, end);
		if (!(Date.now() - Date.parse(at) < LASTING_DAYS * DAY_MS)) {
			dropLastingDraft(key);
			return null;
		}
		const draft = read(JSON.parse(text.slice(end + 1)));
		return draft === null ? null : { at, draft };
	} catch {
		return null;
	}
}

/** Forgets a draft of this device. */
export function dropLastingDraft(key: string): void {
	try {
		localStorage.removeItem(PREFIX + key);
	} catch {
		// Nothing was kept.
	}
}

/** Forgets every draft, of the tab and of the device: whoever signs in next is not to read what somebody else wrote. */
export function dropDrafts(): void {
	for (const storageOf of [() => sessionStorage, () => localStorage]) {
		try {
			const storage = storageOf();
			for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
		} catch {
			// Nothing was kept.
		}
	}
}
