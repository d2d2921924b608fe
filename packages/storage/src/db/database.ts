import { EventEmitter } from "node:events";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "../embedded/index.ts";
import { type StorageLog, silentLog } from "../log.ts";
import { checkServer } from "./check-server.ts";

export type DatabaseSource = { readonly url: string } | { readonly embedded: EmbeddedOptions };

export interface DatabaseOptions {
	/** Most connections at a time; 10 when not given. */
	readonly max?: number;
	/** A statement that runs longer is ended; 30 s when not given. */
	readonly statementTimeoutMs?: number;
	readonly log?: StorageLog;
}

/**
 * The open database. Outside this package it is only handed on: to stores, transactions and feeds. `sql` and
 * `pool` are for this package's rooms (and the benchmark): rows never leave storage.
 */
export interface Database {
	readonly pool: pg.Pool;
	readonly sql: NodePgDatabase;
	readonly log: StorageLog;
	/** The private server behind it, when there is one. */
	readonly embedded: EmbeddedServer | null;
	/** Whether a commit waits until it is on the disk. Only {@link withoutWaiting} makes one that does not. */
	readonly durable: boolean;
	/** `journal` when this process has just committed entries: the nearest wake-up for feeds of the same process. */
	readonly signals: EventEmitter<{ journal: [] }>;
	/** A connection outside the pool, for LISTEN. The caller ends it. */
	newClient(): pg.Client;
	/** Ends all connections and, when it is ours, the server. */
	close(): Promise<void>;
}

const IDLE_TRANSACTION_MS = 60_000;
const LOCK_WAIT_MS = 10_000;

/**
 * Session settings are sent as a statement, not as start-up parameters, which connection poolers refuse.
 */
const sessionSettings = (statementTimeoutMs: number): string =>
	[
		`statement_timeout = ${statementTimeoutMs}`,
		`lock_timeout = ${LOCK_WAIT_MS}`,
		`idle_in_transaction_session_timeout = ${IDLE_TRANSACTION_MS}`,
		"timezone = 'UTC'",
	]
		.map((setting) => `SET ${setting}`)
		.join("; ");

function connect(
	connection: pg.ClientConfig,
	options: DatabaseOptions,
	embedded: EmbeddedServer | null,
): Database {
	const log = options.log ?? silentLog;
	const client = {
		...connection,
		application_name: "zhenggai",
		connectionTimeoutMillis: 15_000,
		keepAlive: true,
	};
	const settings = sessionSettings(options.statementTimeoutMs ?? 30_000);
	const pool = new pg.Pool({
		...client,
		max: options.max ?? 10,
		// Statements that are asked without waiting go out one behind the other: see `Tx.send`.
		pipeline: true,
		idleTimeoutMillis: 60_000,
		// Awaited by the pool before anybody gets the connection.
		onConnect: async (fresh) => {
			// One that breaks while somebody has it: the statement under way fails by itself, and the event,
			// which the pool hears only for idle ones, would end the process.
			fresh.on("error", (thrown) => log("debug", "A database connection broke", { why: thrown.message }));
			await fresh.query(settings);
		},
	});
	let closing: Promise<void> | null = null;
	// A connection that breaks while idle is replaced by the pool; unheard, the event would end the process. While we
	// close, the server may be gone before its last connections have said good-bye.
	pool.on("error", (thrown) => {
		if (closing === null) log("warn", "An idle database connection broke", { why: thrown.message });
	});
	return {
		pool,
		sql: drizzle(pool),
		log,
		embedded,
		durable: true,
		signals: new EventEmitter<{ journal: [] }>().setMaxListeners(0),
		newClient: () => new pg.Client(client),
		close: () => {
			closing ??= pool.end().finally(() => embedded?.stop());
			return closing;
		},
	};
}

/**
 * The same database for what can be done again from its beginning: its transactions do not wait for the disk. A crash of
 * the machine may undo the last of them, never one before another, and the next commit that waits makes all of them safe.
 */
export const withoutWaiting = (database: Database): Database => ({ ...database, durable: false });

/**
 * Opens the database: the server at `url`, or the private one of a data directory, which is started.
 * Throws DatabaseError (UNREACHABLE, NOT_ALLOWED, SERVER_TOO_OLD under PostgreSQL 15, NOT_UTF8) or
 * EmbeddedDatabaseError. Does not migrate.
 */
export async function openDatabase(source: DatabaseSource, options: DatabaseOptions = {}): Promise<Database> {
	const embedded =
		"embedded" in source
			? await startEmbedded({ ...(options.log && { log: options.log }), ...source.embedded })
			: null;
	const connection = embedded?.connection ?? { connectionString: "url" in source ? source.url : "" };
	const database = connect(connection, options, embedded);
	try {
		await checkServer(database.pool);
		return database;
	} catch (thrown) {
		await database.close();
		throw thrown;
	}
}
