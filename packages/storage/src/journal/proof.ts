import type { Database } from "../db/database.ts";
import { type Reader, readSnapshot } from "../tx/tx.ts";
import { placeOf } from "./cursor.ts";
import { MerkleTree } from "./merkle.ts";
import { type Seal, type SealRow, toSeal } from "./seal.ts";

/** That an entry of a stream is in what a seal sealed: its number there, and the way from its hash to the root. */
export interface EntryProof {
	readonly version: number;
	readonly seal: number;
	readonly index: number;
	readonly path: readonly string[];
}

export interface StreamProof {
	/** By version; entries that no seal covers yet are in `unsealed`. */
	readonly entries: readonly EntryProof[];
	readonly unsealed: readonly number[];
	/** The seals of these entries, by number, and where `isWhole` every one between the first and the last of them. */
	readonly seals: readonly Seal[];
	readonly isWhole: boolean;
}

/** Seals between the first and the last that are given along: a minute each, some weeks of a busy ledger. */
const MOST_SEALS = 20_000;
const PAGE = 5000;

/** The seal of each entry of a stream up to a version: null where it has none yet. */
async function sealsOfEntries(
	reader: Reader,
	streamId: string,
	version: number,
): Promise<readonly { readonly version: number; readonly seal: number | null }[]> {
	const { rows } = await reader.client.query<{ version: number; seal: number | null }>(
		`SELECT e.version, s.number AS seal FROM journal.event e LEFT JOIN LATERAL (
				SELECT f.number FROM journal.seal f
				WHERE (f.through_position, f.through_seq) >= (e.position, e.seq)
				ORDER BY f.through_position, f.through_seq LIMIT 1
			) s ON true
			WHERE e.stream_id = $1 AND e.version <= $2 ORDER BY e.version`,
		[streamId, version],
	);
	return rows;
}

/** The chain between the first and the last of some seals, or they alone where it is long. */
async function chainOf(
	reader: Reader,
	used: readonly number[],
	most: number,
): Promise<{ seals: readonly Seal[]; isWhole: boolean }> {
	const [first, last] = [used[0] ?? 0, used.at(-1) ?? -1];
	const isWhole = last - first < most;
	const { rows } = await reader.client.query<SealRow>(
		isWhole
			? "SELECT * FROM journal.seal WHERE number BETWEEN $1 AND $2 ORDER BY number"
			: "SELECT * FROM journal.seal WHERE number = ANY($1::int[]) ORDER BY number",
		isWhole ? [first, last] : [used],
	);
	return { seals: rows.map(toSeal), isWhole };
}

/** The proofs of a stream's entries in one seal. */
async function proofsIn(
	reader: Reader,
	seal: Seal,
	streamId: string,
	version: number,
): Promise<readonly EntryProof[]> {
	const tree = new MerkleTree();
	const versions: number[] = [];
	const through = placeOf(seal.through);
	let { position, seq } = placeOf(seal.after);
	for (;;) {
		const { rows } = await reader.client.query<{
			position: string;
			seq: string;
			hash: Buffer;
			version: number | null;
		}>({
			name: "journal-proof-page",
			text: `SELECT e.position, e.seq, e.hash,
					CASE WHEN e.stream_id = $5 AND e.version <= $6 THEN e.version END AS version
				FROM journal.event e
				WHERE (e.position, e.seq) > ($1::bigint, $2::bigint) AND (e.position, e.seq) <= ($3::bigint, $4::bigint)
				ORDER BY e.position, e.seq LIMIT ${PAGE}`,
			values: [position, seq, through.position, through.seq, streamId, version],
		});
		for (const row of rows) {
			tree.add(row.hash, row.version !== null);
			if (row.version !== null) versions.push(row.version);
		}
		const last = rows.at(-1);
		if (last === undefined || rows.length < PAGE) break;
		[position, seq] = [BigInt(last.position), BigInt(last.seq)];
	}
	return tree.paths().flatMap(({ index, path }, at): EntryProof[] => {
		const own = versions[at];
		return own === undefined ? [] : [{ version: own, seal: seal.number, index, path }];
	});
}

/**
 * What shows somebody without the journal that a stream's entries up to a version are in it: for each the way up to the
 * root of its seal (RFC 6962 §2.1.1), and the seals, chained to each other. Of a chain longer than `mostSeals` only the
 * seals of these entries are given. Costs a read of everything those seals cover.
 */
export function proveStream(
	database: Database,
	streamId: string,
	version: number,
	mostSeals = MOST_SEALS,
): Promise<StreamProof> {
	return readSnapshot(database, async (reader) => {
		const placed = await sealsOfEntries(reader, streamId, version);
		const numbers = placed.flatMap(({ seal }) => (seal === null ? [] : [seal]));
		const used = [...new Set(numbers)].toSorted((a, b) => a - b);
		const { seals, isWhole } = await chainOf(reader, used, mostSeals);
		const entries: EntryProof[] = [];
		for (const seal of seals) {
			if (used.includes(seal.number)) entries.push(...(await proofsIn(reader, seal, streamId, version)));
		}
		return {
			entries: entries.toSorted((a, b) => a.version - b.version),
			unsealed: placed.flatMap((entry) => (entry.seal === null ? [entry.version] : [])),
			seals,
			isWhole,
		};
	});
}
