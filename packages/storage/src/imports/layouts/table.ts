import { integer, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { jsonText } from "../../db/columns.ts";
import { ledger } from "../../db/schemas.ts";

/** What the columns of a layout hold, as an office remembers it. One row for each layout of an office. */
export const columnLayout = ledger.table(
	"column_layout",
	{
		id: uuid("id").primaryKey(),
		/** Number of journal entries so far. */
		version: integer("version").notNull(),
		/** The office's own region code. */
		region: integer("region").notNull(),
		/** Fingerprint of the header. */
		layout: text("layout").notNull(),
		/** `plan` or `complaints`. */
		kind: text("kind").notNull(),
		columns: jsonText("columns").notNull(),
		savedAt: timestamp("saved_at", { withTimezone: true, precision: 3 }).notNull(),
		savedBy: text("saved_by").notNull(),
	},
	(t) => [uniqueIndex("column_layout_region_idx").on(t.region, t.layout)],
);
