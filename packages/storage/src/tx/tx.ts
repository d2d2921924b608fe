import { setTimeout as delay } from "node:timers/promises";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type pg from "pg";
import type { Database } from "../db/database.ts";
import { codeOf, messageOf } from "../log.ts";

/** What a store reads with: the pool, or the connection of a transaction. */
export interface Reader {
	readonly sql: NodePgDatabase;
	/** The bare driver, for statements that are worth preparing. */
	readonly client: pg.Pool | pg.PoolClient;
	readonly database: Database;
}

/** An open transaction. Stores write through it; use cases only hand it on. */
export interface Tx extends Reader {
	readonly client: pg.PoolClient;
	/**
	 * Runs `work` after this transaction has committed, never when it rolled back. `key` makes it once per
	 * transaction. A failure is logged: the commit stands.
	 */
	afterCommit(key: string, work: () => void): void;
	/**
	 * Sends a statement whose answer nobody waits for: the next one goes out behind it. The transaction commits only if
	 * it succeeded; where it did not, what it failed with is what the transaction fails with. Resolves when little
	 * enough is on its way.
	 */
	send(statement: pg.QueryConfig): Promise<void>;
}

export interface TransactionOptions {
	readonly isolation?: "read committed" | "repeatable read" | "serializable";
	readonly readOnly?: boolean;
	/** Replaces the statement timeout of the session within this transaction; 0 for none. */
	readonly statementTimeoutMs?: number;
}

/** Serialization failure, deadlock. PostgreSQL undid the transaction, and it may well pass the next time. */
const RETRIED = new Set(["40001", "40P01"]);
const MAX_ATTEMPTS = 6;

export const isTx = (from: Database | Tx): from is Tx => "afterCommit" in from;

const beginStatement = (
	{ durable }: Database,
	{ isolation, readOnly, statementTimeoutMs }: TransactionOptions,
): string =>
	[
		`BEGIN ISOLATION LEVEL ${isolation ?? "read committed"}${readOnly === true ? " READ ONLY" : ""}`,
		...(statementTimeoutMs === undefined ? [] : [`SET LOCAL statement_timeout = ${statementTimeoutMs}`]),
		...(durable ? [] : ["SET LOCAL synchronous_commit = off"]),
	].join("; ");

/** Statements of a transaction that may be on their way at the same time: enough for a command, little for an import. */
const MOST_SENT = 8;

/** What is on its way in a transaction. PostgreSQL answers in order and does nothing after the first failure. */
class Sent {
	readonly #client: pg.PoolClient;
	#waiting: Promise<unknown>[] = [];
	/** What the first failure was: those behind it only say that the transaction is aborted. */
	failure: unknown = null;

	constructor(client: pg.PoolClient) {
		this.#client = client;
	}

	add(statement: pg.QueryConfig | string): void {
		const answer = this.#client.query(statement).catch((thrown: unknown) => {
			this.failure ??= thrown;
		});
		this.#waiting.push(answer);
	}

	async send(statement: pg.QueryConfig): Promise<void> {
		this.add(statement);
		if (this.#waiting.length >= MOST_SENT) await this.settled();
	}

	/** Waits for everything. Throws the first failure. */
	async settled(): Promise<void> {
		const waiting = this.#waiting;
		this.#waiting = [];
		await Promise.all(waiting);
		if (this.failure !== null) throw this.failure;
	}
}

/** Sends COMMIT behind what is on its way. One that finds the transaction aborted is answered with a rollback. */
async function commit(client: pg.PoolClient, sent: Sent): Promise<void> {
	const { command } = await client.query("COMMIT");
	await sent.settled();
	if (command !== "COMMIT") throw new Error(`The transaction was ended by ${command}`);
}

async function attempt<T>(
	database: Database,
	fn: (tx: Tx) => Promise<T>,
	options: TransactionOptions,
): Promise<T> {
	const client = await database.pool.connect();
	const after = new Map<string, () => void>();
	const sent = new Sent(client);
	let broken: Error | undefined;
	try {
		// The first statement does not wait for it.
		sent.add(beginStatement(database, options));
		const tx: Tx = {
			client,
			sql: drizzle(client),
			database,
			afterCommit: (key, work) => void after.set(key, work),
			send: (statement) => sent.send(statement),
		};
		const value = await fn(tx);
		await commit(client, sent);
		runAfter(database, after);
		return value;
	} catch (thrown) {
		await client.query("ROLLBACK").catch((failure: Error) => {
			broken = failure;
		});
		throw sent.failure ?? thrown;
	} finally {
		// A connection that could not even roll back is thrown away, not given to the next one.
		client.release(broken);
	}
}

function runAfter(database: Database, after: ReadonlyMap<string, () => void>): void {
	for (const [key, work] of after) {
		try {
			work();
		} catch (thrown) {
			database.log("error", "Work after a commit failed", { key, why: messageOf(thrown) });
		}
	}
}

/**
 * Runs `fn` in one transaction: all of it is committed, or nothing when it throws. Given a transaction it joins
 * that one (options are the outer one's), so that use cases compose. A serialization failure or deadlock is tried
 * again up to 6 times, so `fn` must not do anything that a second run would do twice outside the database.
 */
export async function withTransaction<T>(
	from: Database | Tx,
	fn: (tx: Tx) => Promise<T>,
	options: TransactionOptions = {},
): Promise<T> {
	if (isTx(from)) return fn(from);
	for (let run = 1; ; run += 1) {
		try {
			return await attempt(from, fn, options);
		} catch (thrown) {
			if (run >= MAX_ATTEMPTS || !isRetried(thrown)) throw thrown;
			// Waits longer each time, by a different measure for each of two that collided.
			await delay(2 ** run * (2 + Math.random() * 6));
		}
	}
}

/** drizzle wraps the driver's error: the code is on its cause. */
const isRetried = (thrown: unknown): boolean =>
	RETRIED.has(codeOf(thrown) ?? "") || (thrown instanceof Error && RETRIED.has(codeOf(thrown.cause) ?? ""));

/** A reader for single statements: of the transaction when there is one, else of the pool. */
export const readerOf = (from: Database | Tx): Reader =>
	isTx(from) ? from : { sql: from.sql, client: from.pool, database: from };

/** Runs several reads on one unchanging snapshot of the database. Inside a transaction they read as that one does. */
export const readSnapshot = <T>(
	from: Database | Tx,
	fn: (reader: Reader) => Promise<T>,
	options: Pick<TransactionOptions, "statementTimeoutMs"> = {},
): Promise<T> => withTransaction(from, fn, { ...options, isolation: "repeatable read", readOnly: true });
