import { type ComplaintChange, ComplaintEvent } from "@zhenggai/domain/complaints";
import type { JournalCursor, JournalEvent } from "@zhenggai/domain/journal";
import { type Actor, ComplaintId, say } from "@zhenggai/domain/kernel";
import { type PlacedEvent, UnknownCursorError } from "@zhenggai/storage";
import { listedComplaintRows } from "@zhenggai/storage/complaints";
import { ServiceError } from "../errors.ts";
import { isOwn, scopeOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { inBatches } from "../kit/in-batches.ts";
import type { ComplaintLiveQuery } from "../services.ts";

/** What of the journal one complaint got in a batch. */
type Touched = { readonly complaintId: ComplaintId; readonly last: PlacedEvent; readonly types: string[] };

/** Whether an entry is about a complaint of the actor's region, or about one that has just left it. */
function concerns(event: JournalEvent, actor: Actor): boolean {
	if (event.streamKind !== "complaint" || event.region === null) return false;
	if (isOwn(actor, event.region)) return true;
	if (event.type !== "complaintAmended" && event.type !== "complaintRestored") return false;
	const parsed = ComplaintEvent.parse(event.payload);
	const left = "changes" in parsed ? (parsed.changes.from.places ?? []) : [];
	return left.some((place) => isOwn(actor, place));
}

/** The complaints of a batch, each once, in the order of their last entry, so that cursors only go forward. */
function touchedBy(entries: readonly PlacedEvent[], actor: Actor): Touched[] {
	const touched = new Map<string, Touched>();
	for (const placed of entries) {
		const { event } = placed;
		if (!concerns(event, actor)) continue;
		const types = touched.get(event.streamId)?.types ?? [];
		touched.delete(event.streamId);
		touched.set(event.streamId, {
			complaintId: ComplaintId.parse(event.streamId),
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

/**
 * Live changes of the complaints that the actor may see, through the filter of its list. One that is no longer in the
 * list, was withdrawn or has moved to another region comes with a row of null. Ends when the signal aborts; resumes
 * after any cursor it gave.
 */
export const watchComplaints = (context: ServiceContext) =>
	async function* (
		actor: Actor,
		{ after, filter = {} }: ComplaintLiveQuery,
		signal: AbortSignal,
	): AsyncGenerator<ComplaintChange, void, undefined> {
		const { regionPrefix } = scopeOf(actor, "viewComplaint");
		for await (const entries of inBatches(follow(context, after ?? null, signal), signal)) {
			const touched = touchedBy(entries, actor);
			if (touched.length === 0) continue;
			const ids = touched.map(({ complaintId }) => complaintId);
			const rows = await listedComplaintRows(context.database, ids, { prefix: regionPrefix, filter });
			for (const { complaintId, last, types } of touched) {
				if (signal.aborted) return;
				yield {
					cursor: last.cursor,
					complaintId,
					version: last.event.version,
					types,
					by: last.event.actor.name,
					at: last.event.at,
					row: rows.get(complaintId) ?? null,
				};
			}
		}
	};
