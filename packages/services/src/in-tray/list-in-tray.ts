import { type InTrayPage, type InTrayQuery, type InTrayRow, inTrayLateness } from "@zhenggai/domain/in-tray";
import { type Actor, addDays, daysBetween, type IsoDate, say } from "@zhenggai/domain/kernel";
import { type InTrayLine, listInTrayItems } from "@zhenggai/storage/in-tray";
import { z } from "zod";
import { ServiceError } from "../errors.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { decodeCursor, encodeCursor } from "../kit/cursor.ts";
import { inTrayScope } from "./sides.ts";

/** A place in the list, with the filter that it belongs to. */
const Place = z.object({
	list: z.string(),
	due: z.string().regex(/^(\d{4}-\d\d-\d\d|infinity)$/),
	issueId: z.uuid(),
	id: z.uuid(),
});

const listKey = ({ filter }: InTrayQuery): string => `tray ${filter.kind ?? ""} ${filter.overdue === true}`;

function rowOf({ item, number, statement, region, regionName }: InTrayLine, today: IsoDate): InTrayRow {
	const { key, kind, verb, part, whose, due, reason, rule, issueId } = item;
	return {
		...{ key, kind, verb, part, whose, due, reason, rule },
		lateness: inTrayLateness(due, today),
		daysLeft: due === null ? null : daysBetween(today, due),
		issue: { id: issueId, number, statement, region, regionName },
	};
}

/**
 * A page of what waits for the actor, what is over and due soonest first. How late something is is counted today; items
 * that come with a day are there once the day's sweep has looked.
 */
export const listInTray =
	(context: ServiceContext) =>
	async (actor: Actor, query: InTrayQuery): Promise<InTrayPage> => {
		const scope = inTrayScope(actor);
		const { today } = momentOf(context);
		const place = query.cursor === undefined ? null : decodeCursor(query.cursor, Place);
		if (place !== null && place.list !== listKey(query)) {
			throw new ServiceError(
				"BAD_INPUT",
				say("筛选已变，请从第一页重新查询", "The filter has changed: start from the first page"),
			);
		}
		const { kind, overdue } = query.filter;
		const { lines, next } = await listInTrayItems(context.database, {
			...scope,
			kinds: kind === undefined ? scope.kinds : scope.kinds.filter((own) => own === kind),
			from: null,
			until: overdue === true ? addDays(today, -1) : null,
			limit: query.limit,
			after: place,
		});
		return {
			rows: lines.map((line) => rowOf(line, today)),
			nextCursor: next === null ? null : encodeCursor({ list: listKey(query), ...next }),
			asOf: today,
		};
	};
