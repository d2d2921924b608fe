const PREFIX = "zhenggai.unsaved.";

/** Keeps what the server has not confirmed yet over a reload of this tab. A browser that refuses storage forgets it. */
export function keepForReload(name: string, choices: unknown): void {
	try {
		sessionStorage.setItem(PREFIX + name, JSON.stringify(choices));
	} catch {
		// Private windows may refuse, and very many corrections may be too long: the last request has them too.
	}
}

/** Lets go of what was kept: the server has it. */
export function forgetKept(name: string): void {
	try {
		sessionStorage.removeItem(PREFIX + name);
	} catch {
		// Where nothing can be kept there is nothing to let go of.
	}
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether a kept value has everything that choices of this kind begin with: another program may have written it. */
const isLike = <C>(value: unknown, start: C): value is C =>
	isObject(value) && isObject(start) && Object.keys(start).every((key) => key in value);

/** What was kept under a name, once; null where nothing was. */
export function takeKept<C>(name: string, start: C): C | null {
	try {
		const text = sessionStorage.getItem(PREFIX + name);
		sessionStorage.removeItem(PREFIX + name);
		const value: unknown = text === null ? null : JSON.parse(text);
		return isLike(value, start) ? value : null;
	} catch {
		return null;
	}
}
