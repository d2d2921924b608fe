import { boolean, date, index, integer, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { ledger } from "../db/schemas.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/**
 * When each issue has to be looked at by itself: the day before which nothing of it can change without a person's doing.
 * Whoever writes the issue, or an instrument on it, sets the day to `-infinity`: the next sweep looks. A table of its own
 * because it is narrow: a sweep that finds nothing to do leaves the wide rows and their indexes alone.
 */
export const issueWatch = ledger.table(
	"issue_watch",
	{
		/** The first four digits of its region: what one sweep goes through. */
		city: integer("city").notNull(),
		issueId: uuid("issue_id").notNull(),
		dueOn: date("due_on", { mode: "string" }).notNull(),
		/** Counts the writes, so that a sweep does not take away a mark that was set after it had read the issue. */
		touched: integer("touched").notNull(),
	},
	(t) => [
		primaryKey({ name: "issue_watch_pkey", columns: [t.city, t.issueId] }),
		index("issue_watch_due_idx").on(t.city, t.dueOn, t.issueId),
	],
);

/** How far each part of the country is swept. Whoever sweeps holds the row for the length of a batch. */
export const sweepRegion = ledger.table("sweep_region", {
	city: integer("city").primaryKey(),
	/** The last day that was finished. */
	sweptThrough: date("swept_through", { mode: "string" }).notNull(),
	/** What its issues were last judged by, or are being: rules, calendar and program as one hash; empty at first. */
	basis: text("basis").notNull(),
	/** The day that is under way, null between days; what follows is how far it is. */
	day: date("day", { mode: "string" }),
	startedAt: moment("started_at"),
	/** Whether every issue is looked at, because what they are judged by has changed. */
	full: boolean("full").notNull(),
	/** Of a full sweep the issue that was looked at last. */
	after: uuid("after"),
	evaluated: integer("evaluated").notNull(),
	changed: integer("changed").notNull(),
	failed: integer("failed").notNull(),
});

/** Days that are finished, each once for a part of the country: the truth about what was swept. */
export const sweep = ledger.table(
	"sweep",
	{
		day: date("day", { mode: "string" }).notNull(),
		city: integer("city").notNull(),
		full: boolean("full").notNull(),
		startedAt: moment("started_at").notNull(),
		finishedAt: moment("finished_at").notNull(),
		evaluated: integer("evaluated").notNull(),
		changed: integer("changed").notNull(),
		failed: integer("failed").notNull(),
	},
	(t) => [primaryKey({ name: "sweep_pkey", columns: [t.city, t.day] })],
);

/** Issues that the last sweep could not evaluate, and why. Gone once one can be. */
export const sweepFailure = ledger.table(
	"sweep_failure",
	{
		city: integer("city").notNull(),
		issueId: uuid("issue_id").notNull(),
		day: date("day", { mode: "string" }).notNull(),
		message: text("message").notNull(),
	},
	(t) => [primaryKey({ name: "sweep_failure_pkey", columns: [t.city, t.issueId] })],
);
