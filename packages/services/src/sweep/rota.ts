import { setTimeout as delay } from "node:timers/promises";
import { type CitySwept, LaneEnded } from "./lanes.ts";

/** Sweeps one city's part, by whatever lane. */
export type SweepOne = (city: number) => Promise<CitySwept>;

/** After so many lanes that ended at it a part is left to another night: what ends threads is kept out of the node's own. */
const TRIES = 2;
/** Where a lane ended its connection may hold the part for a moment: so often, and so long, is waited for that. */
const [LOOKS, LOOK_MS] = [50, 100];

/**
 * The parts of the country that are left, and what was done in those that are not: any number of lanes take the next one
 * from it until none is left. A part whose lane ended is given to another. One that cannot be swept is told at the end,
 * after all others.
 */
export class Rota {
	readonly #left: number[];
	readonly #tries = new Map<number, number>();
	readonly #troubles: unknown[] = [];
	readonly #done = { days: 0, evaluated: 0, changed: 0, failed: 0 };
	#missed = false;

	constructor(cities: readonly number[]) {
		this.#left = [...cities];
	}

	/** How many parts nobody has taken. */
	get left(): number {
		return this.#left.length;
	}

	/** What was done. Throws the first trouble there was. */
	get summary() {
		if (this.#troubles.length > 0) throw this.#troubles[0];
		return { ...this.#done, complete: !this.#missed && this.#left.length === 0 };
	}

	/** Takes one part after the other. A part that was stopped is left to whoever comes next. Rejects where the lane ended. */
	async work(sweep: SweepOne, signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const city = this.#left.shift();
			if (city === undefined) return;
			await this.#take(city, sweep, signal);
		}
	}

	async #take(city: number, sweep: SweepOne, signal: AbortSignal): Promise<void> {
		const tries = this.#tries.get(city) ?? 0;
		try {
			let swept = this.#add(await sweep(city));
			for (let look = 0; tries > 0 && swept.kind === "busy" && look < LOOKS && !signal.aborted; look++) {
				await delay(LOOK_MS);
				swept = this.#add(await sweep(city));
			}
			if (swept.kind === "busy") this.#missed = true;
			if (swept.kind === "stopped") this.#left.push(city);
		} catch (thrown) {
			if (!(thrown instanceof LaneEnded)) {
				this.#troubles.push(thrown);
				return;
			}
			this.#tries.set(city, tries + 1);
			if (tries + 1 < TRIES) this.#left.push(city);
			else this.#troubles.push(thrown);
			throw thrown;
		}
	}

	#add(swept: CitySwept): CitySwept {
		this.#done.days += swept.days;
		this.#done.evaluated += swept.evaluated;
		this.#done.changed += swept.changed;
		this.#done.failed += swept.failed;
		return swept;
	}
}
