import type { Complaint, ComplaintEvent } from "@zhenggai/domain/complaints";
import type { Cause } from "@zhenggai/domain/journal";
import { appendBatches, type Tx, type VersionConflict } from "@zhenggai/storage";
import { saveComplaints } from "@zhenggai/storage/complaints";
import type { Asking } from "../issues/index.ts";
import { eventIds, type ServiceContext } from "../kit/context.ts";
import { drafts } from "../kit/json.ts";

/** What commands make of one complaint. */
export type ComplaintChanged = {
	readonly before: Complaint | null;
	readonly complaint: Complaint;
	readonly events: readonly ComplaintEvent[];
};

/**
 * Journals the events and writes the new states, many complaints at once. Null, or the first stream that moved on in
 * the meantime: then nothing was written.
 */
export async function writeComplaints(
	tx: Tx,
	context: ServiceContext,
	changes: readonly ComplaintChanged[],
	{ asking, cause }: { readonly asking: Asking; readonly cause: Cause },
): Promise<VersionConflict | null> {
	const ids = eventIds(context);
	const appended = await appendBatches(
		tx,
		changes.map(({ before, complaint, events }) => ({
			streamKind: "complaint",
			streamId: complaint.id,
			expectedVersion: before?.version ?? 0,
			events: drafts(events),
			actor: asking.stamp,
			at: asking.now,
			region: complaint.region,
			cause,
			ids,
		})),
	);
	if (!appended.ok) return appended.conflicts[0] ?? null;
	await saveComplaints(tx, changes);
	return null;
}
