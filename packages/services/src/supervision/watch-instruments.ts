import { type Actor, InstrumentId } from "@zhenggai/domain/kernel";
import type { Instrument, InstrumentChange, InstrumentRow } from "@zhenggai/domain/supervision";
import { readerOf } from "@zhenggai/storage";
import { listedInstruments } from "@zhenggai/storage/supervision";
import { isOwn } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { journalBatches, type Touched, touchedBy } from "../kit/journal-batches.ts";
import type { InstrumentLiveQuery } from "../services.ts";
import { instrumentRows } from "./rows.ts";
import { instrumentScope, isSeen } from "./scope.ts";

const changeOf = (
	{ last, types }: Touched,
	instrument: Instrument,
	row: InstrumentRow | null,
): InstrumentChange => ({
	cursor: last.cursor,
	instrumentId: instrument.id,
	issueId: instrument.issueId,
	version: last.event.version,
	types: [...types],
	by: last.event.actor.name,
	at: last.event.at,
	row,
});

/**
 * Live changes of the instruments that the actor may see, through the filter of its list. One that is no longer in the
 * list comes with a row of null; of drafts that are none of its business it hears nothing. Ends when the signal
 * aborts; resumes after any cursor it gave.
 */
export const watchInstruments = (context: ServiceContext) =>
	async function* (
		actor: Actor,
		{ after, filter = {} }: InstrumentLiveQuery,
		signal: AbortSignal,
	): AsyncGenerator<InstrumentChange, void, undefined> {
		const scope = instrumentScope(actor);
		for await (const entries of journalBatches(context, after, signal)) {
			const touched = touchedBy(
				entries,
				({ streamKind, region }) => streamKind === "instrument" && region !== null && isOwn(actor, region),
			);
			if (touched.length === 0) continue;
			const { today } = momentOf(context);
			const ids = touched.map(({ streamId }) => InstrumentId.parse(streamId));
			const known = await listedInstruments(context.database, ids, { ...scope, filter: {}, asOf: today });
			const listed = await listedInstruments(context.database, ids, { ...scope, filter, asOf: today });
			const rows = await instrumentRows(readerOf(context.database), [...listed.values()], today);
			for (const one of touched) {
				if (signal.aborted) return;
				const instrument = known.get(InstrumentId.parse(one.streamId));
				if (instrument === undefined || !isSeen(actor, instrument)) continue;
				yield changeOf(one, instrument, rows.find(({ id }) => id === instrument.id) ?? null);
			}
		}
	};
