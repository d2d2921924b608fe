import type { Database } from "../db/database.ts";
import { messageOf } from "../log.ts";

/** The channel of LISTEN and NOTIFY; PostgreSQL keeps channels apart by database. */
export const JOURNAL_CHANNEL = "zhenggai_journal";

const DEBOUNCE_MS = 10;

/** The wake-up that is under way for a database, and whether another is wanted after it. */
const waiting = new WeakMap<Database, { again: boolean }>();

/**
 * Wakes the feeds of all nodes, after a commit, never inside a transaction: there every committing writer would
 * queue behind NOTIFY's one lock. Many calls within a moment become one. It is only a wake-up: when it fails,
 * the feeds' own slow poll finds the entries.
 */
export function notifyJournal(database: Database): void {
	database.signals.emit("journal");
	const current = waiting.get(database);
	if (current !== undefined) {
		current.again = true;
		return;
	}
	const state = { again: false };
	waiting.set(database, state);
	void send(database, state);
}

async function send(database: Database, state: { again: boolean }): Promise<void> {
	try {
		await database.pool.query("SELECT pg_notify($1, '')", [JOURNAL_CHANNEL]);
	} catch (thrown) {
		database.log("debug", "Wake-up not sent", { why: messageOf(thrown) });
	}
	const timer = setTimeout(() => {
		waiting.delete(database);
		if (state.again) notifyJournal(database);
	}, DEBOUNCE_MS);
	timer.unref();
}
