import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Instant, IsoDate } from "@zhenggai/domain/kernel";
import { type CitySwept, LaneEnded, type SweepLane, type SweepLanes } from "@zhenggai/services/sweep";
import type { StorageLog } from "@zhenggai/storage";
import type { FromLane, LaneStart, ToLane } from "./messages.ts";

/** More threads than that keep the database busier than its people like. */
const MOST = 4;
/** A lane that has not started, or not stopped, by then is ended: what it has not committed is undone. */
const [START_MS, STOP_MS] = [30_000, 10_000];
/** Issues live as long as their batch: room for two batches keeps them from being moved about. */
const MEMORY = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 512 } as const;

export type LaneOptions = LaneStart & {
	/** The ledger's clock. */
	readonly now: () => Instant;
	readonly log: StorageLog;
	/** How many at a time: one a processor, four at most, when not given. */
	readonly count?: number;
	/** The thread's program. */
	readonly program?: URL;
};

type Waiting = PromiseWithResolvers<CitySwept>;

/** One thread and what it was asked. */
class Lane implements SweepLane {
	readonly #worker: Worker;
	readonly #options: LaneOptions;
	readonly #ready = Promise.withResolvers<void>();
	readonly #exited = Promise.withResolvers<void>();
	#asked: Waiting | null = null;
	#gone = false;
	#why = new LaneEnded("it ended by itself");

	constructor(options: LaneOptions) {
		this.#options = options;
		const { url, version, log, program = new URL("./lane-thread.ts", import.meta.url) } = options;
		const workerData: LaneStart = { url, version };
		this.#worker = new Worker(program, { workerData, resourceLimits: MEMORY, name: "sweep" });
		this.#worker.on("message", (message: FromLane) => this.#hear(message));
		this.#worker.on("error", (thrown) => {
			this.#why = new LaneEnded(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
			log("error", "A thread of the sweep failed", { why: this.#why.message });
		});
		this.#worker.on("exit", () => this.#end());
		// Who waits is told; nobody need be waiting.
		this.#ready.promise.catch(() => undefined);
	}

	/** Resolves when it can be asked. Rejects with LaneEnded. */
	async opened(): Promise<void> {
		const timer = setTimeout(() => void this.#worker.terminate(), START_MS);
		try {
			await this.#ready.promise;
		} finally {
			clearTimeout(timer);
		}
	}

	#hear(message: FromLane): void {
		if (message.type === "ready") this.#ready.resolve();
		if (message.type === "log") this.#options.log(...message.entry);
		if (message.type === "swept") this.#answer()?.resolve(message.swept);
		if (message.type === "failed") this.#answer()?.reject(message.error);
	}

	#answer(): Waiting | null {
		const asked = this.#asked;
		this.#asked = null;
		return asked;
	}

	#end(): void {
		this.#gone = true;
		this.#ready.reject(this.#why);
		this.#answer()?.reject(this.#why);
		this.#exited.resolve();
	}

	#tell(message: ToLane): void {
		this.#worker.postMessage(message);
	}

	/** Asks for one part; the next only after the answer. */
	sweep(city: number, through: IsoDate): Promise<CitySwept> {
		if (this.#gone) return Promise.reject(this.#why);
		const asked = Promise.withResolvers<CitySwept>();
		this.#asked = asked;
		const ahead = Date.parse(this.#options.now()) - Date.now();
		this.#tell({ type: "sweep", city, through, ahead });
		return asked.promise;
	}

	/** Tells it to stop between two batches. */
	stop(): void {
		this.#tell({ type: "stop" });
		setTimeout(() => void this.#worker.terminate(), STOP_MS).unref();
	}

	async close(): Promise<void> {
		this.stop();
		await this.#exited.promise;
	}
}

/**
 * Lanes of the sweep, each a thread with connections of its own: to the ledger it is one more node. There are none while
 * nobody sweeps. One that fails or is out of memory ends by itself, and the server goes on.
 */
export const sweepLanes = (options: LaneOptions): SweepLanes => ({
	count: options.count ?? Math.min(availableParallelism(), MOST),
	open: async (signal) => {
		const lane = new Lane(options);
		const stop = () => lane.stop();
		signal.addEventListener("abort", stop, { once: true });
		await lane.opened();
		return {
			sweep: (city, through) => lane.sweep(city, through),
			close: async () => {
				signal.removeEventListener("abort", stop);
				await lane.close();
			},
		};
	},
});
