import { beginningOf, issueNumber } from "@zhenggai/domain/issues";
import type { Actor } from "@zhenggai/domain/kernel";
import { RuleId } from "@zhenggai/domain/rules";
import { pointMessage, type UnitPointPage, type UnitPointQuery } from "@zhenggai/domain/supervision";
import { readerOf } from "@zhenggai/storage";
import { loadIssues } from "@zhenggai/storage/issues";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";
import { pointsOfUnit } from "@zhenggai/storage/supervision";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { unitScopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { listKey, refuseOtherList } from "./list-key.ts";
import { periodOf } from "./period.ts";

const Place = z.object({ list: z.string(), key: z.string().regex(/^\d{4}-\d\d-\d\d$/), id: z.uuid() });

/** The names of issues that are pointed at. */
async function namesOf(context: ServiceContext, ids: Parameters<typeof loadIssues>[1]) {
	const reader = readerOf(context.database);
	const issues = await loadIssues(reader, [...new Set(ids)]);
	const regions = await findRegions(reader, [...new Set([...issues.values()].map(({ region }) => region))]);
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	return { issues, regionName: (code: (typeof regions)[number]["code"]) => names.get(code) ?? code };
}

/**
 * The points that make up a unit's score of a period (RSP-05), the newest first, each with its rule, its day and the issue
 * that it is about; of those issues that the actor may see. Throws NOT_FOUND for a unit that is not there or not its own,
 * for whoever sees the issues of its unit alone.
 */
export const listUnitPoints =
	(context: ServiceContext) =>
	async (actor: Actor, query: UnitPointQuery): Promise<UnitPointPage> => {
		const { unitId, region, limit } = query;
		const scope = unitScopeOf(actor);
		const period = periodOf(query, momentOf(context).today);
		const unit = (await loadUnits(readerOf(context.database), [unitId])).get(unitId);
		if (unit === undefined || (scope.unitId !== null && scope.unitId !== unitId)) {
			throw new ServiceError("NOT_FOUND");
		}
		const list = listKey("unitPoints", { ...period, region, unitId });
		const place = query.cursor === undefined ? null : decodeCursor(query.cursor, Place);
		refuseOtherList(place, list);
		const { rows, points, entries, next } = await pointsOfUnit(context.database, {
			...{ prefix: scope.regionPrefix, region, ...period, unitId, limit },
			after: place,
		});
		const { issues, regionName } = await namesOf(
			context,
			rows.map(({ issueId }) => issueId),
		);
		return {
			...{ unitId, unitName: unit.name, points, entries, ...period },
			items: rows.flatMap((row) => {
				const issue = issues.get(row.issueId);
				if (issue === undefined) return [];
				const { light, nth, on } = row;
				return [
					{
						...{ issueId: row.issueId, issueNumber: issueNumber(issue), region: issue.region },
						...{ regionName: regionName(issue.region), statement: beginningOf(issue.statement, 80) },
						...{ rule: RuleId.parse(row.rule), points: row.points, on, light },
						message: pointMessage({ light, nth, on }),
					},
				];
			}),
			nextCursor: next === null ? null : encodeCursor({ list, ...next }),
		};
	};
