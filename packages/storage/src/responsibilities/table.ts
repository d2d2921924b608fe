import { sql } from "drizzle-orm";
import { boolean, customType, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { ledger } from "../db/schemas.ts";

/** Compared by code point: keyset pages depend on it. */
const plainText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** Names of places, by GB/T 2260 code as a number. */
export const region = ledger.table("region", {
	code: integer("code").primaryKey(),
	name: text("name").notNull(),
});

/** Units in a tree. */
export const unit = ledger.table(
	"unit",
	{
		id: uuid("id").primaryKey(),
		version: integer("version").notNull(),
		name: plainText("name").notNull(),
		aliases: text("aliases").array().notNull(),
		kind: text("kind").notNull(),
		province: integer("province").notNull(),
		city: integer("city").notNull(),
		region: integer("region").notNull(),
		parentId: uuid("parent_id"),
		active: boolean("active").notNull(),
		words: searchVector("words").notNull(),
	},
	(t) => [
		// The order of lists: by region, then name.
		index("unit_region_idx").on(t.province, t.region, t.name, t.id),
		index("unit_parent_idx").on(t.parentId, t.region, t.name, t.id).where(sql`${t.parentId} is not null`),
		index("unit_words_idx").using("gin", t.words).with({ fastupdate: false }),
	],
);

/** People. `phone` stays out of everything that is public. */
export const person = ledger.table(
	"person",
	{
		id: uuid("id").primaryKey(),
		version: integer("version").notNull(),
		name: plainText("name").notNull(),
		unitId: uuid("unit_id"),
		title: text("title"),
		/** The province of the unit, where people are looked for; 0 without a unit. */
		province: integer("province").notNull(),
		phone: text("phone"),
		words: searchVector("words").notNull(),
	},
	(t) => [
		index("person_province_idx").on(t.province, t.name, t.id),
		index("person_unit_idx").on(t.unitId, t.name, t.id).where(sql`${t.unitId} is not null`),
		index("person_words_idx").using("gin", t.words).with({ fastupdate: false }),
	],
);
