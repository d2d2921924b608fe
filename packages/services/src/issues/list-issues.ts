import { createHash } from "node:crypto";
import {
	daysLeft,
	deadlineStanding,
	type IssueListQuery,
	type IssuePage,
	type IssueRow,
	type IssueSort,
	isEnded,
} from "@zhenggai/domain/issues";
import { type Actor, IsoDate, RegionCode, say } from "@zhenggai/domain/kernel";
import { listIssueRows } from "@zhenggai/storage/issues";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { refreshLedgerDay } from "./refresh-day.ts";

/** A place in a list with what belongs to all of its pages: which list it is, and how many it has. */
const Place = z.object({
	list: z.string(),
	keys: z.array(z.string()),
	id: z.uuid(),
	total: z.object({ count: z.int(), exact: z.boolean() }),
});

const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/;

/** The parts of a place in each order. */
const KEYS: Readonly<Record<IssueSort, z.ZodType<readonly string[]>>> = {
	due: z.tuple([z.union([IsoDate, z.literal("infinity")])]),
	updated: z.tuple([z.string().regex(MOMENT)]),
	number: z.tuple([z.string().max(100)]),
	region: z.tuple([RegionCode, z.string().max(100)]),
};

/** Tells the lists apart, so that a cursor of one is not taken for a place in another. */
const listKey = ({ filter, sort, descending }: IssueListQuery): string =>
	createHash("sha256")
		.update(
			JSON.stringify([Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1)), sort, descending]),
		)
		.digest("base64url")
		.slice(0, 12);

function placeOf(query: IssueListQuery): z.infer<typeof Place> | null {
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

/** A stored line with what depends on the day. */
export const rowOn = (row: IssueRow, asOf: IsoDate): IssueRow => ({
	...row,
	standing: deadlineStanding(row.due, asOf, isEnded(row.lifecycle)),
	daysLeft: daysLeft(row.due, asOf),
});

/** One page of the ledger, of what the actor may see, with the place from which live changes continue it. */
export const listIssues =
	(context: ServiceContext) =>
	async (actor: Actor, query: IssueListQuery): Promise<IssuePage> => {
		const scope = scopeOf(actor);
		const { today } = momentOf(context);
		await refreshLedgerDay(context, today);
		const place = placeOf(query);
		const { filter, sort, descending, limit } = query;
		const page = await listIssueRows(context.database, {
			scope,
			filter,
			sort,
			descending,
			limit,
			after: place === null ? null : { keys: place.keys, id: place.id },
			asOf: today,
		});
		const total = place?.total ?? page.total;
		return {
			items: page.rows.map((row) => rowOn(row, today)),
			nextCursor: page.next === null ? null : encodeCursor({ list: listKey(query), ...page.next, total }),
			total,
			asOf: today,
			liveFrom: page.liveFrom,
		};
	};
