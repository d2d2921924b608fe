import type { JournalCursor } from "@zhenggai/domain/journal";
import { type Actor, InstrumentId, say } from "@zhenggai/domain/kernel";
import type { Instrument, InstrumentChange, InstrumentRow } from "@zhenggai/domain/supervision";
import { type PlacedEvent, readerOf, UnknownCursorError } from "@zhenggai/storage";
import { listedInstruments } from "@zhenggai/storage/supervision";
import { ServiceError } from "../errors.ts";
import { isOwn } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { inBatches } from "../kit/in-batches.ts";
import type { InstrumentLiveQuery } from "../services.ts";
import { instrumentRows } from "./rows.ts";
import { instrumentScope, isSeen } from "./scope.ts";

/** What of the journal one instrument got in a batch. */
type Touched = { readonly instrumentId: InstrumentId; readonly last: PlacedEvent; readonly types: string[] };

/** The instruments of a batch, each once, in the order of their last entry, so that cursors only go forward. */
function touchedBy(entries: readonly PlacedEvent[], actor: Actor): Touched[] {
	const touched = new Map<string, Touched>();
	for (const placed of entries) {
		const { event } = placed;
		if (event.streamKind !== "instrument" || event.region === null || !isOwn(actor, event.region)) continue;
		const types = touched.get(event.streamId)?.types ?? [];
		touched.delete(event.streamId);
		touched.set(event.streamId, {
			instrumentId: InstrumentId.parse(event.streamId),
			last: placed,
			types: [...types, event.type],
		});
	}
	return [...touched.values()];
}

async function* follow(
	context: ServiceContext,
	after: JournalCursor | null,
	signal: AbortSignal,
): AsyncGenerator<PlacedEvent, void, undefined> {
	try {
		yield* context.feed.subscribe({ after, signal });
	} catch (thrown) {
		if (!(thrown instanceof UnknownCursorError)) throw thrown;
		throw new ServiceError(
			"BAD_INPUT",
			say("实时位置已失效，请重新加载列表", "This live position is not valid any more: load the list anew"),
			thrown,
		);
	}
}

const changeOf = (
	{ last, types }: Touched,
	instrument: Instrument,
	row: InstrumentRow | null,
): InstrumentChange => ({
	cursor: last.cursor,
	instrumentId: instrument.id,
	issueId: instrument.issueId,
	version: last.event.version,
	types,
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
		for await (const entries of inBatches(follow(context, after ?? null, signal), signal)) {
			const touched = touchedBy(entries, actor);
			if (touched.length === 0) continue;
			const { today } = momentOf(context);
			const ids = touched.map(({ instrumentId }) => instrumentId);
			const known = await listedInstruments(context.database, ids, { ...scope, filter: {}, asOf: today });
			const listed = await listedInstruments(context.database, ids, { ...scope, filter, asOf: today });
			const rows = await instrumentRows(readerOf(context.database), [...listed.values()], today);
			for (const one of touched) {
				if (signal.aborted) return;
				const instrument = known.get(one.instrumentId);
				if (instrument === undefined || !isSeen(actor, instrument)) continue;
				yield changeOf(one, instrument, rows.find(({ id }) => id === instrument.id) ?? null);
			}
		}
	};
