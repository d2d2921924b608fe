import type { BenchResult } from "./result.ts";

/** One benchmark: its name (for `--only`) and how it is measured. `note` prints progress to stderr. */
export type BenchCase = {
	name: string;
	run(note: (line: string) => void): Promise<BenchResult[]>;
};

/** Milliseconds that `work` takes, the best of `times` runs after one that warms up. */
export async function bestOf(times: number, work: () => Promise<unknown>): Promise<number> {
	await work();
	let best = Number.POSITIVE_INFINITY;
	for (let run = 0; run < times; run++) {
		const start = performance.now();
		await work();
		best = Math.min(best, performance.now() - start);
	}
	return best;
}
