/** A small map that forgets: each entry a while after it was set, and the oldest when there are too many. */
export class ShortCache<T> {
	readonly #entries = new Map<string, { value: T; until: number }>();
	readonly #ttlMs: number;
	readonly #most: number;
	readonly #clock: () => number;

	constructor(ttlMs: number, most: number, clock: () => number = () => Date.now()) {
		this.#ttlMs = ttlMs;
		this.#most = most;
		this.#clock = clock;
	}

	get(key: string): T | null {
		const entry = this.#entries.get(key);
		if (entry === undefined || entry.until <= this.#clock()) return null;
		return entry.value;
	}

	/** Keeps an entry from now. One that is kept still keeps its end: being used does not make it younger. */
	set(key: string, value: T): void {
		if (this.get(key) !== null) return;
		this.#entries.delete(key);
		this.#entries.set(key, { value, until: this.#clock() + this.#ttlMs });
		const [oldest] = this.#entries.keys();
		if (this.#entries.size > this.#most && oldest !== undefined) this.#entries.delete(oldest);
	}

	clear(): void {
		this.#entries.clear();
	}
}
