import { receiptKey } from "./receipt.ts";
import type { Complaint, RelationTarget } from "./schema.ts";

/** What tells relations apart: their kind and the complaint they lead to, however its receipt is printed. */
export const relationKey = ({ kind, receiptNumber, complaintId }: RelationTarget): string =>
	`${kind} ${receiptNumber === null ? complaintId : receiptKey(receiptNumber)}`;

/** Those of `wanted` that are not there yet, each once, without those that lead to the complaint itself. */
export function newRelations<T extends RelationTarget>(
	complaint: Pick<Complaint, "id" | "receiptNumber" | "relations">,
	wanted: readonly T[],
): T[] {
	const seen = new Set(complaint.relations.map(relationKey));
	const own = complaint.receiptNumber === null ? null : receiptKey(complaint.receiptNumber);
	return wanted.filter((relation) => {
		const key = relationKey(relation);
		const toItself =
			relation.complaintId === complaint.id ||
			(relation.receiptNumber !== null && receiptKey(relation.receiptNumber) === own);
		if (seen.has(key) || toItself) return false;
		seen.add(key);
		return true;
	});
}
