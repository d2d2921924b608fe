import type { HistoryEntry } from "@zhenggai/domain/journal";
import type { Actor } from "@zhenggai/domain/kernel";
import {
	describeScreeningEvent,
	type Screening,
	ScreeningEvent,
	targetKey,
} from "@zhenggai/domain/screening";
import { readerOf, readStream } from "@zhenggai/storage";
import type { ServiceContext } from "../kit/context.ts";
import type { ScreeningHistoryQuery } from "../services.ts";
import { screeningFor, seenBy } from "./detail.ts";
import { namesOf } from "./names.ts";

/** Whether an event is about something that the viewer may look at: its own targets, or the sweep as a whole. */
function isSeen(event: ScreeningEvent, seen: Screening): boolean {
	switch (event.type) {
		case "targetScreened":
		case "targetWaived":
			return seen.coverage.some(({ target }) => targetKey(target) === targetKey(event.target));
		case "foundOpened":
		case "foundDismissed":
			return seen.found.some(({ id }) => id === event.findId);
		default:
			return true;
	}
}

/** A page of a sweep's timeline, the newest first: what happened in the actor's part of the country. */
export const listScreeningHistory =
	(context: ServiceContext) =>
	async (actor: Actor, query: ScreeningHistoryQuery): Promise<{ items: HistoryEntry[]; more: boolean }> => {
		const screening = await screeningFor(context, actor, query.screeningId);
		const seen = seenBy(actor, screening);
		const names = await namesOf(readerOf(context.database), [seen], { whole: true });
		const lookup = { regionName: names.region, unitName: names.unit };
		const told = (await readStream(context.database, query.screeningId))
			.map((entry) => ({ entry, event: ScreeningEvent.parse(entry.payload) }))
			.filter(({ entry }) => query.before === undefined || entry.version < query.before)
			.filter(({ event }) => isSeen(event, seen));
		const shown = told.slice(-query.limit).toReversed();
		return {
			items: shown.map(({ entry, event }) => ({
				version: entry.version,
				type: entry.type,
				at: entry.at,
				actor: entry.actor,
				...describeScreeningEvent(event, lookup),
				hash: entry.hash,
			})),
			more: told.length > shown.length,
		};
	};
