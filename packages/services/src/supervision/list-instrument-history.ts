import type { HistoryEntry } from "@zhenggai/domain/journal";
import type { Actor, UnitId } from "@zhenggai/domain/kernel";
import { describeInstrumentEvent, InstrumentEvent } from "@zhenggai/domain/supervision";
import { readerOf, readStream } from "@zhenggai/storage";
import { loadUnits } from "@zhenggai/storage/responsibilities";
import type { ServiceContext } from "../kit/context.ts";
import type { InstrumentHistoryQuery } from "../services.ts";
import { instrumentFor } from "./scope.ts";

/** The units that an event names. */
function unitsOf(event: InstrumentEvent): readonly UnitId[] {
	switch (event.type) {
		case "instrumentDrafted":
			return event.instrument.addresseeUnitIds;
		case "instrumentReaddressed":
			return event.addresseeUnitIds;
		case "instrumentAcknowledged":
			return [event.unitId];
		default:
			return [];
	}
}

/** A page of an instrument's timeline, the newest first, each entry in one sentence. */
export const listInstrumentHistory =
	(context: ServiceContext) =>
	async (actor: Actor, query: InstrumentHistoryQuery): Promise<{ items: HistoryEntry[]; more: boolean }> => {
		const reader = readerOf(context.database);
		await instrumentFor(reader, actor, query.instrumentId);
		const stream = await readStream(context.database, query.instrumentId);
		const { before } = query;
		const earlier = before === undefined ? stream : stream.filter(({ version }) => version < before);
		const shown = earlier
			.slice(-query.limit)
			.map((entry) => ({ entry, event: InstrumentEvent.parse(entry.payload) }))
			.toReversed();
		const units = await loadUnits(reader, [...new Set(shown.flatMap(({ event }) => unitsOf(event)))]);
		return {
			items: shown.map(({ entry, event }) => ({
				version: entry.version,
				type: entry.type,
				at: entry.at,
				actor: entry.actor,
				...describeInstrumentEvent(event, { unit: (id) => units.get(id) }),
				hash: entry.hash,
			})),
			more: earlier.length > shown.length,
		};
	};
