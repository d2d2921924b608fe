import type { Json } from "@zhenggai/domain/journal";
import { Instant, type IsoDate } from "@zhenggai/domain/kernel";
import type { Reader } from "../tx/tx.ts";

/** The moment at which a day ends in Shanghai, which keeps UTC+8 the whole year. It is not part of the day any more. */
export const endOfDay = (day: IsoDate): Instant => Instant.parse(`${day}T16:00:00.000Z`);

/**
 * The version that each stream had at the end of a day. A stream that began later is not in the map. Each costs as many
 * entries as were written since, and one.
 */
export async function versionsOn(
	reader: Reader,
	streamIds: readonly string[],
	day: IsoDate,
): Promise<ReadonlyMap<string, number>> {
	if (streamIds.length === 0) return new Map();
	const { rows } = await reader.client.query<{ id: string; version: number }>({
		name: "journal-versions-on",
		text: `SELECT w.id, e.version FROM unnest($1::uuid[]) AS w(id)
			CROSS JOIN LATERAL (SELECT f.version FROM journal.event f
				WHERE f.stream_id = w.id AND f.at < $2::timestamptz ORDER BY f.version DESC LIMIT 1) e`,
		values: [streamIds, endOfDay(day)],
	});
	return new Map(rows.map(({ id, version }) => [id, version]));
}

/** What the entries of several streams say, each stream from its first entry up to a version. */
export async function payloadsUpTo(
	reader: Reader,
	wanted: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly Json[]>> {
	if (wanted.size === 0) return new Map();
	const { rows } = await reader.client.query<{ id: string; payload: Json }>({
		name: "journal-payloads-up-to",
		text: `SELECT e.stream_id AS id, e.payload
			FROM unnest($1::uuid[], $2::int[]) AS w(stream_id, version)
			JOIN journal.event e ON e.stream_id = w.stream_id AND e.version <= w.version
			ORDER BY e.stream_id, e.version`,
		values: [[...wanted.keys()], [...wanted.values()]],
	});
	const streams = new Map<string, Json[]>();
	for (const { id, payload } of rows) {
		const held = streams.get(id);
		if (held === undefined) streams.set(id, [payload]);
		else held.push(payload);
	}
	return streams;
}

/** When the journal's first entry was written; null while it is empty. */
export async function journalBegan(reader: Reader): Promise<Instant | null> {
	const { rows } = await reader.client.query<{ at: Date }>({
		name: "journal-began",
		text: "SELECT e.at FROM journal.event e ORDER BY e.position, e.seq LIMIT 1",
	});
	const [first] = rows;
	return first === undefined ? null : Instant.parse(first.at.toISOString());
}
