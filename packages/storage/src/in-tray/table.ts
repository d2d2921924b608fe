import { date, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { jsonText } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";

/**
 * What waits for whom (待办): one row an item, made anew with every write of its issue or of an instrument on it. A list is
 * one walk of an index of its side, whatever else the table holds.
 */
export const inTray = ledger.table(
	"in_tray",
	{
		issueId: uuid("issue_id").notNull(),
		/** Made of the item's key: the same item keeps its row. */
		id: uuid("id").notNull(),
		/** Whose it is: `unit:<id>`, `person:<id>`, or an office as `<role>:<region>`. */
		whose: text("whose").notNull(),
		kind: text("kind").notNull(),
		/** `infinity` for what has no day: it comes last. */
		dueOn: date("due_on", { mode: "string" }).notNull(),
		/** Where the issue is: nobody's tray holds anything from outside of the region. */
		region: integer("region").notNull(),
		item: jsonText("item").notNull(),
	},
	(t) => [
		primaryKey({ name: "in_tray_pkey", columns: [t.issueId, t.id] }),
		index("in_tray_whose_idx").on(t.whose, t.dueOn, t.issueId, t.id),
		index("in_tray_kind_idx").on(t.whose, t.kind, t.dueOn, t.issueId, t.id),
	],
);
