import type { Actor, Page } from "@zhenggai/domain/kernel";
import { type ScreeningListQuery, type ScreeningRow, screeningRow } from "@zhenggai/domain/screening";
import { readerOf } from "@zhenggai/storage";
import { listScreeningStates } from "@zhenggai/storage/screening";
import { z } from "zod";
import { narrowedTo, scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { namesOf } from "./names.ts";

const Place = z.object({ screenings: z.literal(true), dueOn: z.iso.date(), id: z.uuid() });

/** A page of the sweeps that have something to do with the actor's region, the nearest day first. */
export const listScreenings =
	(context: ServiceContext) =>
	async (actor: Actor, { filter, cursor, limit }: ScreeningListQuery): Promise<Page<ScreeningRow>> => {
		const { today } = momentOf(context);
		const prefix = narrowedTo(scopeOf(actor, "viewScreening").regionPrefix, filter.region);
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
