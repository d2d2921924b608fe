import { createHash } from "node:crypto";
import type { ComplaintListQuery, ComplaintPage } from "@zhenggai/domain/complaints";
import { type Actor, say } from "@zhenggai/domain/kernel";
import { listComplaintRows } from "@zhenggai/storage/complaints";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";

const MOMENT = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/);
const KEY = z.string().max(100);

/** The parts of a place in each order. */
const KEYS: Readonly<Record<ComplaintListQuery["sort"], z.ZodType<string[]>>> = {
	batch: z.tuple([KEY]),
	receipt: z.tuple([KEY]),
	updated: z.tuple([MOMENT]),
	region: z.tuple([z.string().regex(/^\d{6}$/), KEY]),
};

/** A place in a list with what belongs to all of its pages: which list it is, and how many it has. */
const Place = z.object({
	list: z.string(),
	keys: z.array(z.string()),
	id: z.uuid(),
	total: z.object({ count: z.int(), exact: z.boolean() }),
});

/** Tells the lists apart, so that a cursor of one is not taken for a place in another. */
const listKey = ({ filter, sort, descending }: ComplaintListQuery): string =>
	createHash("sha256")
		.update(
			JSON.stringify([
				"complaints",
				Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)),
				sort,
				descending,
			]),
		)
		.digest("base64url")
		.slice(0, 12);

function placeOf(query: ComplaintListQuery): z.infer<typeof Place> | null {
	if (query.cursor === undefined) return null;
	const place = decodeCursor(query.cursor, Place);
	if (place.list === listKey(query) && KEYS[query.sort].safeParse(place.keys).success) return place;
	throw new ServiceError(
		"BAD_INPUT",
		say(
			"筛选或排序已变，请从第一页重新查询",
			"The filter or the order has changed: start from the first page",
		),
	);
}

/** One page of the complaints that the actor may see, with the place from which live changes continue it. */
export const listComplaints =
	(context: ServiceContext) =>
	async (actor: Actor, query: ComplaintListQuery): Promise<ComplaintPage> => {
		const { regionPrefix } = scopeOf(actor, "viewComplaint");
		const place = placeOf(query);
		const { filter, sort, descending, limit } = query;
		const page = await listComplaintRows(context.database, {
			prefix: regionPrefix,
			filter,
			sort,
			descending,
			limit,
			after: place === null ? null : { keys: place.keys, id: place.id },
		});
		const total = place?.total ?? page.total;
		return {
			items: [...page.rows],
			nextCursor: page.next === null ? null : encodeCursor({ list: listKey(query), ...page.next, total }),
			total,
			asOf: momentOf(context).today,
			liveFrom: page.liveFrom,
		};
	};
