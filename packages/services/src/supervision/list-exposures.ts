import { beginningOf, type Issue, issueNumber } from "@zhenggai/domain/issues";
import { type Actor, daysBetween, type IsoDate, shanghaiDate, type UnitId } from "@zhenggai/domain/kernel";
import {
	type Exposure,
	type ExposureListQuery,
	type ExposurePage,
	type ExposureRow,
	isGrave,
	unitsAnswering,
} from "@zhenggai/domain/supervision";
import { readerOf } from "@zhenggai/storage";
import { loadIssues } from "@zhenggai/storage/issues";
import { findRegions, loadUnits } from "@zhenggai/storage/responsibilities";
import { countExposures, listExposureIds } from "@zhenggai/storage/supervision";
import { z } from "zod";
import { unitScopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { listKey, refuseOtherList } from "./list-key.ts";

const Place = z.object({
	list: z.string(),
	key: z.string().regex(/^\d{4}-\d\d-\d\d$/),
	id: z.uuid(),
	total: z.object({ count: z.int(), exact: z.boolean() }),
});

/** States in which no light is shown any more. */
const DARK: ReadonlySet<Issue["lifecycle"]> = new Set(["closed", "merged", "carriedOver", "withdrawn"]);

type Named = {
	readonly region: (code: Issue["region"]) => string;
	readonly unit: (id: UnitId) => string;
};

function rowOf(issue: Issue, exposure: Exposure, names: Named, today: IsoDate): ExposureRow {
	const { id, kind, level, document, on, settled } = exposure;
	const settledOn = settled === null ? null : shanghaiDate(settled.at);
	return {
		...{ id, kind, level, document, on },
		...{ issueId: issue.id, issueNumber: issueNumber(issue), region: issue.region },
		...{ regionName: names.region(issue.region), statement: beginningOf(issue.statement, 80) },
		units: unitsAnswering(issue, today).map((unitId) => ({ id: unitId, name: names.unit(unitId) })),
		lightsRed: settled === null && isGrave(exposure) && !DARK.has(issue.lifecycle),
		settled:
			settled === null || settledOn === null
				? null
				: { on: settledOn, reason: settled.reason, by: settled.by.name },
		days: Math.max(0, daysBetween(on, settledOn ?? today)),
	};
}

/** The lines of exposures, with the names of regions and units. */
async function rowsOf(
	context: ServiceContext,
	found: Awaited<ReturnType<typeof listExposureIds>>["rows"],
	today: IsoDate,
): Promise<ExposureRow[]> {
	const reader = readerOf(context.database);
	const issues = await loadIssues(reader, [...new Set(found.map(({ issueId }) => issueId))]);
	const all = [...issues.values()];
	const regions = await findRegions(reader, [...new Set(all.map(({ region }) => region))]);
	const units = await loadUnits(reader, [...new Set(all.flatMap((issue) => unitsAnswering(issue, today)))]);
	const places = new Map(regions.map(({ code, name }) => [code, name]));
	const names: Named = {
		region: (code) => places.get(code) ?? code,
		unit: (id) => units.get(id)?.name ?? id,
	};
	return found.flatMap(({ issueId, exposureId }) => {
		const issue = issues.get(issueId);
		const exposure = issue?.supervision?.exposures.find(({ id }) => id === exposureId);
		return issue === undefined || exposure === undefined ? [] : [rowOf(issue, exposure, names, today)];
	});
}

/**
 * The register of circulars and exposures (通报曝光) on the issues that the actor may see, the newest first: what was made
 * public where and when, on which issue, and whether it was answered. Of whoever sees the issues of one unit alone, only
 * of those.
 */
export const listExposures =
	(context: ServiceContext) =>
	async (actor: Actor, query: ExposureListQuery): Promise<ExposurePage> => {
		const { today } = momentOf(context);
		const { regionPrefix: prefix, unitId } = unitScopeOf(actor);
		const list = listKey("exposures", query.filter);
		const place = query.cursor === undefined ? null : decodeCursor(query.cursor, Place);
		refuseOtherList(place, list);
		const asked = { prefix, unitId, filter: query.filter };
		const { rows, next } = await listExposureIds(context.database, {
			...asked,
			...{ limit: query.limit, after: place },
		});
		const total = place?.total ?? (await countExposures(context.database, asked));
		return {
			items: await rowsOf(context, rows, today),
			nextCursor: next === null ? null : encodeCursor({ list, ...next, total }),
			total,
			asOf: today,
		};
	};
