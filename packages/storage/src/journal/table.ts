import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	primaryKey,
	text,
	timestamp,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import { hexBytes, jsonText } from "../db/columns.ts";
import { journal } from "../db/schemas.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/**
 * Every accepted event. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE.
 *
 * `position` is the number of the writing transaction (above `clock.base`), not the order of commit. A reader takes
 * only rows below the oldest transaction that is still open, so no row can appear behind a place already read.
 */
export const event = journal.table(
	"event",
	{
		streamId: uuid("stream_id").notNull(),
		version: integer("version").notNull(),
		position: bigint("position", { mode: "bigint" }).notNull(),
		seq: bigint("seq", { mode: "bigint" }).notNull().generatedAlwaysAsIdentity({ cache: 1 }),
		id: uuid("id").notNull(),
		streamKind: text("stream_kind").notNull(),
		type: text("type").notNull(),
		payload: jsonText("payload").notNull(),
		actor: jsonText("actor").notNull(),
		at: moment("at").notNull(),
		region: text("region"),
		cause: jsonText("cause").notNull(),
		/** `cause.importId`, for "what this import made". */
		importId: uuid("import_id"),
		prevHash: hexBytes("prev_hash").notNull(),
		hash: hexBytes("hash").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.streamId, t.version] }),
		uniqueIndex("event_id_key").on(t.id),
		uniqueIndex("event_position_key").on(t.position, t.seq),
		index("event_import_idx").on(t.importId, t.position, t.seq).where(sql`${t.importId} is not null`),
		check("event_version_check", sql`${t.version} >= 1`),
	],
);

/** The last version and hash of each stream: what a writer locks, so that two never append the same number. */
export const stream = journal.table("stream", {
	streamId: uuid("stream_id").primaryKey(),
	streamKind: text("stream_kind").notNull(),
	version: integer("version").notNull(),
	hash: hexBytes("hash").notNull(),
});

/**
 * One row. A database restored from a dump counts its transactions anew; `base` lifts the new numbers above the
 * positions of the old rows.
 */
export const clock = journal.table(
	"clock",
	{
		only: boolean("only").primaryKey().default(true),
		base: bigint("base", { mode: "bigint" }).notNull().default(sql`0`),
	},
	(t) => [check("clock_only_check", sql`${t.only}`)],
);

/** The Merkle root over everything between two cursors, chained to the seal before. Append-only. */
export const seal = journal.table(
	"seal",
	{
		number: integer("number").primaryKey(),
		/** The last entry of the seal before: this one covers what comes after it … */
		afterPosition: bigint("after_position", { mode: "bigint" }).notNull(),
		afterSeq: bigint("after_seq", { mode: "bigint" }).notNull(),
		/** … up to and with this one. */
		throughPosition: bigint("through_position", { mode: "bigint" }).notNull(),
		throughSeq: bigint("through_seq", { mode: "bigint" }).notNull(),
		count: integer("count").notNull(),
		root: hexBytes("root").notNull(),
		at: moment("at").notNull(),
		prevHash: hexBytes("prev_hash").notNull(),
		hash: hexBytes("hash").notNull(),
	},
	// Which seal an entry is in.
	(t) => [uniqueIndex("seal_through_key").on(t.throughPosition, t.throughSeq)],
);

/** What a repeated request gets instead of being done twice. */
export const idempotency = journal.table(
	"idempotency",
	{
		actorId: text("actor_id").notNull(),
		key: text("key").notNull(),
		verb: text("verb").notNull(),
		/** Of the request, to tell a repeat from another request with the same key. */
		fingerprint: text("fingerprint").notNull(),
		result: jsonText("result"),
		at: moment("at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.actorId, t.key] }), index("idempotency_at_idx").on(t.at)],
);
