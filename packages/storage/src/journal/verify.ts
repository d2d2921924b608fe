import { GENESIS_HASH, hashEvent } from "@zhenggai/domain/journal";
import type { Database } from "../db/database.ts";
import { type Reader, readSnapshot } from "../tx/tx.ts";
import { type EventRow, eventColumns, sha256, toEvent } from "./mapper.ts";

/** Where a stream first differs from what was written. */
export interface BrokenStream {
	readonly streamId: string;
	/** The number of the entry that is wrong, missing, or too many. */
	readonly version: number;
	readonly why: /** Its number does not follow the one before: entries are missing. */
		| "gap"
		/** It does not follow the entry before it. */
		| "predecessor"
		/** Its content is not what its hash was taken over. */
		| "content"
		/** The stream's last entries are missing, or there are more than were journalled. */
		| "end";
}

export interface ChainReport {
	readonly ok: boolean;
	readonly streams: number;
	readonly events: number;
	/** The first broken entry of each stream that has one, at most 100 of them. */
	readonly broken: readonly BrokenStream[];
}

const PAGE = 2000;
const MAX_BROKEN = 100;
const FIRST_UUID = "00000000-0000-0000-0000-000000000000";

interface ChainRow extends EventRow {
	head_version: number | null;
	head_hash: Buffer | null;
}

async function* chainRows(reader: Reader): AsyncGenerator<ChainRow> {
	let [streamId, version] = [FIRST_UUID, 0];
	for (;;) {
		const { rows } = await reader.client.query<ChainRow>({
			name: "journal-verify-page",
			text: `SELECT ${eventColumns("e")}, s.version AS head_version, s.hash AS head_hash
				FROM (SELECT * FROM journal.event f WHERE (f.stream_id, f.version) > ($1::uuid, $2::int)
					ORDER BY f.stream_id, f.version LIMIT ${PAGE}) e
				LEFT JOIN journal.stream s ON s.stream_id = e.stream_id
				ORDER BY e.stream_id, e.version`,
			values: [streamId, version],
		});
		yield* rows;
		const last = rows.at(-1);
		if (last === undefined || rows.length < PAGE) return;
		[streamId, version] = [last.stream_id, last.version];
	}
}

/** Heads that promise entries where there is not one. */
async function emptiedStreams(reader: Reader): Promise<readonly BrokenStream[]> {
	const { rows } = await reader.client.query<{ stream_id: string }>(
		`SELECT s.stream_id FROM journal.stream s
		 WHERE s.version > 0 AND NOT EXISTS (SELECT 1 FROM journal.event e WHERE e.stream_id = s.stream_id)
		 ORDER BY s.stream_id LIMIT ${MAX_BROKEN}`,
	);
	return rows.map(({ stream_id }) => ({ streamId: stream_id, version: 1, why: "end" }));
}

/** Checks the entries of one stream after the other. */
class ChainCheck {
	streams = 0;
	events = 0;
	readonly broken: BrokenStream[] = [];
	#last: ChainRow | null = null;
	#isBroken = false;

	add(row: ChainRow): void {
		if (row.stream_id !== this.#last?.stream_id) this.#begin();
		this.events += 1;
		const why = this.#isBroken ? null : this.#fault(row);
		if (why !== null) this.#report({ streamId: row.stream_id, version: row.version, why });
		this.#last = row;
	}

	/** Ends the last stream. */
	end(): void {
		const last = this.#last;
		if (last === null || this.#isBroken) return;
		const whole = last.head_version === last.version && last.head_hash?.equals(last.hash) === true;
		if (!whole) {
			const version = Math.min(last.version, last.head_version ?? 0) + 1;
			this.#report({ streamId: last.stream_id, version, why: "end" });
		}
	}

	#begin(): void {
		this.end();
		this.#last = null;
		this.#isBroken = false;
		this.streams += 1;
	}

	#fault(row: ChainRow): BrokenStream["why"] | null {
		const event = toEvent(row);
		const prevHash = this.#last?.hash.toString("hex") ?? GENESIS_HASH;
		if (event.version !== (this.#last?.version ?? 0) + 1) return "gap";
		if (event.prevHash !== prevHash) return "predecessor";
		return event.hash === hashEvent(prevHash, event, sha256) ? null : "content";
	}

	#report(broken: BrokenStream): void {
		this.#isBroken = true;
		if (this.broken.length < MAX_BROKEN) this.broken.push(broken);
	}
}

/**
 * Recomputes the hash chain of every stream over one unchanging snapshot, page by page, in memory that does not grow
 * with the journal. Finds an entry that was changed, removed, inserted or renumbered, also at a stream's end; a
 * stream that was removed with its head is found by `verifySeals`.
 */
export function verifyChains(database: Database): Promise<ChainReport> {
	return readSnapshot(
		database,
		async (reader) => {
			const check = new ChainCheck();
			for await (const row of chainRows(reader)) check.add(row);
			check.end();
			const broken = [...check.broken, ...(await emptiedStreams(reader))].slice(0, MAX_BROKEN);
			return { ok: broken.length === 0, streams: check.streams, events: check.events, broken };
		},
		{ statementTimeoutMs: 0 },
	);
}
