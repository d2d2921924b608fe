/** Issues of a first transaction. */
const FIRST = 250;
const [LEAST, MOST] = [100, 1000];

/** How long a transaction may take: so little that nobody's command, nor anybody who follows the journal, waits for it. */
const AIM_MS = 150;

/**
 * How many issues the next transaction takes: as many as were done in {@link AIM_MS} the last time, whether all of them
 * were written or none. Never more than twice as many as before.
 */
export class BatchSize {
	#next: number;

	constructor(first = FIRST) {
		this.#next = first;
	}

	get next(): number {
		return this.#next;
	}

	/** Tells how long a transaction of so many issues took, in milliseconds. */
	took(issues: number, ms: number): void {
		// The last few of a part say nothing of many.
		if (issues * 2 < this.#next) return;
		const fitting = Math.round((issues * AIM_MS) / Math.max(ms, 1));
		this.#next = Math.min(Math.max(fitting, LEAST), MOST, this.#next * 2);
	}
}
