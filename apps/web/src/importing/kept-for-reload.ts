const PREFIX = "zhenggai.unsaved.";

/** Keeps what the server has not confirmed yet over a reload of this tab. A browser that refuses storage forgets it. */
export function keepForReload(name: string, choices: object): void {
	try {
		sessionStorage.setItem(PREFIX + name, JSON.stringify(choices));
	} catch {
		// Private windows may refuse, and very many corrections may be too long: the last request has them too.
	}
}

/** Whether a kept value has everything that choices of this kind begin with: another program may have written it. */
const isLike = <C extends object>(value: unknown, start: C): value is C =>
	typeof value === "object" && value !== null && Object.keys(start).every((key) => key in value);

/** What was kept under a name, once; null where nothing was. */
export function takeKept<C extends object>(name: string, start: C): C | null {
	try {
		const text = sessionStorage.getItem(PREFIX + name);
		sessionStorage.removeItem(PREFIX + name);
		const value: unknown = text === null ? null : JSON.parse(text);
		return isLike(value, start) ? value : null;
	} catch {
		return null;
	}
}
