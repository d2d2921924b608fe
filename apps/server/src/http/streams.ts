import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/** How often a stream's owner is looked at again. */
const RECHECK_MS = 30_000;

/** What keeps a stream's right to go on. */
export type StreamOwner = {
	/** Epoch milliseconds after which it is over; null without an end. */
	readonly endsAt: number | null;
	/** Whether the credentials it was opened with still hold. */
	readonly holds: () => Promise<boolean>;
};

/**
 * The open event streams. Ending one closes its connection without a closing event, so that its client comes back:
 * to the next server after a stop, or to be told that its session or key is over.
 */
export class OpenStreams {
	readonly #open = new Set<ServerResponse>();
	readonly #recheckMs: number;

	constructor(recheckMs = RECHECK_MS) {
		this.#recheckMs = recheckMs;
	}

	get size(): number {
		return this.#open.size;
	}

	/** Watches over a stream until it closes. */
	add(response: ServerResponse, owner: StreamOwner): void {
		this.#open.add(response);
		const over = new AbortController();
		response.once("close", () => {
			this.#open.delete(response);
			over.abort();
		});
		void this.#watch(response, owner, over.signal);
	}

	async #watch(response: ServerResponse, owner: StreamOwner, over: AbortSignal): Promise<void> {
		while (!over.aborted) {
			const left = owner.endsAt === null ? this.#recheckMs : owner.endsAt - Date.now();
			await delay(Math.max(0, Math.min(left, this.#recheckMs)), undefined, {
				signal: over,
				ref: false,
			}).catch(() => undefined);
			if (over.aborted) return;
			const ended = owner.endsAt !== null && owner.endsAt <= Date.now();
			// A database that cannot be asked just now is no reason to cut everybody off.
			if (ended || !(await owner.holds().catch(() => true))) response.destroy();
		}
	}

	/** Ends all of them. */
	end(): void {
		for (const response of this.#open) response.destroy();
	}
}
