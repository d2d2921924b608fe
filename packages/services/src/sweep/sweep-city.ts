import { addDays, type IsoDate } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { sweptThrough } from "@zhenggai/storage/sweep";
import type { SweepContext } from "./context.ts";
import type { CitySwept } from "./lanes.ts";
import { type RegionOptions, sweepRegionDay } from "./sweep-region.ts";

/** Sweeps every day of one city's part that is missing, in order, through a day; a part that was never swept that day alone. */
export const sweepCity =
	(context: SweepContext) =>
	async (city: number, through: IsoDate, options: RegionOptions): Promise<CitySwept> => {
		const did = { days: 0, evaluated: 0, changed: 0, failed: 0 };
		const last = await sweptThrough(readerOf(context.database), city);
		for (let day = last === null ? through : addDays(last, 1); day <= through; day = addDays(day, 1)) {
			const { kind, evaluated, changed, failed } = await sweepRegionDay(context, city, day, options);
			did.evaluated += evaluated;
			did.changed += changed;
			did.failed += failed;
			if (kind === "finished") did.days += 1;
			if (kind === "busy" || kind === "stopped") return { kind, ...did };
		}
		return { kind: "swept", ...did };
	};
