import { boolean, index, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { jsonText } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";

/**
 * The current state of each referral. Nothing of it stands in any other table, list or search: who may know of one is
 * asked of the domain for each. `known_state` is the state that the office which wrote it knows.
 */
export const referral = ledger.table(
	"referral",
	{
		id: uuid("id").primaryKey(),
		version: integer("version").notNull(),
		province: integer("province").notNull(),
		city: integer("city").notNull(),
		region: integer("region").notNull(),
		/** Whether it ever reached the leading group. */
		submitted: boolean("submitted").notNull(),
		currentState: text("current_state").notNull(),
		knownState: text("known_state").notNull(),
		draftedAt: timestamp("drafted_at", { withTimezone: true, precision: 3 }).notNull(),
		issueIds: uuid("issue_ids").array().notNull(),
		state: jsonText("state").notNull(),
	},
	(t) => [
		index("referral_region_idx").on(t.region, t.draftedAt, t.id),
		index("referral_city_idx").on(t.city, t.draftedAt, t.id),
		index("referral_province_idx").on(t.province, t.draftedAt, t.id),
		index("referral_issue_idx").using("gin", t.issueIds),
	],
);
