import {
	type Complaint,
	type ComplaintDetail,
	type ComplaintLink,
	complaintActions,
	complaintLink,
	complaintRow,
	elementsOf,
	evaluateComplaint,
	receiptKey,
	receiptView,
} from "@zhenggai/domain/complaints";
import type { Actor, RegionCode } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { relatedBy, relatedComplaints } from "@zhenggai/storage/complaints";
import { loadInspections } from "@zhenggai/storage/issues";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { isOwn } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { ruleContext } from "../kit/rules-for.ts";

type Linking = (complaint: Complaint) => ComplaintLink;

/** What a complaint names or repeats, in the order in which it was recorded. */
function relationsOf(
	complaint: Complaint,
	known: readonly Complaint[],
	link: Linking,
): ComplaintDetail["relations"] {
	const byId = new Map(known.map((other) => [other.id, other]));
	const byKey = new Map(
		known.flatMap((other) =>
			other.receiptNumber === null ? [] : [[receiptKey(other.receiptNumber), other] as const],
		),
	);
	return complaint.relations.map(({ kind, receiptNumber, complaintId, since }) => {
		const other = complaintId === null ? byKey.get(receiptKey(receiptNumber ?? "")) : byId.get(complaintId);
		return { kind, receiptNumber, complaint: other === undefined ? null : link(other), since };
	});
}

/** The whole page of a complaint for an actor. */
export async function detailOf(
	context: ServiceContext,
	complaint: Complaint,
	actor: Actor,
): Promise<ComplaintDetail> {
	const reader = readerOf(context.database);
	const { today } = momentOf(context);
	const [known, back, inspections] = await Promise.all([
		relatedComplaints(reader, complaint),
		relatedBy(reader, complaint),
		loadInspections(reader, [complaint.inspectionId]),
	]);
	const others = [...known, ...back.map(({ complaint: by }) => by)];
	const codes = [complaint.region, complaint.listRegion, ...complaint.places, ...others.map((o) => o.region)];
	const regions = new Map(
		(await findRegions(reader, [...new Set(codes)])).map(({ code, name }) => [code, name]),
	);
	const name = (code: RegionCode): string => regions.get(code) ?? code;
	const link: Linking = (other) => complaintLink(other, name(other.region), isOwn(actor, other.region));
	const inspection = inspections.get(complaint.inspectionId);
	const asked = await ruleContext(reader, inspection, complaint.region, today);
	return {
		row: complaintRow(complaint, {
			regionName: name(complaint.region),
			inspection: { id: complaint.inspectionId, name: inspection?.name ?? "" },
		}),
		elements: elementsOf(complaint),
		receipt: receiptView(complaint),
		listRegion: { code: complaint.listRegion, name: name(complaint.listRegion) },
		places: complaint.places.map((code) => ({ code, name: name(code) })),
		relations: relationsOf(complaint, known, link),
		relatedBy: back.map(({ kind, complaint: by }) => ({ kind, complaint: link(by) })),
		sources: complaint.sources,
		withdrawal: complaint.withdrawal,
		findings: evaluateComplaint(complaint, asked),
		actions: complaintActions(complaint, { actor }),
		ruleSet: { id: asked.rules.id, version: asked.rules.version },
		asOf: today,
	};
}
