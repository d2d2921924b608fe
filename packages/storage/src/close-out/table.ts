import { sql } from "drizzle-orm";
import { date, index, integer, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { jsonText } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";

const place = {
	/** Two, four and six digits of the region's code: a scope is an equality on one of them. */
	province: integer("province").notNull(),
	city: integer("city").notNull(),
	region: integer("region").notNull(),
};

/** The current state of each draw of closed issues that are looked at again. The frame itself is in the journal. */
export const draw = ledger.table(
	"draw",
	{
		id: uuid("id").primaryKey(),
		version: integer("version").notNull(),
		...place,
		currentState: text("current_state").notNull(),
		periodFrom: date("period_from", { mode: "string" }).notNull(),
		periodTo: date("period_to", { mode: "string" }).notNull(),
		state: jsonText("state").notNull(),
	},
	(t) => [
		index("draw_province_idx").on(t.province, t.periodTo, t.id),
		index("draw_city_idx").on(t.city, t.periodTo, t.id),
		index("draw_region_idx").on(t.region, t.periodTo, t.id),
	],
);

/**
 * Issues on the last steps of the way out and those that are closed, and nothing else: the lists of the desk and of the
 * public are walks of these indexes, however many issues the ledger has. Written with the issue's own state.
 */
export const closing = ledger.table(
	"closing",
	{
		issueId: uuid("issue_id").primaryKey(),
		...place,
		stage: text("stage").notNull(),
		/** What the stage's list is sorted by: the last day of a notice, else the day on which the stage began. */
		sortOn: date("sort_on", { mode: "string" }).notNull(),
		/** The first day by which an open objection has to be answered. */
		objectionDue: date("objection_due", { mode: "string" }),
		/** When the result of the close-out was published: only those are for the public. */
		publishedOn: date("published_on", { mode: "string" }),
		/** The day of the next watch point that nobody has looked at, of closed issues; by the rules of the last sweep. */
		watchOn: date("watch_on", { mode: "string" }),
	},
	(t) => [
		index("closing_province_idx").on(t.province, t.stage, t.sortOn, t.issueId),
		index("closing_city_idx").on(t.city, t.stage, t.sortOn, t.issueId),
		index("closing_region_idx").on(t.region, t.stage, t.sortOn, t.issueId),
		index("closing_stage_idx").on(t.stage, t.sortOn, t.issueId),
		index("closing_published_idx").on(t.publishedOn, t.issueId).where(sql`${t.publishedOn} is not null`),
		index("closing_province_published_idx")
			.on(t.province, t.publishedOn, t.issueId)
			.where(sql`${t.publishedOn} is not null`),
		index("closing_city_published_idx")
			.on(t.city, t.publishedOn, t.issueId)
			.where(sql`${t.publishedOn} is not null`),
		index("closing_region_published_idx")
			.on(t.region, t.publishedOn, t.issueId)
			.where(sql`${t.publishedOn} is not null`),
		index("closing_province_objection_idx")
			.on(t.province, t.objectionDue, t.issueId)
			.where(sql`${t.objectionDue} is not null`),
		index("closing_province_watch_idx")
			.on(t.province, t.watchOn, t.issueId)
			.where(sql`${t.watchOn} is not null`),
		index("closing_city_objection_idx")
			.on(t.city, t.objectionDue, t.issueId)
			.where(sql`${t.objectionDue} is not null`),
		index("closing_city_watch_idx").on(t.city, t.watchOn, t.issueId).where(sql`${t.watchOn} is not null`),
		index("closing_region_objection_idx")
			.on(t.region, t.objectionDue, t.issueId)
			.where(sql`${t.objectionDue} is not null`),
		index("closing_region_watch_idx").on(t.region, t.watchOn, t.issueId).where(sql`${t.watchOn} is not null`),
	],
);

/**
 * How to reach those who objected as members of the public: sealed by the server's key, apart from journal and states, so
 * that it can be erased and no page, list or export of an issue ever carries it.
 */
export const objectionContact = ledger.table(
	"objection_contact",
	{
		objectionId: uuid("objection_id").primaryKey(),
		issueId: uuid("issue_id").notNull(),
		sealed: text("sealed").notNull(),
		at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
	},
	(t) => [index("objection_contact_issue_idx").on(t.issueId)],
);

/**
 * Which issue an objection is about, by the number that its author was given (受理编号): whoever has nothing but that finds
 * its answer. Written with the issue's own state; nothing of the objection itself is in it.
 */
export const objection = ledger.table(
	"objection",
	{
		issueId: uuid("issue_id").notNull(),
		objectionId: uuid("objection_id").notNull(),
		number: text("number").notNull(),
	},
	(t) => [primaryKey({ columns: [t.issueId, t.objectionId] }), index("objection_number_idx").on(t.number)],
);
