/** So many within so long. */
export type Rate = { readonly most: number; readonly windowMs: number };

/** How many keys are kept: a flood from many addresses makes no flood of memory. */
const MOST_KEYS = 10_000;

/** Lets a key through so often within a time, counted in this process; a second node counts for itself. */
export class RateLimit {
	readonly #rate: Rate;
	readonly #uses = new Map<string, number[]>();

	constructor(rate: Rate) {
		this.#rate = rate;
	}

	/** Counts a use at a moment (milliseconds), and says whether it is one too many: that one is not counted. */
	exceeded(key: string, now: number): boolean {
		const recent = (this.#uses.get(key) ?? []).filter((at) => at > now - this.#rate.windowMs);
		if (recent.length >= this.#rate.most) {
			this.#uses.set(key, recent);
			return true;
		}
		// Put at the end, so that the first keys are those that came least lately.
		this.#uses.delete(key);
		this.#uses.set(key, [...recent, now]);
		if (this.#uses.size > MOST_KEYS) {
			const [oldest] = this.#uses.keys();
			if (oldest !== undefined) this.#uses.delete(oldest);
		}
		return false;
	}
}
