/** How many failures within a time, and how long to wait after them. */
export type Limit = { readonly failures: number; readonly windowMs: number };

/** 等保: five wrong tries and an account waits a quarter of an hour. */
export const ACCOUNT_LIMIT: Limit = { failures: 5, windowMs: 15 * 60_000 };

/** An address stands for a whole office behind one router, so it may fail more often. */
export const ADDRESS_LIMIT: Limit = { failures: 30, windowMs: 15 * 60_000 };

type Tally = { failures: number; since: number };

/** Counts failures by key in this process; a success forgets them. A second node counts for itself. */
export class FailureLimiter {
	readonly #tallies = new Map<string, Tally>();
	readonly #limit: Limit;
	readonly #clock: () => number;

	constructor(limit: Limit, clock: () => number = () => Date.now()) {
		this.#limit = limit;
		this.#clock = clock;
	}

	/** Seconds to wait before another try; 0 when one may try. */
	waitSeconds(key: string): number {
		const tally = this.#current(key);
		if (tally === undefined || tally.failures < this.#limit.failures) return 0;
		return Math.ceil((tally.since + this.#limit.windowMs - this.#clock()) / 1000);
	}

	fail(key: string): void {
		const tally = this.#current(key);
		if (tally === undefined) {
			this.#tallies.set(key, { failures: 1, since: this.#clock() });
			this.#sweep();
			return;
		}
		tally.failures += 1;
		// The wait counts from the try that used up the last one.
		if (tally.failures === this.#limit.failures) tally.since = this.#clock();
	}

	succeed(key: string): void {
		this.#tallies.delete(key);
	}

	#current(key: string): Tally | undefined {
		const tally = this.#tallies.get(key);
		if (tally === undefined || this.#clock() - tally.since < this.#limit.windowMs) return tally;
		this.#tallies.delete(key);
		return undefined;
	}

	/** Keeps the map from growing with addresses that came once. */
	#sweep(): void {
		if (this.#tallies.size < 10_000) return;
		for (const key of [...this.#tallies.keys()]) this.#current(key);
		for (const key of this.#tallies.keys()) {
			if (this.#tallies.size < 10_000) return;
			this.#tallies.delete(key);
		}
	}
}
