import type { IsoDate } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { sweptCities } from "@zhenggai/storage/sweep";
import type { SweepContext } from "./context.ts";
import type { SweepLanes } from "./lanes.ts";
import { Rota } from "./rota.ts";
import { sweepCity } from "./sweep-city.ts";

/** What was done in the parts of the country together. */
export type SweepSummary = {
	/** Days that were finished, each part's counted. */
	readonly days: number;
	readonly evaluated: number;
	readonly changed: number;
	readonly failed: number;
	/** Whether every part is swept through the day: false where another node is at one, or the sweep was stopped. */
	readonly complete: boolean;
};

export type SweepOptions = {
	readonly signal?: AbortSignal;
	/** Only what lies in this part of the country; all of it otherwise. */
	readonly prefix?: string;
	/** Issues of one transaction; as many as take a moment when not given. */
	readonly batch?: number;
	/** For how many milliseconds the node's own thread sweeps before lanes are opened; a second when not given. */
	readonly ownMs?: number;
};

/** Parts that the node's own thread sweeps at the same time: while the database writes one, the other is judged. */
const OWN_LANES = 2;

/** What the own thread has not done by then is worth the start of threads beside it. A usual night of most ledgers is over. */
const OWN_MS = 1_000;

const isWithin = (city: number, prefix: string): boolean => {
	const digits = String(city).padStart(4, "0");
	return digits.startsWith(prefix.slice(0, 4));
};

const several = (count: number, work: () => Promise<void>): Promise<unknown> =>
	Promise.all(Array.from({ length: count }, work));

/** Sweeps in the node's own thread, between what people ask of it. */
const inOwnThread = (
	context: SweepContext,
	rota: Rota,
	day: IsoDate,
	options: { readonly signal: AbortSignal; readonly batch: number | undefined },
): Promise<unknown> => {
	const sweep = sweepCity(context);
	return several(OWN_LANES, () => rota.work((city) => sweep(city, day, options), options.signal));
};

const why = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Sweeps in lanes beside the own thread, as long as any of them lives. */
async function inLanes(
	{ database }: SweepContext,
	lanes: SweepLanes,
	rota: Rota,
	day: IsoDate,
	signal: AbortSignal,
): Promise<void> {
	await several(Math.min(lanes.count, rota.left), async () => {
		try {
			const lane = await lanes.open(signal);
			await rota.work((city) => lane.sweep(city, day), signal).finally(() => lane.close());
		} catch (thrown) {
			database.log("error", "A lane of the sweep ended", { why: why(thrown) });
		}
	});
}

/**
 * The nightly sweep (夜间巡检) through a day: for every part of the country all days that are missing, in order, each
 * exactly once, however many nodes and lanes sweep and however often they are killed. A part that was never swept begins
 * with the day itself. Issues are judged on the day that is swept, with what is known when it is swept. Nothing but what
 * the ledger does by itself is done: cycles, lights, notices, silent filings; nothing is ever issued. Rejects where a part
 * could not be swept, after all others were.
 */
export const sweepDay =
	(context: SweepContext) =>
	async (
		day: IsoDate,
		{ signal = new AbortController().signal, prefix = "", batch, ownMs = OWN_MS }: SweepOptions = {},
	): Promise<SweepSummary> => {
		const cities = (await sweptCities(readerOf(context.database))).filter((city) => isWithin(city, prefix));
		const rota = new Rota(cities);
		const { sweepLanes: lanes } = context;
		if (lanes !== undefined) {
			const enough = AbortSignal.any([signal, ownMs > 0 ? AbortSignal.timeout(ownMs) : AbortSignal.abort()]);
			await inOwnThread(context, rota, day, { signal: enough, batch });
			if (rota.left > 0 && !signal.aborted) await inLanes(context, lanes, rota, day, signal);
		}
		// Without lanes, and for what those left that ended: it takes longer, and is done.
		await inOwnThread(context, rota, day, { signal, batch });
		return rota.summary;
	};
