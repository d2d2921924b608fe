import {
	type Complaint,
	ComplaintEvent,
	type ComplaintHistoryLookup,
	describeComplaintEvent,
} from "@zhenggai/domain/complaints";
import type { HistoryEntry } from "@zhenggai/domain/journal";
import type { Actor, ComplaintId, RegionCode } from "@zhenggai/domain/kernel";
import { type Reader, readerOf, readStream } from "@zhenggai/storage";
import { findComplaint, loadComplaints } from "@zhenggai/storage/complaints";
import { loadInspections } from "@zhenggai/storage/issues";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { ServiceError } from "../errors.ts";
import { isOwn, scopeOf } from "../kit/authorise.ts";
import type { ServiceContext } from "../kit/context.ts";
import type { ComplaintHistoryQuery } from "../services.ts";

/** Ids that events refer to and the present state may not know any more. */
function wanted(events: readonly ComplaintEvent[]) {
	const regions: RegionCode[] = [];
	const complaints: ComplaintId[] = [];
	for (const event of events) {
		if (event.type === "complaintAmended")
			regions.push(...(event.changes.from.places ?? []), ...(event.changes.to.places ?? []));
		const relations =
			event.type === "complaintRelated"
				? event.relations
				: event.type === "complaintUnrelated"
					? [event.relation]
					: [];
		complaints.push(...relations.flatMap(({ complaintId }) => complaintId ?? []));
	}
	return { regions: [...new Set(regions)], complaints: [...new Set(complaints)] };
}

async function lookupFor(
	reader: Reader,
	actor: Actor,
	complaint: Complaint,
	events: readonly ComplaintEvent[],
): Promise<ComplaintHistoryLookup> {
	const ids = wanted(events);
	const [regions, others, inspections] = await Promise.all([
		findRegions(reader, ids.regions),
		loadComplaints(reader, ids.complaints),
		loadInspections(reader, [complaint.inspectionId]),
	]);
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	return {
		regionName: (code) => names.get(code),
		inspectionName: (id) => inspections.get(id)?.name,
		receiptOf: (id) => {
			const other = others.get(id);
			return other === undefined || !isOwn(actor, other.region)
				? undefined
				: (other.receiptNumber ?? undefined);
		},
	};
}

/** A complaint whose journal an actor may read: whoever may see it. Throws NOT_FOUND also for one outside of the region. */
export async function complaintOfJournal(
	context: ServiceContext,
	actor: Actor,
	complaintId: ComplaintId,
): Promise<Complaint> {
	const complaint = await findComplaint(context.database, complaintId, scopeOf(actor, "viewComplaint"));
	if (complaint === null) throw new ServiceError("NOT_FOUND");
	return complaint;
}

/** A page of a complaint's timeline, the newest first, each entry in one sentence. */
export const listComplaintHistory =
	(context: ServiceContext) =>
	async (actor: Actor, query: ComplaintHistoryQuery): Promise<{ items: HistoryEntry[]; more: boolean }> => {
		const complaint = await complaintOfJournal(context, actor, query.complaintId);
		const stream = await readStream(context.database, query.complaintId);
		const { before } = query;
		const earlier = before === undefined ? stream : stream.filter(({ version }) => version < before);
		const shown = earlier
			.slice(-query.limit)
			.map((entry) => ({ entry, event: ComplaintEvent.parse(entry.payload) }))
			.toReversed();
		const lookup = await lookupFor(
			readerOf(context.database),
			actor,
			complaint,
			shown.map(({ event }) => event),
		);
		return {
			items: shown.map(({ entry, event }) => ({
				version: entry.version,
				type: entry.type,
				at: entry.at,
				actor: entry.actor,
				...describeComplaintEvent(event, lookup),
				hash: entry.hash,
			})),
			more: earlier.length > shown.length,
		};
	};
