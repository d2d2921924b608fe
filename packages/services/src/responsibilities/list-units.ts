import { type Actor, type Page, type RegionCode, regionPrefix, tierOf } from "@zhenggai/domain/kernel";
import type { UnitQuery, UnitRow } from "@zhenggai/domain/responsibilities";
import { type ListedUnit, listUnits as readUnits } from "@zhenggai/storage/responsibilities";
import { z } from "zod";
import { authorise, provincePrefix } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";

const Place = z.object({ region: z.int(), name: z.string().max(200), id: z.uuid() });

const rowOf = ({ unit, parentName, regionName }: ListedUnit): UnitRow => ({
	...unit,
	tier: tierOf(unit.region),
	parentName,
	regionName: regionName ?? unit.region,
});

/** The part of the country that a query asks for, within the one that may be seen; null where they lie apart. */
export function prefixWithin(allowed: string, region: RegionCode | undefined): string | null {
	if (region === undefined) return allowed;
	const wanted = regionPrefix(region);
	if (wanted.startsWith(allowed)) return wanted;
	return allowed.startsWith(wanted) ? allowed : null;
}

/** A page of the units of the actor's province, by region and name. */
export const listUnits =
	(context: ServiceContext) =>
	async (actor: Actor, query: UnitQuery): Promise<Page<UnitRow>> => {
		authorise(actor, "viewUnit");
		const { today } = momentOf(context);
		const prefix = prefixWithin(provincePrefix(actor), query.region);
		if (prefix === null) return { items: [], nextCursor: null, asOf: today };
		const { text, parentId, kind, limit, cursor } = query;
		const after = cursor === undefined ? null : decodeCursor(cursor, Place);
		const page = await readUnits(context.database, { prefix, text, parentId, kind, limit, after });
		return {
			items: page.units.map(rowOf),
			nextCursor: page.next === null ? null : encodeCursor(page.next),
			asOf: today,
		};
	};
