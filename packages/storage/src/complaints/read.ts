import type { ListScope } from "@zhenggai/domain/access";
import { type Complaint, type RelationKind, receiptKey } from "@zhenggai/domain/complaints";
import type { ComplaintId, InspectionId } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { scopeCondition } from "../lists/scope.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";

/** States as they were saved; only this package writes them, so the types hold. */
interface StateRow {
	readonly state: Complaint;
}

/** A complaint that lies in a scope, or null: also where it exists elsewhere. */
export async function findComplaint(
	from: Database | Tx,
	id: ComplaintId,
	scope: Pick<ListScope, "regionPrefix">,
): Promise<Complaint | null> {
	const values: unknown[] = [id];
	const place = scopeCondition(scope.regionPrefix, "c", (value) => `$${values.push(value)}::int`);
	const { rows } = await readerOf(from).client.query<StateRow>(
		`SELECT c.state FROM ledger.complaint c WHERE c.id = $1::uuid AND ${place}`,
		values,
	);
	return rows[0]?.state ?? null;
}

/** Complaints by id, wherever they lie; locked in the order of their ids. */
export async function loadComplaints(
	reader: Reader,
	ids: readonly ComplaintId[],
	lock: "none" | "update" = "none",
): Promise<ReadonlyMap<ComplaintId, Complaint>> {
	if (ids.length === 0) return new Map();
	const { rows } = await reader.client.query<StateRow>({
		name: `complaints-load-${lock}`,
		text: `SELECT state FROM ledger.complaint WHERE id = ANY($1::uuid[]) ORDER BY id ${lock === "update" ? "FOR UPDATE" : ""}`,
		values: [ids],
	});
	return new Map(rows.map(({ state }) => [state.id, state]));
}

/** Who stands on the ledger under these receipt keys of an inspection. */
export async function receiptHolders(
	reader: Reader,
	inspectionId: InspectionId,
	keys: readonly string[],
): Promise<ReadonlyMap<string, ComplaintId>> {
	if (keys.length === 0) return new Map();
	const { rows } = await reader.client.query<{ key: string; id: ComplaintId }>({
		name: "complaint-receipt-holders",
		text: `SELECT receipt_key AS key, id FROM ledger.complaint
			WHERE inspection_id = $1::uuid AND receipt_key = ANY($2::text[]) AND NOT withdrawn`,
		values: [inspectionId, keys],
	});
	return new Map(rows.map(({ key, id }) => [key, id]));
}

export interface MatchRequest {
	readonly inspectionId: InspectionId;
	/** Receipt keys that the document names. */
	readonly keys: readonly string[];
	/** Batches that its rows belong to; 0 for "not stated". */
	readonly batches: readonly number[];
}

/** The complaints that a table may tell again: of its receipts, and of its batches. Withdrawn ones too. */
export async function loadMatchable(reader: Reader, request: MatchRequest): Promise<readonly Complaint[]> {
	const { rows } = await reader.client.query<StateRow>({
		name: "complaints-matchable",
		text: `SELECT state FROM ledger.complaint WHERE inspection_id = $1::uuid AND receipt_key = ANY($2::text[])
			UNION ALL
			SELECT state FROM ledger.complaint WHERE inspection_id = $1::uuid AND batch = ANY($3::int[])
				AND (receipt_key IS NULL OR receipt_key <> ALL($2::text[]))`,
		values: [request.inspectionId, request.keys, request.batches],
	});
	return rows.map(({ state }) => state);
}

/** The complaints that relations of one lead to, by receipt key or by id, in that order of preference. */
export async function relatedComplaints(
	reader: Reader,
	complaint: Pick<Complaint, "inspectionId" | "relations">,
): Promise<readonly Complaint[]> {
	const keys = complaint.relations.flatMap(({ receiptNumber }) =>
		receiptNumber === null ? [] : [receiptKey(receiptNumber)],
	);
	const holders = await receiptHolders(reader, complaint.inspectionId, keys);
	const ids = complaint.relations.flatMap(({ complaintId }) => (complaintId === null ? [] : [complaintId]));
	return [...(await loadComplaints(reader, [...new Set([...holders.values(), ...ids])])).values()];
}

/** The complaints that name or repeat this one. */
export async function relatedBy(
	reader: Reader,
	{ id, inspectionId, receiptNumber }: Pick<Complaint, "id" | "inspectionId" | "receiptNumber">,
): Promise<readonly { readonly kind: RelationKind; readonly complaint: Complaint }[]> {
	const { rows } = await reader.client.query<StateRow & { kind: RelationKind }>({
		name: "complaints-related-by",
		text: `SELECT r.kind, c.state FROM (
				SELECT complaint_id, kind FROM ledger.complaint_relation
				WHERE inspection_id = $1::uuid AND target_key = $2::text
				UNION SELECT complaint_id, kind FROM ledger.complaint_relation WHERE target_id = $3::uuid) r
			JOIN ledger.complaint c ON c.id = r.complaint_id AND NOT c.withdrawn
			ORDER BY c.batch_key, c.id, r.kind LIMIT 200`,
		values: [inspectionId, receiptNumber === null ? null : receiptKey(receiptNumber), id],
	});
	return rows.map(({ kind, state }) => ({ kind, complaint: state }));
}
