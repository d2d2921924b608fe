/** A map that keeps what was used last. */
export class LruMap<K, V> {
	readonly #limit: number;
	readonly #entries = new Map<K, V>();

	constructor(limit: number) {
		this.#limit = limit;
	}

	get(key: K): V | undefined {
		const value = this.#entries.get(key);
		if (value !== undefined) {
			this.#entries.delete(key);
			this.#entries.set(key, value);
		}
		return value;
	}

	set(key: K, value: V): void {
		this.#entries.delete(key);
		this.#entries.set(key, value);
		const [oldest] = this.#entries.keys();
		if (this.#entries.size > this.#limit && oldest !== undefined) this.#entries.delete(oldest);
	}
}
