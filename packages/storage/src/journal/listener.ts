import type pg from "pg";
import type { Database } from "../db/database.ts";
import { messageOf } from "../log.ts";
import { JOURNAL_CHANNEL } from "./notify.ts";

const RETRY_MIN_MS = 250;
const RETRY_MAX_MS = 15_000;

/** A wait that `stop` can end. */
export interface Listener {
	stop(): Promise<void>;
}

/**
 * Calls `onWake` whenever a node says that it has committed entries, over a connection of its own that is made
 * anew when it breaks. Where LISTEN does not work (some poolers) it keeps quiet: the feed's poll stands behind it.
 */
export function listenToJournal(database: Database, onWake: () => void): Listener {
	let client: pg.Client | null = null;
	let timer: NodeJS.Timeout | null = null;
	let stopped = false;
	let failures = 0;

	const retry = (why: string) => {
		client = null;
		if (stopped || timer !== null) return;
		const wait = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** failures);
		failures += 1;
		database.log("warn", "Not listening to the journal, trying again", { why, waitMs: wait });
		timer = setTimeout(() => {
			timer = null;
			void connect();
		}, wait);
		timer.unref();
	};

	const connect = async () => {
		const fresh = database.newClient();
		client = fresh;
		let lost = false;
		const lose = (why: string) => {
			if (lost) return;
			lost = true;
			fresh.removeAllListeners("notification");
			void fresh.end().catch(() => undefined);
			retry(why);
		};
		fresh.on("error", (thrown) => lose(messageOf(thrown)));
		fresh.on("end", () => lose("the connection ended"));
		fresh.on("notification", onWake);
		try {
			await fresh.connect();
			await fresh.query(`LISTEN ${JOURNAL_CHANNEL}`);
			failures = 0;
			// What was committed while nobody listened.
			onWake();
		} catch (thrown) {
			lose(messageOf(thrown));
		}
	};

	void connect();
	return {
		stop: async () => {
			stopped = true;
			if (timer !== null) clearTimeout(timer);
			await client?.end().catch(() => undefined);
		},
	};
}
