import type { Actor, Region, RegionCode } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { listRegions as readRegions } from "@zhenggai/storage/responsibilities";
import { authorise, provincePrefix } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { prefixWithin } from "./list-units.ts";

/** The named places of the actor's province, or of a part of it, by code. */
export const listRegions =
	(context: ServiceContext) =>
	async (actor: Actor, within?: RegionCode): Promise<Region[]> => {
		authorise(actor, "viewUnit");
		const prefix = prefixWithin(provincePrefix(actor), within);
		return prefix === null ? [] : [...(await readRegions(readerOf(context.database), prefix))];
	};
