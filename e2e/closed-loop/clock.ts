/** Ten in the morning in Asia/Shanghai, in UTC. */
const MORNING_MS = 2 * 3_600_000;

/** A clock that stands still until the story moves it: each look is a second after the last, each day begins anew. */
export class StoryClock {
	#day: string;
	#looks = 0;

	constructor(day: string) {
		this.#day = day;
	}

	/** The day on which the story is, in Asia/Shanghai. */
	get today(): string {
		return this.#day;
	}

	/** Goes on to a later day. */
	moveTo(day: string): void {
		if (day <= this.#day) throw new Error(`${day} is not after ${this.#day}`);
		this.#day = day;
		this.#looks = 0;
	}

	/** What the server asks. */
	readonly now = (): Date => {
		this.#looks += 1;
		return new Date(Date.parse(this.#day) + MORNING_MS + this.#looks * 1000);
	};
}
