import type { JournalCursor, JournalEvent } from "@zhenggai/domain/journal";
import { say } from "@zhenggai/domain/kernel";
import { type PlacedEvent, UnknownCursorError } from "@zhenggai/storage";
import { ServiceError } from "../errors.ts";
import type { ServiceContext } from "./context.ts";
import { inBatches } from "./in-batches.ts";

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

/**
 * The journal from a cursor on, entries that come together as one batch, until the signal aborts. Throws BAD_INPUT for
 * a cursor that the journal does not know.
 */
export const journalBatches = (
	context: ServiceContext,
	after: JournalCursor | null | undefined,
	signal: AbortSignal,
) => inBatches(follow(context, after ?? null, signal), signal);

/** What of the journal one stream got in a batch. */
export type Touched = {
	readonly streamId: string;
	readonly last: PlacedEvent;
	readonly types: readonly string[];
};

/**
 * The streams of a batch whose entries `concern` whoever listens, each once, in the order of their last entry, so that
 * cursors only go forward.
 */
export function touchedBy(
	entries: readonly PlacedEvent[],
	concerns: (event: JournalEvent) => boolean,
): Touched[] {
	const touched = new Map<string, Touched>();
	for (const last of entries) {
		const { streamId, type } = last.event;
		if (!concerns(last.event)) continue;
		const types = touched.get(streamId)?.types ?? [];
		touched.delete(streamId);
		touched.set(streamId, { streamId, last, types: [...types, type] });
	}
	return [...touched.values()];
}
