import { addDays, type IsoDate } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { sweptCities, sweptThrough } from "@zhenggai/storage/sweep";
import type { SweepContext } from "./context.ts";
import { BATCH, type RegionOptions, sweepRegionDay } from "./sweep-region.ts";

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
	/** Issues of one transaction; 250 when not given. */
	readonly batch?: number;
};

/** Parts that are swept at the same time: while the database writes one, the other is evaluated. */
const LANES = 2;

type Tally = { days: number; evaluated: number; changed: number; failed: number; complete: boolean };

/** Sweeps every day of one part that is missing, in order, through a day. */
async function catchUp(
	context: SweepContext,
	city: number,
	through: IsoDate,
	options: RegionOptions,
	tally: Tally,
): Promise<void> {
	const last = await sweptThrough(readerOf(context.database), city);
	for (let day = last === null ? through : addDays(last, 1); day <= through; day = addDays(day, 1)) {
		const { kind, evaluated, changed, failed } = await sweepRegionDay(context, city, day, options);
		tally.evaluated += evaluated;
		tally.changed += changed;
		tally.failed += failed;
		if (kind === "finished") tally.days += 1;
		if (kind === "busy" || kind === "stopped") {
			tally.complete = false;
			return;
		}
	}
}

const isWithin = (city: number, prefix: string): boolean => {
	const digits = String(city).padStart(4, "0");
	return digits.startsWith(prefix.slice(0, 4));
};

/**
 * The nightly sweep (夜间巡检) through a day: for every part of the country all days that are missing, in order, each
 * exactly once, however many nodes sweep and however often they are killed. A part that was never swept begins with the
 * day itself. Issues are judged on the day that is swept, with what is known when it is swept. Nothing but what the
 * ledger does by itself is done: cycles, lights, notices, silent filings; nothing is ever issued.
 */
export const sweepDay =
	(context: SweepContext) =>
	async (day: IsoDate, { signal, prefix = "", batch }: SweepOptions = {}): Promise<SweepSummary> => {
		const options = { signal: signal ?? new AbortController().signal, batch: batch ?? BATCH };
		const cities = (await sweptCities(readerOf(context.database))).filter((city) => isWithin(city, prefix));
		const tally: Tally = { days: 0, evaluated: 0, changed: 0, failed: 0, complete: true };
		const left = [...cities];
		const lane = async () => {
			for (let city = left.shift(); city !== undefined; city = left.shift()) {
				await catchUp(context, city, day, options, tally);
			}
		};
		await Promise.all(Array.from({ length: LANES }, lane));
		return tally;
	};
