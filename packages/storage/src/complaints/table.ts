import { sql } from "drizzle-orm";
import {
	boolean,
	customType,
	date,
	index,
	integer,
	primaryKey,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import { jsonText } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";
import { COUNTER_COLUMNS } from "./counters.ts";

/** Compared by code point whatever the database's own order is: keyset pages depend on it. */
const plainText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** What lists filter and sort by. Both tables of a complaint carry it. */
const listed = {
	/** Two, four and six digits of the region's code: a scope is an equality on one of them. */
	province: integer("province").notNull(),
	city: integer("city").notNull(),
	region: integer("region").notNull(),
	withdrawn: boolean("withdrawn").notNull(),
	/** Batch day, batch and sequence number as one text in their natural order. */
	batchKey: plainText("batch_key").notNull(),
	receiptOrder: plainText("receipt_order").notNull(),
	updatedAt: timestamp("updated_at", { withTimezone: true, precision: 3 }).notNull(),
	/** Infinity where none is stated. */
	batchDay: date("batch_day", { mode: "string" }).notNull(),
	channel: smallint("channel").notNull(),
	isKey: boolean("is_key").notNull(),
	/** Pollution types as bits. */
	types: integer("types").notNull(),
	verdict: smallint("verdict").notNull(),
	status: smallint("status").notNull(),
};

/**
 * The current state of each complaint. `row` is its line of the list but for the names; `state` is everything. Eleven
 * indexes (migration `complaint-indexes`) begin with a scope, go on with a sort key, and carry the filters.
 */
export const complaint = ledger.table(
	"complaint",
	{
		id: uuid("id").primaryKey(),
		version: integer("version").notNull(),
		inspectionId: uuid("inspection_id").notNull(),
		/** 0 where none is stated. */
		batch: integer("batch").notNull(),
		/** The form in which receipt numbers are compared; null without one. */
		receiptKey: plainText("receipt_key"),
		...listed,
		row: jsonText("row").notNull(),
		state: jsonText("state").notNull(),
	},
	(t) => [
		uniqueIndex("complaint_receipt_key")
			.on(t.inspectionId, t.receiptKey)
			.where(sql`${t.receiptKey} is not null and not ${t.withdrawn}`),
		index("complaint_receipt_any_idx").on(t.inspectionId, t.receiptKey),
		index("complaint_batch_idx").on(t.inspectionId, t.batch),
	],
);

/** The inverted index: words of the texts and marks of everything that is filtered by, in one GIN index. */
export const complaintSearch = ledger.table(
	"complaint_search",
	{
		complaintId: uuid("complaint_id").primaryKey(),
		...listed,
		/** The folded text, for terms whose words alone would let other texts through. */
		haystack: text("haystack").notNull(),
		words: searchVector("words").notNull(),
	},
	(t) => [index("complaint_search_words_idx").using("gin", t.words).with({ fastupdate: false })],
);

/** Which complaint names or repeats which: by receipt within its inspection, or by id. */
export const complaintRelation = ledger.table(
	"complaint_relation",
	{
		complaintId: uuid("complaint_id").notNull(),
		at: smallint("at").notNull(),
		kind: text("kind").notNull(),
		inspectionId: uuid("inspection_id").notNull(),
		targetKey: plainText("target_key"),
		targetId: uuid("target_id"),
	},
	(t) => [
		primaryKey({ columns: [t.complaintId, t.at] }),
		index("complaint_relation_key_idx")
			.on(t.inspectionId, t.targetKey)
			.where(sql`${t.targetKey} is not null`),
		index("complaint_relation_target_idx").on(t.targetId).where(sql`${t.targetId} is not null`),
	],
);

const counters = Object.fromEntries(COUNTER_COLUMNS.map((name) => [name, integer(name).notNull()]));

/** What the complaints of a batch and region add up to, kept with every change, so that no total counts them. */
export const complaintTally = ledger.table(
	"complaint_tally",
	{
		inspectionId: uuid("inspection_id").notNull(),
		/** 0 where none is stated. */
		batch: integer("batch").notNull(),
		region: integer("region").notNull(),
		province: integer("province").notNull(),
		city: integer("city").notNull(),
		...counters,
	},
	(t) => [primaryKey({ columns: [t.inspectionId, t.batch, t.region] })],
);
