import { type Actor, type Page, regionPrefix } from "@zhenggai/domain/kernel";
import { type ScreeningListQuery, type ScreeningRow, screeningRow } from "@zhenggai/domain/screening";
import { readerOf } from "@zhenggai/storage";
import { listScreeningStates } from "@zhenggai/storage/screening";
import { z } from "zod";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { namesOf } from "./names.ts";

const Place = z.object({ screenings: z.literal(true), dueOn: z.iso.date(), id: z.uuid() });

/** The part that the scope and the filter's region share; null where they lie apart. */
function narrowed(scope: string, region: ScreeningListQuery["filter"]["region"]): string | null {
	if (region === undefined) return scope;
	const wanted = regionPrefix(region);
	if (wanted.startsWith(scope)) return wanted;
	return scope.startsWith(wanted) ? scope : null;
}

/** A page of the sweeps that have something to do with the actor's region, the nearest day first. */
export const listScreenings =
	(context: ServiceContext) =>
	async (actor: Actor, { filter, cursor, limit }: ScreeningListQuery): Promise<Page<ScreeningRow>> => {
		const { today } = momentOf(context);
		const prefix = narrowed(scopeOf(actor, "viewScreening").regionPrefix, filter.region);
		if (prefix === null) return { items: [], nextCursor: null, asOf: today };
		const { states, next } = await listScreeningStates(context.database, {
			prefix,
			states: filter.states ?? null,
			issueId: filter.issueId ?? null,
			limit,
			after: cursor === undefined ? null : decodeCursor(cursor, Place),
		});
		const names = await namesOf(readerOf(context.database), states, { whole: false });
		return {
			items: states.map((one) =>
				screeningRow(one, { region: names.region(one.region), leadUnit: names.unit(one.leadUnitId) }, today),
			),
			nextCursor: next === null ? null : encodeCursor({ screenings: true, ...next }),
			asOf: today,
		};
	};
