import type { Instant, IssueId, ObjectionId } from "@zhenggai/domain/kernel";
import type { Reader, Tx } from "../tx/tx.ts";

/** Keeps how to reach the author of an objection, sealed already. */
export async function saveContact(
	tx: Tx,
	contact: {
		readonly objectionId: ObjectionId;
		readonly issueId: IssueId;
		readonly sealed: string;
		readonly at: Instant;
	},
): Promise<void> {
	await tx.client.query({
		name: "objection-contact-write",
		text: "INSERT INTO ledger.objection_contact (objection_id, issue_id, sealed, at) VALUES ($1, $2, $3, $4)",
		values: [contact.objectionId, contact.issueId, contact.sealed, contact.at],
	});
}

/** The sealed contact of an objection to an issue's notice; null where none was left. */
export async function loadContact(
	reader: Reader,
	issueId: IssueId,
	objectionId: ObjectionId,
): Promise<string | null> {
	const { rows } = await reader.client.query<{ sealed: string }>({
		name: "objection-contact-load",
		text: "SELECT sealed FROM ledger.objection_contact WHERE objection_id = $1 AND issue_id = $2",
		values: [objectionId, issueId],
	});
	return rows[0]?.sealed ?? null;
}
