import { type InTrayCount, soonUntil } from "@zhenggai/domain/in-tray";
import { type Actor, addDays } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { countInTrayItems } from "@zhenggai/storage/in-tray";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { inTrayScope } from "./sides.ts";

/** How much waits for the actor: all of it, what is over, and what is due within three days; each counted up to a bound. */
export const countInTray =
	(context: ServiceContext) =>
	async (actor: Actor): Promise<InTrayCount> => {
		const scope = inTrayScope(actor);
		const { today } = momentOf(context);
		const reader = readerOf(context.database);
		const count = (from: typeof today | null, until: typeof today | null) =>
			countInTrayItems(reader, { ...scope, from, until });
		const [total, overdue, soon] = await Promise.all([
			count(null, null),
			count(null, addDays(today, -1)),
			count(today, soonUntil(today)),
		]);
		return { total, overdue, soon, asOf: today };
	};
