import { index, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { jsonText, rawBytes } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Documents that were read, with what was read and what was chosen, until and after they are applied. */
export const importDraft = ledger.table(
	"import_draft",
	{
		id: uuid("id").primaryKey(),
		/** Number of journal entries so far: guards against two people who apply it at once. */
		version: integer("version").notNull(),
		/** `draft`, `applied`, `discarded` or `undone`. */
		state: text("state").notNull(),
		province: integer("province").notNull(),
		city: integer("city").notNull(),
		region: integer("region").notNull(),
		/** What the document was read as: `plan`, `complaints`, `notice` or `unknown`. */
		kind: text("kind").notNull(),
		sourceName: text("source_name").notNull(),
		sha256: text("sha256").notNull(),
		startedAt: moment("started_at").notNull(),
		startedBy: text("started_by").notNull(),
		appliedAt: moment("applied_at"),
		result: jsonText("result"),
		/** When, by whom and why it was undone. */
		undone: jsonText("undone"),
		proposal: jsonText("proposal").notNull(),
		/** What the clerk said about the document for the reading that is kept. */
		hint: jsonText("hint").notNull().default({}),
		choices: jsonText("choices").notNull(),
	},
	(t) => [
		index("import_draft_province_idx").on(t.province, t.startedAt, t.id),
		index("import_draft_city_idx").on(t.city, t.startedAt, t.id),
		index("import_draft_region_idx").on(t.region, t.startedAt, t.id),
	],
);

/**
 * What a draft was read from, byte for byte: read again with a hint, and the evidence of what was imported. Apart from
 * the draft, which is read often.
 */
export const importSource = ledger.table("import_source", {
	importId: uuid("import_id")
		.primaryKey()
		.references(() => importDraft.id),
	/** `file`, or `pasted` for text in UTF-8. */
	kind: text("kind").notNull(),
	name: text("name").notNull(),
	bytes: rawBytes("bytes").notNull(),
});

/** How far an import is, written outside of its transaction so that everybody can watch it. */
export const importProgress = ledger.table("import_progress", {
	importId: uuid("import_id").primaryKey(),
	done: integer("done").notNull(),
	total: integer("total").notNull(),
	phase: text("phase").notNull(),
	at: moment("at").notNull(),
});
