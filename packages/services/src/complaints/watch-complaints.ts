import { type ComplaintChange, ComplaintEvent } from "@zhenggai/domain/complaints";
import type { JournalEvent } from "@zhenggai/domain/journal";
import { type Actor, ComplaintId } from "@zhenggai/domain/kernel";
import { listedComplaintRows } from "@zhenggai/storage/complaints";
import { isOwn, scopeOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import { journalBatches, touchedBy } from "../kit/journal-batches.ts";
import type { ComplaintLiveQuery } from "../services.ts";

/** Whether an entry is about a complaint of the actor's region, or about one that has just left it. */
function concerns(event: JournalEvent, actor: Actor): boolean {
	if (event.streamKind !== "complaint" || event.region === null) return false;
	if (isOwn(actor, event.region)) return true;
	if (event.type !== "complaintAmended" && event.type !== "complaintRestored") return false;
	const parsed = ComplaintEvent.parse(event.payload);
	const left = "changes" in parsed ? (parsed.changes.from.places ?? []) : [];
	return left.some((place) => isOwn(actor, place));
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
		for await (const entries of journalBatches(context, after, signal)) {
			const touched = touchedBy(entries, (event) => concerns(event, actor));
			if (touched.length === 0) continue;
			const ids = touched.map(({ streamId }) => ComplaintId.parse(streamId));
			const rows = await listedComplaintRows(context.database, ids, { prefix: regionPrefix, filter });
			for (const { streamId, last, types } of touched) {
				if (signal.aborted) return;
				const complaintId = ComplaintId.parse(streamId);
				yield {
					cursor: last.cursor,
					complaintId,
					version: last.event.version,
					types: [...types],
					by: last.event.actor.name,
					at: last.event.at,
					row: rows.get(complaintId) ?? null,
				};
			}
		}
	};
