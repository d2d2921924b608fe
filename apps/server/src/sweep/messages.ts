import type { IsoDate } from "@zhenggai/domain/kernel";
import type { CitySwept } from "@zhenggai/services/sweep";
import type { StorageLog } from "@zhenggai/storage";

/** What a lane is started with. */
export type LaneStart = {
	/** The database's address; holds its password. */
	readonly url: string;
	readonly version: string;
};

/** What a lane is told. Both ends are this program: the types hold. */
export type ToLane =
	| {
			readonly type: "sweep";
			readonly city: number;
			readonly through: IsoDate;
			/** By how many milliseconds the ledger's clock is before the machine's. */
			readonly ahead: number;
	  }
	/** Stop between two batches, answer, and end. */
	| { readonly type: "stop" };

/** What a lane tells. */
export type FromLane =
	| { readonly type: "ready" }
	| { readonly type: "swept"; readonly swept: CitySwept }
	/** A part that could not be swept: the lane goes on with the next. */
	| { readonly type: "failed"; readonly error: Error }
	| { readonly type: "log"; readonly entry: Parameters<StorageLog> };
