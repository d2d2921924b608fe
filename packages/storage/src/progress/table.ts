import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	doublePrecision,
	index,
	integer,
	primaryKey,
	text,
	timestamp,
	uuid,
} from "drizzle-orm/pg-core";
import { hexBytes, jsonText } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/**
 * Which file was uploaded for which issue, and what its bytes say of themselves. A file can be attached to the issues
 * that it was uploaded for and to no others: knowing a hash gives nobody the file.
 */
export const evidenceUpload = ledger.table(
	"evidence_upload",
	{
		sha256: hexBytes("sha256").notNull(),
		issueId: uuid("issue_id").notNull(),
		bytes: bigint("bytes", { mode: "number" }).notNull(),
		mediaType: text("media_type").notNull(),
		takenAt: moment("taken_at"),
		longitude: doublePrecision("longitude"),
		latitude: doublePrecision("latitude"),
		uploadedAt: moment("uploaded_at").notNull(),
		uploadedBy: jsonText("uploaded_by").notNull(),
	},
	(t) => [primaryKey({ name: "evidence_upload_pkey", columns: [t.sha256, t.issueId] })],
);

/** Evidence of all issues by the hash of its bytes, written with the issue: where else the same file is used (EV-03). */
export const evidence = ledger.table(
	"evidence",
	{
		issueId: uuid("issue_id").notNull(),
		evidenceId: uuid("evidence_id").notNull(),
		sha256: hexBytes("sha256").notNull(),
		siteId: uuid("site_id"),
		region: integer("region").notNull(),
		withdrawn: boolean("withdrawn").notNull(),
	},
	(t) => [
		primaryKey({ name: "evidence_pkey", columns: [t.issueId, t.evidenceId] }),
		index("evidence_sha256_idx").on(t.sha256).where(sql`not ${t.withdrawn}`),
	],
);
