import { canonicalJson, GENESIS_HASH, type JournalCursor } from "@zhenggai/domain/journal";
import { Instant } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { type Reader, readSnapshot, type Tx, withTransaction } from "../tx/tx.ts";
import { cursorOf, JOURNAL_START, type Place, placeOf } from "./cursor.ts";
import { sha256 } from "./mapper.ts";
import { MerkleTree } from "./merkle.ts";
import { currentCursor } from "./read.ts";

/** A root over the entries after one place, through another, chained to the seal before. */
export interface Seal {
	readonly number: number;
	readonly after: JournalCursor;
	readonly through: JournalCursor;
	readonly count: number;
	readonly root: string;
	readonly at: Instant;
	readonly prevHash: string;
	readonly hash: string;
}

export interface SealReport {
	readonly ok: boolean;
	readonly seals: number;
	/** Entries that a seal covers, and those still waiting for one. */
	readonly sealed: number;
	readonly unsealed: number;
	/** The seals that no longer fit what they sealed. */
	readonly broken: readonly BrokenSeal[];
	/** The last seal: print it, file it, compare it later. Only a copy outside shows that the newest were removed. */
	readonly last: { readonly number: number; readonly hash: string } | null;
}

export interface BrokenSeal {
	readonly number: number;
	readonly why: /** The seal itself was changed, removed or does not follow the one before. */
		| "chain"
		/** Entries were removed from what it sealed, or slipped in: the numbers differ. */
		| "count"
		/** As many entries, but not the same ones. */
		| "content"
		/** It is missing or differs from the copy that was kept outside. */
		| "witness";
	readonly from: JournalCursor;
	readonly through: JournalCursor;
	readonly expected: number;
	readonly found: number;
}

const PAGE = 5000;
/** Two nodes must not seal the same stretch. */
const ADVISORY_KEY = "7236440021775";

const hashSeal = (seal: Omit<Seal, "hash">): string =>
	sha256(
		seal.prevHash +
			canonicalJson({
				after: seal.after,
				at: seal.at,
				count: seal.count,
				number: seal.number,
				root: seal.root,
				through: seal.through,
			}),
	);

/** The tree over the entries after one place through another, in the journal's order. */
async function treeBetween(reader: Reader, after: Place, through: Place): Promise<MerkleTree> {
	const tree = new MerkleTree();
	let { position, seq } = after;
	for (;;) {
		const { rows } = await reader.client.query<{ position: string; seq: string; hash: Buffer }>({
			name: "journal-seal-page",
			text: `SELECT e.position, e.seq, e.hash FROM journal.event e
				WHERE (e.position, e.seq) > ($1::bigint, $2::bigint) AND (e.position, e.seq) <= ($3::bigint, $4::bigint)
				ORDER BY e.position, e.seq LIMIT ${PAGE}`,
			values: [position, seq, through.position, through.seq],
		});
		for (const row of rows) tree.add(row.hash);
		const last = rows.at(-1);
		if (last === undefined || rows.length < PAGE) return tree;
		position = BigInt(last.position);
		seq = BigInt(last.seq);
	}
}

export interface SealRow {
	number: number;
	after_position: string;
	after_seq: string;
	through_position: string;
	through_seq: string;
	count: number;
	root: Buffer;
	at: Date;
	prev_hash: Buffer;
	hash: Buffer;
}

/** A seal as it is kept. */
export const toSeal = (row: SealRow): Seal => ({
	number: row.number,
	after: cursorOf({ position: BigInt(row.after_position), seq: BigInt(row.after_seq) }),
	through: cursorOf({ position: BigInt(row.through_position), seq: BigInt(row.through_seq) }),
	count: row.count,
	root: row.root.toString("hex"),
	at: Instant.parse(row.at.toISOString()),
	prevHash: row.prev_hash.toString("hex"),
	hash: row.hash.toString("hex"),
});

async function readSeals(reader: Reader, afterNumber: number, limit: number): Promise<readonly Seal[]> {
	const { rows } = await reader.client.query<SealRow>(
		"SELECT * FROM journal.seal WHERE number > $1 ORDER BY number LIMIT $2",
		[afterNumber, limit],
	);
	return rows.map(toSeal);
}

async function lastSeal(reader: Reader): Promise<Seal | null> {
	const { rows } = await reader.client.query<SealRow>(
		"SELECT * FROM journal.seal ORDER BY number DESC LIMIT 1",
	);
	return rows[0] === undefined ? null : toSeal(rows[0]);
}

