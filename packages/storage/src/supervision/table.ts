import { sql } from "drizzle-orm";
import {
	boolean,
	date,
	index,
	integer,
	numeric,
	primaryKey,
	smallint,
	text,
	timestamp,
	uuid,
} from "drizzle-orm/pg-core";
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

/** Circulars and exposures of all issues (通报曝光), written with the issue: the register is one walk of an index. */
export const exposure = ledger.table(
	"exposure",
	{
		issueId: uuid("issue_id").notNull(),
		exposureId: uuid("exposure_id").notNull(),
		province: integer("province").notNull(),
		city: integer("city").notNull(),
		region: integer("region").notNull(),
		kind: text("kind").notNull(),
		level: text("level").notNull(),
		onDay: date("on_day", { mode: "string" }).notNull(),
		/** Not settled yet. */
		isOpen: boolean("is_open").notNull(),
	},
	(t) => [
		primaryKey({ name: "exposure_pkey", columns: [t.issueId, t.exposureId] }),
		index("exposure_province_idx").on(t.province, t.onDay, t.exposureId),
		index("exposure_city_idx").on(t.city, t.onDay, t.exposureId),
		index("exposure_region_idx").on(t.region, t.onDay, t.exposureId),
	],
);

/**
 * What the lights of issues cost which unit on which day (RSP-05), by the rules of that day: one row a point, written with
 * the issue and looked over by the sweep. A unit's score is the sum of its rows, whatever else the ledger holds.
 */
export const scorePoint = ledger.table(
	"score_point",
	{
		issueId: uuid("issue_id").notNull(),
		unitId: uuid("unit_id").notNull(),
		onDay: date("on_day", { mode: "string" }).notNull(),
		rule: text("rule").notNull(),
		province: integer("province").notNull(),
		city: integer("city").notNull(),
		region: integer("region").notNull(),
		light: text("light").notNull(),
		/** The how manieth of its year on the issue. */
		nth: smallint("nth").notNull(),
		points: numeric("points", { precision: 10, scale: 3 }).notNull(),
	},
	(t) => [
		primaryKey({ name: "score_point_pkey", columns: [t.issueId, t.unitId, t.onDay, t.rule] }),
		index("score_point_unit_idx").on(t.unitId, t.onDay, t.issueId),
		index("score_point_province_idx").on(t.province, t.onDay, t.unitId),
		index("score_point_city_idx").on(t.city, t.onDay, t.unitId),
		index("score_point_region_idx").on(t.region, t.onDay, t.unitId),
	],
);
