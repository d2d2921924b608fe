import type { IsoDate } from "@zhenggai/domain/kernel";

/** How the sweep of a city's part through a day came out, all its missing days together. */
export type CitySwept = {
	/** `swept`: through the day. `busy`: somebody else is at it. `stopped`: by the signal, to be gone on with. */
	readonly kind: "swept" | "busy" | "stopped";
	/** Days that were finished. */
	readonly days: number;
	readonly evaluated: number;
	readonly changed: number;
	readonly failed: number;
};

/**
 * Somebody who sweeps one part after the other: what a node of its own would do, with connections of its own. Stops
 * between batches when the signal that opened it aborts. Rejects where a part could not be swept, and with
 * {@link LaneEnded} where the lane itself is gone: what it had not committed is undone by then, or soon.
 */
export type SweepLane = {
	sweep(city: number, through: IsoDate): Promise<CitySwept>;
	close(): Promise<void>;
};

/** Where lanes beside the node's own thread come from. */
export type SweepLanes = {
	/** How many are worth their while on this machine. */
	readonly count: number;
	open(signal: AbortSignal): Promise<SweepLane>;
};

/** A lane ended before its answer: nobody knows how far it came, and whoever goes on finds out from the ledger. */
export class LaneEnded extends Error {
	override readonly name = "LaneEnded";
}
