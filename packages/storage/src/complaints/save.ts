import { type Complaint, receiptKey } from "@zhenggai/domain/complaints";
import type { Tx } from "../tx/tx.ts";
import { type ComplaintRecord, recordOf } from "./projection.ts";
import { writeTallies } from "./tally.ts";

/** A complaint to write, with the state it had in the ledger; null for a new one. */
export interface ChangedComplaint {
	readonly before: Complaint | null;
	readonly complaint: Complaint;
}

/** Rows of one statement: large enough to be quick, small enough to stay a few megabytes. */
const CHUNK = 500;

type Column = readonly [keyof ComplaintRecord, string];

const LISTED: readonly Column[] = [
	["province", "int"],
	["city", "int"],
	["region", "int"],
	["withdrawn", "boolean"],
	["batch_key", "text"],
	["receipt_order", "text"],
	["updated_at", "timestamptz"],
	["batch_day", "date"],
	["channel", "smallint"],
	["is_key", "boolean"],
	["types", "int"],
	["verdict", "smallint"],
	["status", "smallint"],
];
const COMPLAINT: readonly Column[] = [
	["id", "uuid"],
	["version", "int"],
	["inspection_id", "uuid"],
	["batch", "int"],
	["receipt_key", "text"],
	...LISTED,
	["row", "json"],
	["state", "json"],
];
const FOUND: readonly Column[] = [["id", "uuid"], ...LISTED, ["haystack", "text"], ["words", "text"]];

const list = (columns: readonly Column[]): string => columns.map(([name]) => name).join(", ");
const given = (columns: readonly Column[]): string =>
	`unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(", ")}) AS r(${list(columns)})`;
const replace = (columns: readonly Column[]): string =>
	columns
		.slice(1)
		.map(([name]) => `${name} = excluded.${name}`)
		.join(", ");

const WRITE_COMPLAINTS = `INSERT INTO ledger.complaint (${list(COMPLAINT)})
	SELECT * FROM ${given(COMPLAINT)} ORDER BY r.id
	ON CONFLICT (id) DO UPDATE SET ${replace(COMPLAINT)}`;

const WRITE_FOUND = `INSERT INTO ledger.complaint_search (complaint_id, ${list(LISTED)}, haystack, words)
	SELECT r.id, ${LISTED.map(([name]) => `r.${name}`).join(", ")}, r.haystack,
		array_to_tsvector(string_to_array(r.words, ' '))
	FROM ${given(FOUND)} ORDER BY r.id
	ON CONFLICT (complaint_id) DO UPDATE SET ${replace(FOUND)}`;

async function write(
	tx: Tx,
	name: string,
	text: string,
	columns: readonly Column[],
	records: readonly ComplaintRecord[],
): Promise<void> {
	const values = columns.map(([column]) => records.map((record) => record[column]));
	await tx.client.query({ name, text, values });
}

async function writeRelations(tx: Tx, changed: readonly ChangedComplaint[]): Promise<void> {
	const moved = changed.filter(({ before, complaint }) => (before?.relations ?? []) !== complaint.relations);
	const old = moved.flatMap(({ before }) => (before === null ? [] : [before.id]));
	if (old.length > 0) {
		await tx.client.query("DELETE FROM ledger.complaint_relation WHERE complaint_id = ANY($1::uuid[])", [
			old,
		]);
	}
	const rows = moved.flatMap(({ complaint }) =>
		complaint.relations.map((relation, at) => ({ complaint, relation, at })),
	);
	if (rows.length === 0) return;
	await tx.client.query({
		name: "complaint-relations-add",
		text: `INSERT INTO ledger.complaint_relation (complaint_id, at, kind, inspection_id, target_key, target_id)
			SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::text[], $4::uuid[], $5::text[], $6::uuid[])`,
		values: [
			rows.map(({ complaint }) => complaint.id),
			rows.map(({ at }) => at),
			rows.map(({ relation }) => relation.kind),
			rows.map(({ complaint }) => complaint.inspectionId),
			rows.map(({ relation }) =>
				relation.receiptNumber === null ? null : receiptKey(relation.receiptNumber),
			),
			rows.map(({ relation }) => relation.complaintId),
		],
	});
}

/**
 * Writes the new states of complaints to the read tables and counts them, in the transaction that journals their
 * events. A receipt number that another complaint of the inspection has breaks the unique key `complaint_receipt_key`
 * (see `isReceiptTaken`).
 */
export async function saveComplaints(tx: Tx, changed: readonly ChangedComplaint[]): Promise<void> {
	for (let at = 0; at < changed.length; at += CHUNK) {
		const records = changed.slice(at, at + CHUNK).map(({ complaint }) => recordOf(complaint));
		await write(tx, "complaints-write", WRITE_COMPLAINTS, COMPLAINT, records);
		await write(tx, "complaints-write-found", WRITE_FOUND, FOUND, records);
	}
	await writeRelations(tx, changed);
	await writeTallies(tx, changed);
}

/** Whether an error says that another complaint took a receipt number in the meantime. */
export const isReceiptTaken = (thrown: unknown): boolean =>
	thrown instanceof Error && "constraint" in thrown && thrown.constraint === "complaint_receipt_key";
