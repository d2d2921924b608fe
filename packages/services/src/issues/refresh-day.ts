import type { IsoDate } from "@zhenggai/domain/kernel";
import type { Database } from "@zhenggai/storage";
import { refreshDay } from "@zhenggai/storage/issues";
import type { ServiceContext } from "../kit/context.ts";

const refreshed = new WeakMap<Database, { day: IsoDate; work: Promise<unknown> }>();

/**
 * Before the first list of a day: assignments that begin or end today change lines without an event. Later calls of
 * the day cost nothing; one that failed is tried again.
 */
export function refreshLedgerDay({ database }: ServiceContext, day: IsoDate): Promise<unknown> {
	const known = refreshed.get(database);
	if (known !== undefined && known.day >= day) return known.work;
	const work = refreshDay(database, day);
	refreshed.set(database, { day, work });
	work.catch(() => refreshed.delete(database));
	return work;
}
