import { sql } from "drizzle-orm";
import { boolean, date, index, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { jsonText } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";

/** The current state of each supervision instrument. Every list is one walk of an index of its scope. */
export const instrument = ledger.table(
	"instrument",
	{
		id: uuid("id").primaryKey(),
		version: integer("version").notNull(),
		issueId: uuid("issue_id").notNull(),
		province: integer("province").notNull(),
		city: integer("city").notNull(),
		region: integer("region").notNull(),
		kind: text("kind").notNull(),
		currentState: text("current_state").notNull(),
		/** Not over yet, drafts included. */
		isOpen: boolean("is_open").notNull(),
		/** Whether it ever went out: drafts are seen by few. */
		dispatched: boolean("dispatched").notNull(),
		/** The unit that drafted it, where one did. */
		draftedUnitId: uuid("drafted_unit_id"),
		/** The day after which it is late; null where nothing is waited for. */
		replyDueOn: date("reply_due_on", { mode: "string" }),
		addressees: uuid("addressees").array().notNull(),
		draftedAt: timestamp("drafted_at", { withTimezone: true, precision: 3 }).notNull(),
		state: jsonText("state").notNull(),
	},
	(t) => [
		index("instrument_issue_idx").on(t.issueId, t.draftedAt, t.id),
		index("instrument_province_idx").on(t.province, t.draftedAt, t.id),
		index("instrument_city_idx").on(t.city, t.draftedAt, t.id),
		index("instrument_region_idx").on(t.region, t.draftedAt, t.id),
		index("instrument_province_due_idx")
			.on(t.province, t.replyDueOn, t.id)
			.where(sql`${t.replyDueOn} is not null`),
		index("instrument_city_due_idx").on(t.city, t.replyDueOn, t.id).where(sql`${t.replyDueOn} is not null`),
		index("instrument_region_due_idx")
			.on(t.region, t.replyDueOn, t.id)
			.where(sql`${t.replyDueOn} is not null`),
		index("instrument_addressee_idx").using("gin", t.addressees),
	],
);