async function insertSeal(tx: Tx, seal: Seal): Promise<void> {
	const [after, through] = [placeOf(seal.after), placeOf(seal.through)];
	await tx.client.query(
		`INSERT INTO journal.seal (number, after_position, after_seq, through_position, through_seq, count, root, at,
			prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, decode($9, 'hex'), decode($10, 'hex'))`,
		[
			seal.number,
			after.position,
			after.seq,
			through.position,
			through.seq,
			seal.count,
			seal.root,
			seal.at,
			seal.prevHash,
			seal.hash,
		],
	);
}

/**
 * Seals everything new up to a place that no late commit can slip behind, and gives the seal, or null when there is
 * nothing new. Writers never wait for it. Safe to run on several nodes.
 */
export function sealJournal(database: Database, at: Instant): Promise<Seal | null> {
	return withTransaction(
		database,
		async (tx) => {
			await tx.client.query(`SELECT pg_advisory_xact_lock(${ADVISORY_KEY})`);
			const before = await lastSeal(tx);
			const after = before?.through ?? JOURNAL_START;
			const through = await currentCursor(tx);
			const tree = await treeBetween(tx, placeOf(after), placeOf(through));
			if (tree.count === 0) return null;
			const unhashed = {
				number: (before?.number ?? 0) + 1,
				after,
				through,
				count: tree.count,
				root: tree.root(),
				at: Instant.parse(new Date(at).toISOString()),
				prevHash: before?.hash ?? GENESIS_HASH,
			};
			const seal = { ...unhashed, hash: hashSeal(unhashed) };
			await insertSeal(tx, seal);
			return seal;
		},
		{ statementTimeoutMs: 0 },
	);
}

/** What is wrong with a seal that should follow `before`, or null. */
async function judge(reader: Reader, seal: Seal, before: Seal | null): Promise<BrokenSeal | null> {
	const tree = await treeBetween(reader, placeOf(seal.after), placeOf(seal.through));
	const follows =
		seal.number === (before?.number ?? 0) + 1 &&
		seal.prevHash === (before?.hash ?? GENESIS_HASH) &&
		seal.after === (before?.through ?? JOURNAL_START) &&
		seal.hash === hashSeal(seal);
	const why = !follows
		? "chain"
		: tree.count !== seal.count
			? "count"
			: tree.root() !== seal.root
				? "content"
				: null;
	if (why === null) return null;
	const { number, after, through, count } = seal;
	return { number, why, from: after, through, expected: count, found: tree.count };
}

/** A seal that was noted outside the database. */
export interface Witness {
	readonly number: number;
	readonly hash: string;
}

async function judgeWitness(reader: Reader, witness: Witness): Promise<readonly BrokenSeal[]> {
	const [seal] = await readSeals(reader, witness.number - 1, 1);
	if (seal?.number === witness.number && seal.hash === witness.hash) return [];
	const place = seal?.through ?? JOURNAL_START;
	return [{ number: witness.number, why: "witness", from: place, through: place, expected: 0, found: 0 }];
}

/**
 * Recomputes every seal from the entries themselves. Finds what `verifyChains` cannot: a stream that was removed as
 * a whole, an entry that was slipped in among sealed ones, a stream that was written anew from its start. With a
 * witness it also finds that the newest seals were removed or all of them made anew.
 */
export function verifySeals(database: Database, witness: Witness | null = null): Promise<SealReport> {
	return readSnapshot(
		database,
		async (reader) => {
			const broken: BrokenSeal[] = [];
			let before: Seal | null = null;
			let [seals, sealed] = [0, 0];
			for (let page = await readSeals(reader, 0, 200); page.length > 0; ) {
				for (const seal of page) {
					const fault = await judge(reader, seal, before);
					if (fault !== null) broken.push(fault);
					seals += 1;
					sealed += seal.count;
					before = seal;
				}
				page = await readSeals(reader, before?.number ?? 0, 200);
			}
			if (witness !== null) broken.push(...(await judgeWitness(reader, witness)));
			const { rows } = await reader.client.query<{ total: number }>(
				"SELECT count(*)::int AS total FROM journal.event WHERE (position, seq) > ($1, $2)",
				[...Object.values(placeOf(before?.through ?? JOURNAL_START))],
			);
			const last = before === null ? null : { number: before.number, hash: before.hash };
			return { ok: broken.length === 0, seals, sealed, unsealed: rows[0]?.total ?? 0, broken, last };
		},
		{ statementTimeoutMs: 0 },
	);
}
