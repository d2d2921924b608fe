/** Lets everybody who waits pass at once, again and again. */
export class Gate {
	#waiting = Promise.withResolvers<void>();

	/** Resolves at the next opening, or when the signal aborts. */
	next(signal?: AbortSignal): Promise<void> {
		const { promise } = this.#waiting;
		if (signal === undefined) return promise;
		if (signal.aborted) return Promise.resolve();
		const { promise: either, resolve } = Promise.withResolvers<void>();
		const pass = () => {
			signal.removeEventListener("abort", pass);
			resolve();
		};
		signal.addEventListener("abort", pass);
		void promise.then(pass);
		return either;
	}

	open(): void {
		const { resolve } = this.#waiting;
		this.#waiting = Promise.withResolvers<void>();
		resolve();
	}
}

/** Runs at most `limit` pieces of work at a time; the rest wait in order. */
export class Limiter {
	#free: number;
	readonly #queue: (() => void)[] = [];

	constructor(limit: number) {
		this.#free = limit;
	}

	async run<T>(work: () => Promise<T>): Promise<T> {
		if (this.#free > 0) this.#free -= 1;
		else await new Promise<void>((resolve) => this.#queue.push(resolve));
		try {
			return await work();
		} finally {
			const next = this.#queue.shift();
			if (next === undefined) this.#free += 1;
			else next();
		}
	}
}
