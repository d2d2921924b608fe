import { createHash } from "node:crypto";
import { type Actor, say } from "@zhenggai/domain/kernel";
import type { InstrumentListQuery, InstrumentPage } from "@zhenggai/domain/supervision";
import { currentCursor, readerOf } from "@zhenggai/storage";
import { countInstruments, listInstrumentStates } from "@zhenggai/storage/supervision";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { instrumentRows } from "./rows.ts";
import { instrumentScope } from "./scope.ts";

const KEY = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d+)?\+00)?$/;
/** A place in the list with what belongs to all of its pages: which list it is, and how many it has. */
const Place = z.object({
	list: z.string(),
	key: z.string().regex(KEY),
	id: z.uuid(),
	total: z.object({ count: z.int(), exact: z.boolean() }),
});

/** Tells the lists apart, so that a cursor of one is not taken for a place in another. */
const listKey = ({ filter }: InstrumentListQuery): string =>
	createHash("sha256")
		.update(JSON.stringify(["instruments", Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1))]))
		.digest("base64url")
		.slice(0, 12);

/**
 * A page of the instruments that the actor may see, the newest first; of those whose reply is late the longest waiting
 * first (SUP-09). Says how many there are, counted with the first page, and from where live changes continue it.
 */
export const listInstruments =
	(context: ServiceContext) =>
	async (actor: Actor, query: InstrumentListQuery): Promise<InstrumentPage> => {
		const { today } = momentOf(context);
		const place = query.cursor === undefined ? null : decodeCursor(query.cursor, Place);
		if (place !== null && place.list !== listKey(query)) {
			throw new ServiceError(
				"BAD_INPUT",
				say("筛选已变，请从第一页重新查询", "The filter has changed: start from the first page"),
			);
		}
		const asked = { ...instrumentScope(actor), filter: query.filter, asOf: today };
		// Before the rows are read: a change in between comes twice, never not at all.
		const liveFrom = await currentCursor(context.database);
		const { states, next } = await listInstrumentStates(context.database, {
			...asked,
			limit: query.limit,
			after: place,
		});
		const total = place?.total ?? (await countInstruments(context.database, asked));
		return {
			items: await instrumentRows(readerOf(context.database), states, today),
			nextCursor: next === null ? null : encodeCursor({ list: listKey(query), ...next, total }),
			total,
			asOf: today,
			liveFrom,
		};
	};
