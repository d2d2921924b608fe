import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	customType,
	date,
	index,
	integer,
	primaryKey,
	smallint,
	text,
	timestamp,
	uuid,
} from "drizzle-orm/pg-core";
import { jsonText } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Compared by code point whatever the database's own order is: keyset pages depend on it. */
const plainText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** What lists filter and sort by. Both tables of an issue carry it, see {@link issueSearch}. */
const listed = {
	/** Two, four and six digits of the region's code: a scope is an equality on one of them. */
	province: integer("province").notNull(),
	city: integer("city").notNull(),
	region: integer("region").notNull(),
	lifecycle: smallint("lifecycle").notNull(),
	/** Last day of the deadline; infinity without one. */
	due: date("due", { mode: "string" }).notNull(),
	numberKey: plainText("number_key").notNull(),
	updatedAt: moment("updated_at").notNull(),
	/** Sets as bits, of all mandates. */
	kinds: integer("kinds").notNull(),
	rounds: bigint("rounds", { mode: "bigint" }).notNull(),
	tier: smallint("tier").notNull(),
	field: smallint("field").notNull(),
	generality: smallint("generality").notNull(),
	incomplete: boolean("incomplete").notNull(),
};

/**
 * The current state of each issue. `row` is its line of the ledger, ready but for what depends on the day; `state`
 * is everything. Both are JSON as written, never looked into by the database.
 *
 * Nine indexes (migration `issue-indexes`) begin with a scope and the lifecycle, go on with a sort key, and carry the
 * filters: a page is read off one of them in order, state by state.
 */
export const issue = ledger.table(
	"issue",
	{
		id: uuid("id").primaryKey(),
		version: integer("version").notNull(),
		...listed,
		parentId: uuid("parent_id"),
		/** The issue that it was merged or carried over into. */
		endedInto: uuid("ended_into"),
		/** The day on which an assignment begins or ends without an event, so that the row is made anew; infinity mostly. */
		changesOn: date("changes_on", { mode: "string" }).notNull(),
		row: jsonText("row").notNull(),
		state: jsonText("state").notNull(),
	},
	(t) => [
		index("issue_parent_idx").on(t.parentId).where(sql`${t.parentId} is not null`),
		index("issue_ended_into_idx").on(t.endedInto).where(sql`${t.endedInto} is not null`),
		index("issue_changes_on_idx").on(t.changesOn).where(sql`${t.changesOn} < 'infinity'`),
	],
);

/**
 * The inverted index: words of the texts and marks of units, inspections, imports and the parent, in one GIN index.
 * It is a table of its own because GIN takes long to change: a command that changes no word leaves the index alone
 * (the listed columns have no index here, so their change stays in the page).
 */
export const issueSearch = ledger.table(
	"issue_search",
	{
		issueId: uuid("issue_id").primaryKey(),
		...listed,
		/** The folded text, for terms whose words alone would let other texts through. */
		haystack: text("haystack").notNull(),
		words: searchVector("words").notNull(),
	},
	(t) => [index("issue_search_words_idx").using("gin", t.words).with({ fastupdate: false })],
);

/** Which issue carries which number on which list (DATA-01): inspection, tier, the list's region (0: central). */
export const issueNumber = ledger.table(
	"issue_number",
	{
		inspectionId: uuid("inspection_id").notNull(),
		tier: smallint("tier").notNull(),
		listRegion: integer("list_region").notNull(),
		number: plainText("number").notNull(),
		issueId: uuid("issue_id").notNull(),
	},
	(t) => [
		primaryKey({
			name: "issue_number_pkey",
			columns: [t.inspectionId, t.tier, t.listRegion, t.number],
		}),
		index("issue_number_issue_idx").on(t.issueId),
	],
);

/** A round of inspection. */
export const inspection = ledger.table(
	"inspection",
	{
		id: uuid("id").primaryKey(),
		version: integer("version").notNull(),
		province: integer("province").notNull(),
		city: integer("city").notNull(),
		region: integer("region").notNull(),
		state: jsonText("state").notNull(),
	},
	(t) => [index("inspection_province_idx").on(t.province)],
);

/** How many issues an inspection has in each region, so that no list has to count them. */
export const inspectionTally = ledger.table(
	"inspection_tally",
	{
		inspectionId: uuid("inspection_id").notNull(),
		region: integer("region").notNull(),
		issues: integer("issues").notNull(),
	},
	(t) => [primaryKey({ columns: [t.inspectionId, t.region] })],
);
