import { date, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { jsonText } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";

/** The current state of each sweep for similar problems. */
export const screening = ledger.table(
	"screening",
	{
		id: uuid("id").primaryKey(),
		version: integer("version").notNull(),
		issueId: uuid("issue_id").notNull(),
		currentState: text("current_state").notNull(),
		dueOn: date("due_on", { mode: "string" }).notNull(),
		state: jsonText("state").notNull(),
	},
	(t) => [index("screening_issue_idx").on(t.issueId), index("screening_due_idx").on(t.dueOn, t.id)],
);

/**
 * Where a sweep is: the two, four and six digits of its own region and of every target's, each once. A list of a part of
 * the country is one walk of the index, however many targets a sweep has there.
 */
export const screeningPlace = ledger.table(
	"screening_place",
	{
		scope: integer("scope").notNull(),
		screeningId: uuid("screening_id").notNull(),
		currentState: text("current_state").notNull(),
		dueOn: date("due_on", { mode: "string" }).notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.scope, t.screeningId] }),
		index("screening_place_due_idx").on(t.scope, t.dueOn, t.screeningId),
		index("screening_place_sweep_idx").on(t.screeningId),
	],
);

/** Which find became which issue: an issue stands for one find of one sweep. */
export const screeningOpened = ledger.table("screening_opened", {
	issueId: uuid("issue_id").primaryKey(),
	screeningId: uuid("screening_id").notNull(),
	findId: uuid("find_id").notNull(),
});
