import {
	type Cause,
	type EventDraft,
	GENESIS_HASH,
	hashEvent,
	type JournalEvent,
	type StreamKind,
} from "@zhenggai/domain/journal";
import { type ActorStamp, type EventId, Instant, type RegionCode } from "@zhenggai/domain/kernel";
import type { Tx } from "../tx/tx.ts";
import { sha256 } from "./mapper.ts";
import { notifyJournal } from "./notify.ts";
import { eventsSince } from "./read.ts";

/** Events of one command on one stream. */
export interface EventBatch {
	readonly streamKind: StreamKind;
	readonly streamId: string;
	/** The version that the command was decided on: 0 for a new stream, null to append whatever came before. */
	readonly expectedVersion: number | null;
	readonly events: readonly EventDraft[];
	readonly actor: ActorStamp;
	readonly at: Instant;
	readonly region: RegionCode | null;
	readonly cause: Cause;
	/** Makes the ids of the entries; UUIDv7 keeps the index dense. */
	readonly ids: () => EventId;
}

/** Somebody else appended first. */
export interface VersionConflict {
	readonly streamKind: StreamKind;
	readonly streamId: string;
	readonly expectedVersion: number;
	readonly actualVersion: number;
	/** What the others appended since the expected version. */
	readonly since: readonly JournalEvent[];
}

export type AppendResult =
	| { readonly ok: true; readonly events: readonly JournalEvent[] }
	| { readonly ok: false; readonly conflict: VersionConflict };

export type AppendBatchesResult =
	| { readonly ok: true; readonly events: readonly (readonly JournalEvent[])[] }
	| { readonly ok: false; readonly conflicts: readonly VersionConflict[] };

interface Head {
	readonly stream_id: string;
	readonly stream_kind: string;
	readonly version: number;
	readonly hash: Buffer;
	readonly position: string;
}

/**
 * Makes the heads of new streams and locks those of old ones, in the order of their ids so that two batches never
 * wait for each other; and gives this transaction's position. A head that another transaction made after this
 * statement began is in neither part.
 */
const HOLD_HEADS = `
WITH wanted AS (
	SELECT * FROM unnest($1::uuid[], $2::text[], $3::boolean[]) AS w(stream_id, stream_kind, may_be_new)
), created AS (
	INSERT INTO journal.stream AS s (stream_id, stream_kind, version, hash)
	SELECT stream_id, stream_kind, 0, $4::bytea FROM wanted WHERE may_be_new ORDER BY stream_id
	ON CONFLICT (stream_id) DO NOTHING
	RETURNING s.stream_id, s.stream_kind, s.version, s.hash
), held AS (
	SELECT s.stream_id, s.stream_kind, s.version, s.hash FROM journal.stream s
	WHERE s.stream_id = ANY($1::uuid[]) ORDER BY s.stream_id FOR UPDATE
)
SELECT h.*, c.base + pg_current_xact_id()::text::bigint AS position
FROM (SELECT * FROM created UNION ALL SELECT * FROM held) h, journal.clock c`;

const mayBeNew = (batch: EventBatch): boolean => (batch.expectedVersion ?? 0) === 0;

/** Holds every head there is; one that was made elsewhere at the same moment shows at the second look. */
async function holdAllHeads(tx: Tx, batches: readonly EventBatch[]): Promise<ReadonlyMap<string, Head>> {
	const heads = await holdHeads(tx, batches);
	const missing = batches.filter((batch) => mayBeNew(batch) && !heads.has(batch.streamId));
	return missing.length === 0 ? heads : new Map([...heads, ...(await holdHeads(tx, missing))]);
}

async function holdHeads(tx: Tx, batches: readonly EventBatch[]): Promise<ReadonlyMap<string, Head>> {
	const { rows } = await tx.client.query<Head>({
		name: "journal-hold-heads",
		text: HOLD_HEADS,
		values: [
			batches.map((batch) => batch.streamId),
			batches.map((batch) => batch.streamKind),
			batches.map(mayBeNew),
			Buffer.from(GENESIS_HASH, "hex"),
		],
	});
	return new Map(rows.map((head) => [head.stream_id, head]));
}

/** The entries of one batch after the head of its stream. */
function chain(batch: EventBatch, head: Head): readonly JournalEvent[] {
	// The table keeps milliseconds in one form: the hash is taken over what will be read back.
	const at = Instant.parse(new Date(batch.at).toISOString());
	let prevHash = head.hash.toString("hex");
	return batch.events.map((draft, index) => {
		const entry = {
			id: batch.ids(),
			streamKind: batch.streamKind,
			streamId: batch.streamId,
			version: head.version + index + 1,
			type: draft.type,
			payload: draft.payload,
			actor: batch.actor,
			at,
			region: batch.region,
			cause: batch.cause,
		};
		const hash = hashEvent(prevHash, entry, sha256);
		const event: JournalEvent = { ...entry, prevHash, hash };
		prevHash = hash;
		return event;
	});
}

