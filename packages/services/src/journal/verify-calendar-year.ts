import type { Actor } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { loadCalendarYears } from "@zhenggai/storage/rules";
import { authorise } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { type ChainCheck, verifyStream } from "./verify-stream.ts";

/** Checks the hash chain of what was said about a year of the calendar; whole and empty where nothing ever was. */
export const verifyCalendarYear =
	(context: ServiceContext) =>
	async (actor: Actor, year: number): Promise<ChainCheck> => {
		authorise(actor, "viewRule");
		const kept = (await loadCalendarYears(readerOf(context.database))).find((entry) => entry.year === year);
		if (kept === undefined) return { whole: true, firstBroken: null, events: 0 };
		return verifyStream(context, { id: kept.id, version: kept.version });
	};
