import { integer, uuid } from "drizzle-orm/pg-core";
import { jsonText } from "../db/columns.ts";
import { ledger } from "../db/schemas.ts";

/** What a region says about its rules. Small: one row for a province or a city that ever said anything. */
export const regionRules = ledger.table("region_rules", {
	region: integer("region").primaryKey(),
	/** The stream in the journal. */
	id: uuid("id").notNull().unique("region_rules_id_key"),
	version: integer("version").notNull(),
	state: jsonText("state").notNull(),
});

/** What the ledger says about the calendar of a year. Small: one row for a year that was loaded or corrected. */
export const calendarYears = ledger.table("calendar_year", {
	year: integer("year").primaryKey(),
	/** The stream in the journal. */
	id: uuid("id").notNull().unique("calendar_year_id_key"),
	version: integer("version").notNull(),
	state: jsonText("state").notNull(),
});
