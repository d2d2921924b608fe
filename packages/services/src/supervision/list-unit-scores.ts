import type { Actor } from "@zhenggai/domain/kernel";
import type { UnitScorePage, UnitScoreQuery } from "@zhenggai/domain/supervision";
import { readerOf } from "@zhenggai/storage";
import { loadUnits } from "@zhenggai/storage/responsibilities";
import { rankUnits } from "@zhenggai/storage/supervision";
import { z } from "zod";
import { unitScopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { listKey, refuseOtherList } from "./list-key.ts";
import { periodOf } from "./period.ts";

const Place = z.object({ list: z.string(), key: z.string().regex(/^-?\d+(\.\d+)?$/), id: z.uuid() });

/**
 * What units lost in a period on the issues that the actor may see (RSP-05), who lost most first; of whoever sees the
 * issues of one unit alone only that unit's line. Costs what was lost in the part and the period, not what the ledger holds.
 */
export const listUnitScores =
	(context: ServiceContext) =>
	async (actor: Actor, query: UnitScoreQuery): Promise<UnitScorePage> => {
		const scope = unitScopeOf(actor);
		const period = periodOf(query, momentOf(context).today);
		const list = listKey("unitScores", { ...period, region: query.region, unitId: query.unitId });
		const place = query.cursor === undefined ? null : decodeCursor(query.cursor, Place);
		refuseOtherList(place, list);
		const foreign = scope.unitId !== null && query.unitId !== undefined && query.unitId !== scope.unitId;
		if (foreign) return { ...period, items: [], units: 0, nextCursor: null };
		const { rows, units, next } = await rankUnits(context.database, {
			...{ prefix: scope.regionPrefix, region: query.region, ...period },
			unitId: scope.unitId ?? query.unitId ?? null,
			...{ limit: query.limit, after: place },
		});
		const names = await loadUnits(
			readerOf(context.database),
			rows.map(({ unitId }) => unitId),
		);
		return {
			...period,
			items: rows.map((row) => ({ ...row, unitName: names.get(row.unitId)?.name ?? row.unitId })),
			units,
			nextCursor: next === null ? null : encodeCursor({ list, ...next }),
		};
	};
