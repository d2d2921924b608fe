import { createHash } from "node:crypto";
import type { Cause, JournalCursor, JournalEvent, Json, StreamKind } from "@zhenggai/domain/journal";
import { type ActorStamp, type EventId, Instant, type RegionCode } from "@zhenggai/domain/kernel";
import { cursorOf } from "./cursor.ts";

/** A row of `journal.event` as the driver gives it. Only this package writes them, so the types hold. */
export interface EventRow {
	position: string;
	seq: string;
	id: EventId;
	stream_kind: StreamKind;
	stream_id: string;
	version: number;
	type: string;
	payload: Json;
	actor: ActorStamp;
	at: Date;
	region: RegionCode | null;
	cause: Cause;
	prev_hash: Buffer;
	hash: Buffer;
}

/** An entry with its place in the journal. */
export interface PlacedEvent {
	readonly cursor: JournalCursor;
	readonly event: JournalEvent;
}

const NAMES = [
	"position",
	"seq",
	"id",
	"stream_kind",
	"stream_id",
	"version",
	"type",
	"payload",
	"actor",
	"at",
	"region",
	"cause",
	"prev_hash",
	"hash",
] as const satisfies readonly (keyof EventRow)[];

/** The columns of an {@link EventRow}, of the table known as `alias`. */
export const eventColumns = (alias: string): string => NAMES.map((name) => `${alias}.${name}`).join(", ");

export const toEvent = (row: EventRow): JournalEvent => ({
	id: row.id,
	streamKind: row.stream_kind,
	streamId: row.stream_id,
	version: row.version,
	type: row.type,
	payload: row.payload,
	actor: row.actor,
	at: Instant.parse(row.at.toISOString()),
	region: row.region,
	cause: row.cause,
	prevHash: row.prev_hash.toString("hex"),
	hash: row.hash.toString("hex"),
});

export const toPlaced = (row: EventRow): PlacedEvent => ({
	cursor: cursorOf({ position: BigInt(row.position), seq: BigInt(row.seq) }),
	event: toEvent(row),
});

/** SHA-256 in lower-case hex, which the domain's hash chain is given. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
