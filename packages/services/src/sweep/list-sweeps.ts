import { placeResource } from "@zhenggai/domain/access";
import { type Actor, RegionCode } from "@zhenggai/domain/kernel";
import type { SweepRow } from "@zhenggai/domain/supervision";
import { readerOf } from "@zhenggai/storage";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { listSweepRecords } from "@zhenggai/storage/sweep";
import { authorise, ownPrefix } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";

const regionOf = (city: number): RegionCode => RegionCode.parse(`${String(city).padStart(4, "0")}00`);

/** How the nightly sweep stands in each city's part of the actor's region. Throws where it is none of its business. */
export const listSweeps =
	(context: Pick<ServiceContext, "database">) =>
	async (actor: Actor): Promise<SweepRow[]> => {
		authorise(actor, "viewSweep", placeResource("region" in actor ? actor.region : null));
		const reader = readerOf(context.database);
		const records = await listSweepRecords(reader, ownPrefix(actor));
		const codes = records.map(({ city }) => regionOf(city));
		const names = new Map((await findRegions(reader, codes)).map(({ code, name }) => [code, name]));
		return records.map(({ city, sweptThrough, underWay, last, failures }) => ({
			region: regionOf(city),
			regionName: names.get(regionOf(city)) ?? regionOf(city),
			...{ sweptThrough, underWay },
			last: last && { ...last, seconds: (Date.parse(last.finishedAt) - Date.parse(last.startedAt)) / 1000 },
			failures: [...failures],
		}));
	};
