import type { JournalCursor, JournalEvent, StreamKind } from "@zhenggai/domain/journal";
import type { ImportId } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";
import { cursorOf, JOURNAL_START, placeOf } from "./cursor.ts";
import { type EventRow, eventColumns, type PlacedEvent, toEvent, toPlaced } from "./mapper.ts";

/** One stream from its first entry on; empty when there is none. */
export async function readStream(from: Database | Tx, streamId: string): Promise<readonly JournalEvent[]> {
	return (await readStreams(from, [streamId])).get(streamId) ?? [];
}

/** Several streams, each from its first entry on. A stream without entries is not in the map. */
export const readStreams = (
	from: Database | Tx,
	streamIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JournalEvent[]>> =>
	eventsSince(
		readerOf(from),
		streamIds.map((streamId) => ({ streamId, version: 0 })),
	);

/** The entries of several streams after a version of each. */
export async function eventsSince(
	reader: Reader,
	wanted: readonly { readonly streamId: string; readonly version: number }[],
): Promise<ReadonlyMap<string, readonly JournalEvent[]>> {
	const { rows } = await reader.client.query<EventRow>({
		name: "journal-events-since",
		text: `SELECT ${eventColumns("e")}
			FROM unnest($1::uuid[], $2::int[]) AS w(stream_id, version)
			JOIN journal.event e ON e.stream_id = w.stream_id AND e.version > w.version
			ORDER BY e.stream_id, e.version`,
		values: [wanted.map(({ streamId }) => streamId), wanted.map(({ version }) => version)],
	});
	const streams = new Map<string, JournalEvent[]>();
	for (const row of rows) {
		const events = streams.get(row.stream_id);
		if (events === undefined) streams.set(row.stream_id, [toEvent(row)]);
		else events.push(toEvent(row));
	}
	return streams;
}

/** Entries after a cursor. */
export interface JournalPage {
	readonly entries: readonly PlacedEvent[];
	/** Where to go on: the last entry's place, or the given cursor when there is nothing new. */
	readonly next: JournalCursor;
	/** Committed entries wait behind a transaction that is still open: look again soon. */
	readonly pending: boolean;
}

/**
 * The cursor is not the place of an entry of this journal: made up, or from before a backup was restored. Whoever
 * holds it must read the ledger anew.
 */
export class UnknownCursorError extends Error {
	override readonly name = "UnknownCursorError";
	readonly cursor: JournalCursor;

	constructor(cursor: JournalCursor) {
		super(`The cursor ${cursor} is not of this journal`);
		this.cursor = cursor;
	}
}

interface PageRow extends EventRow {
	pending: boolean;
	known: boolean;
	has_event: boolean;
}

/**
 * Only rows of transactions below the oldest one still open: those are all decided, so nothing can come in
 * between later. One statement, so that the limit and the rows are of the same snapshot.
 */
const READ_AFTER = `
WITH now AS MATERIALIZED (
	SELECT c.base + pg_snapshot_xmin(s)::text::bigint AS horizon,
	       (SELECT max(l.position) FROM journal.event l) AS last,
	       ($1::bigint = 0 AND $2::bigint = 0)
	       OR EXISTS (SELECT 1 FROM journal.event k WHERE k.position = $1::bigint AND k.seq = $2::bigint) AS known
	FROM journal.clock c, pg_current_snapshot() s
)
SELECT now.known, coalesce(now.last >= now.horizon, false) AS pending, e.id IS NOT NULL AS has_event,
       ${eventColumns("e")}
FROM now LEFT JOIN LATERAL (
	SELECT * FROM journal.event f
	WHERE (f.position, f.seq) > ($1::bigint, $2::bigint) AND f.position < now.horizon
	ORDER BY f.position, f.seq LIMIT $3::int
) e ON true
ORDER BY e.position, e.seq`;

/**
 * The entries after `cursor`, oldest first, at most `limit`. An entry that is committed late is never skipped: it is
 * either on a later page, or its transaction began before and holds back everything after it until it is decided.
 * Throws UnknownCursorError.
 */
export async function readAfter(
	from: Database | Tx,
	cursor: JournalCursor,
	limit: number,
): Promise<JournalPage> {
	const { position, seq } = placeOf(cursor);
	const { rows } = await readerOf(from).client.query<PageRow>({
		name: "journal-read-after",
		text: READ_AFTER,
		values: [position, seq, limit],
	});
	const [first] = rows;
	if (first === undefined || !first.known) throw new UnknownCursorError(cursor);
	const entries = first.has_event ? rows.map(toPlaced) : [];
	return { entries, next: entries.at(-1)?.cursor ?? cursor, pending: first.pending };
}

/**
 * The end of the journal as readers may see it. Take it before reading tables, then follow the journal from it:
 * every change that the tables did not show yet will come.
 */
export async function currentCursor(from: Database | Tx): Promise<JournalCursor> {
	const { rows } = await readerOf(from).client.query<{ position: string; seq: string }>({
		name: "journal-current-cursor",
		text: `SELECT e.position, e.seq FROM journal.event e
			WHERE e.position < (
				SELECT c.base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint FROM journal.clock c)
			ORDER BY e.position DESC, e.seq DESC LIMIT 1`,
	});
	const [last] = rows;
	return last === undefined
		? JOURNAL_START
		: cursorOf({ position: BigInt(last.position), seq: BigInt(last.seq) });
}

export interface PageRequest {
	/** Where the page before ended; null for the first. */
	readonly after: JournalCursor | null;
	readonly limit: number;
}

/** What one import made, in the order it was written. `next` is null on the last page. */
export async function eventsOfImport(
	from: Database | Tx,
	importId: ImportId,
	page: PageRequest,
): Promise<{ readonly events: readonly JournalEvent[]; readonly next: JournalCursor | null }> {
	const { position, seq } = placeOf(page.after ?? JOURNAL_START);
	const { rows } = await readerOf(from).client.query<EventRow>({
		name: "journal-events-of-import",
		text: `SELECT ${eventColumns("e")} FROM journal.event e
			WHERE e.import_id = $1::uuid AND (e.position, e.seq) > ($2::bigint, $3::bigint)
			ORDER BY e.position, e.seq LIMIT $4::int`,
		values: [importId, position, seq, page.limit + 1],
	});
	const shown = rows.slice(0, page.limit).map(toPlaced);
	const next = rows.length > page.limit ? (shown.at(-1)?.cursor ?? null) : null;
	return { events: shown.map(({ event }) => event), next };
}

/** A stream that an import wrote to. */
export interface TouchedStream {
	readonly kind: StreamKind;
	readonly id: string;
}

/** The streams that an import wrote to, each once, by id: its cost is that of the import, not of the journal. */
export async function streamsOfImport(
	from: Database | Tx,
	importId: ImportId,
): Promise<readonly TouchedStream[]> {
	const { rows } = await readerOf(from).client.query<TouchedStream>({
		name: "journal-streams-of-import",
		text: `SELECT DISTINCT e.stream_kind AS kind, e.stream_id AS id FROM journal.event e
			WHERE e.import_id = $1::uuid ORDER BY id`,
		values: [importId],
	});
	return rows;
}