const WRITE = `
WITH heads AS (
	UPDATE journal.stream s SET version = h.version, hash = h.hash
	FROM unnest($1::uuid[], $2::int[], $3::bytea[]) AS h(stream_id, version, hash)
	WHERE s.stream_id = h.stream_id
)
INSERT INTO journal.event (position, id, stream_kind, stream_id, version, type, payload, actor, at, region, cause,
	import_id, prev_hash, hash)
SELECT $4::bigint, e.id, e.stream_kind, e.stream_id, e.version, e.type, e.payload, e.actor, e.at, e.region, e.cause,
	e.import_id, e.prev_hash, e.hash
FROM unnest($5::uuid[], $6::text[], $7::uuid[], $8::int[], $9::text[], $10::json[], $11::json[], $12::timestamptz[],
	$13::text[], $14::json[], $15::uuid[], $16::bytea[], $17::bytea[])
	WITH ORDINALITY AS e(id, stream_kind, stream_id, version, type, payload, actor, at, region, cause, import_id,
		prev_hash, hash, n)
ORDER BY e.n`;

async function write(
	tx: Tx,
	position: string,
	appended: readonly (readonly JournalEvent[])[],
): Promise<void> {
	const last = appended.flatMap((events) => events.slice(-1));
	const all = appended.flat();
	const bytes = (hex: string) => Buffer.from(hex, "hex");
	await tx.send({
		name: "journal-write",
		text: WRITE,
		values: [
			last.map((event) => event.streamId),
			last.map((event) => event.version),
			last.map((event) => bytes(event.hash)),
			position,
			all.map((event) => event.id),
			all.map((event) => event.streamKind),
			all.map((event) => event.streamId),
			all.map((event) => event.version),
			all.map((event) => event.type),
			all.map((event) => JSON.stringify(event.payload)),
			all.map((event) => JSON.stringify(event.actor)),
			all.map((event) => event.at),
			all.map((event) => event.region),
			all.map((event) => JSON.stringify(event.cause)),
			all.map((event) => event.cause.importId),
			all.map((event) => bytes(event.prevHash)),
			all.map((event) => bytes(event.hash)),
		],
	});
}

function checkBatches(batches: readonly EventBatch[]): void {
	const seen = new Set<string>();
	for (const { streamId } of batches) {
		if (seen.has(streamId)) throw new Error(`Stream ${streamId} stands twice in one append`);
		seen.add(streamId);
	}
}

async function findConflicts(
	tx: Tx,
	batches: readonly EventBatch[],
	heads: ReadonlyMap<string, Head>,
): Promise<readonly VersionConflict[]> {
	const late = batches.filter((batch) => {
		const head = heads.get(batch.streamId);
		if (head !== undefined && head.stream_kind !== batch.streamKind) {
			throw new Error(`Stream ${batch.streamId} is of kind ${head.stream_kind}, not ${batch.streamKind}`);
		}
		return head === undefined || (batch.expectedVersion ?? head.version) !== head.version;
	});
	if (late.length === 0) return [];
	const since = await eventsSince(
		tx,
		late.map(({ streamId, expectedVersion }) => ({ streamId, version: expectedVersion ?? 0 })),
	);
	return late.map(({ streamKind, streamId, expectedVersion }) => {
		const events = since.get(streamId) ?? [];
		const actualVersion = events.at(-1)?.version ?? heads.get(streamId)?.version ?? 0;
		return { streamKind, streamId, expectedVersion: expectedVersion ?? 0, actualVersion, since: events };
	});
}

/**
 * Journals the events of many streams in one round trip and what goes out behind it, however many they are. All of them, or, when any stream
 * has moved on, none and the conflicts. The streams stay locked until the transaction ends. Feeds are woken after
 * the commit. A stream may stand only once in `batches`.
 */
export async function appendBatches(tx: Tx, batches: readonly EventBatch[]): Promise<AppendBatchesResult> {
	checkBatches(batches);
	const wanted = batches.filter((batch) => batch.events.length > 0);
	if (wanted.length === 0) return { ok: true, events: batches.map(() => []) };
	const heads = await holdAllHeads(tx, wanted);
	const conflicts = await findConflicts(tx, wanted, heads);
	if (conflicts.length > 0) return { ok: false, conflicts };
	let position = "";
	const events = batches.map((batch) => {
		const head = heads.get(batch.streamId);
		if (head === undefined) return [];
		position = head.position;
		return chain(batch, head);
	});
	await write(tx, position, events);
	tx.afterCommit("journal", () => notifyJournal(tx.database));
	return { ok: true, events };
}

/** Journals the events of one command on one stream; see {@link appendBatches}. */
export async function appendEvents(tx: Tx, batch: EventBatch): Promise<AppendResult> {
	const result = await appendBatches(tx, [batch]);
	if (result.ok) return { ok: true, events: result.events[0] ?? [] };
	const [conflict] = result.conflicts;
	if (conflict === undefined) throw new Error("A refused append names no conflict");
	return { ok: false, conflict };
}
