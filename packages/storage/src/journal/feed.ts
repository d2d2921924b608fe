import type { JournalCursor } from "@zhenggai/domain/journal";
import type { Database } from "../db/database.ts";
import { messageOf } from "../log.ts";
import { Gate, Limiter } from "./gate.ts";
import { listenToJournal } from "./listener.ts";
import type { PlacedEvent } from "./mapper.ts";
import { currentCursor, readAfter } from "./read.ts";
import { JournalWindow } from "./window.ts";

export interface JournalFeedOptions {
	/** How often to look when nobody wakes us; 2,000 ms when not given. */
	readonly pollMs?: number;
	/** How many of the latest entries to keep for live subscribers. */
	readonly keep?: number;
	/** Without LISTEN: for poolers that do not carry it. */
	readonly listen?: boolean;
}

export interface Subscription {
	/** Go on after this place; null begins at the end, with what comes from now on. */
	readonly after: JournalCursor | null;
	readonly signal?: AbortSignal;
}

export interface JournalFeed {
	/**
	 * The entries after a place, in the journal's order, none twice and none left out, without end. The subscriber
	 * sets the pace: one that takes its time costs no memory and reads what it missed from the database. Ends when
	 * the signal aborts (always give one: a consumer that only stops pulling waits with it) or the feed closes.
	 * Throws UnknownCursorError for a place that is not of this journal.
	 */
	subscribe(subscription: Subscription): AsyncGenerator<PlacedEvent, void, undefined>;
	/** The place up to which this feed has read. */
	readonly end: JournalCursor;
	readonly subscribers: number;
	close(): Promise<void>;
}

const PAGE = 500;
/** How soon to look again when committed entries wait behind an open transaction; doubled each time. */
const PENDING_MIN_MS = 15;
const PENDING_MAX_MS = 250;
/** Resuming subscribers that read the database at the same time; the others queue, so that the pool stays free. */
const CATCHING_UP = 3;

/**
 * Opens one node's feed of the journal: one reader, however many subscribers. It reads when this process has
 * committed, when another node says so (LISTEN), and every `pollMs` in any case.
 */
export async function openJournalFeed(
	database: Database,
	options: JournalFeedOptions = {},
): Promise<JournalFeed> {
	const start = await currentCursor(database);
	return new Feed(database, start, options);
}

class Feed implements JournalFeed {
	readonly #database: Database;
	readonly #window: JournalWindow;
	readonly #gate = new Gate();
	readonly #catchUp = new Limiter(CATCHING_UP);
	readonly #pollMs: number;
	readonly #stopListening: () => Promise<void>;
	readonly #wake = () => this.#request();
	#timer: NodeJS.Timeout | null = null;
	#reading: Promise<void> | null = null;
	#wanted = false;
	#closed = false;
	#pendingMs = PENDING_MIN_MS;
	#subscribers = 0;

	constructor(database: Database, start: JournalCursor, options: JournalFeedOptions) {
		this.#database = database;
		this.#window = new JournalWindow(start, options.keep ?? 4000);
		this.#pollMs = options.pollMs ?? 2000;
		database.signals.on("journal", this.#wake);
		const listener = options.listen === false ? null : listenToJournal(database, this.#wake);
		this.#stopListening = async () => listener?.stop();
		this.#request();
	}

	get end(): JournalCursor {
		return this.#window.end;
	}

	get subscribers(): number {
		return this.#subscribers;
	}

	/** Reads now, or once more after the reading that is under way, which may have looked too early. */
	#request(): void {
		this.#wanted = true;
		if (this.#reading !== null || this.#closed) return;
		this.#reading = this.#readAll().finally(() => {
			this.#reading = null;
			if (this.#wanted) this.#request();
		});
	}

	async #readAll(): Promise<void> {
		this.#wanted = false;
		if (this.#timer !== null) clearTimeout(this.#timer);
		let wait = this.#pollMs;
		try {
			if (await this.#readPages()) {
				wait = Math.min(this.#pendingMs, this.#pollMs);
				this.#pendingMs = Math.min(this.#pendingMs * 2, PENDING_MAX_MS);
			} else {
				this.#pendingMs = PENDING_MIN_MS;
			}
		} catch (thrown) {
			if (!this.#closed) this.#database.log("warn", "Reading the journal failed", { why: messageOf(thrown) });
		}
		if (this.#closed) return;
		this.#timer = setTimeout(() => this.#request(), wait);
		this.#timer.unref();
	}

	/** Reads to the end; whether entries wait behind an open transaction. */
	async #readPages(): Promise<boolean> {
		for (;;) {
			const page = await readAfter(this.#database, this.#window.end, PAGE);
			if (page.entries.length > 0) {
				this.#window.push(page.entries);
				this.#gate.open();
			}
			if (page.entries.length < PAGE) return page.pending;
		}
	}

	async *subscribe({ after, signal }: Subscription): AsyncGenerator<PlacedEvent, void, undefined> {
		const ended = () => this.#closed || signal?.aborted === true;
		this.#subscribers += 1;
		try {
			let cursor = after ?? this.#window.end;
			if (!this.#window.has(cursor)) await this.#fromDatabase(cursor, 1);
			while (!ended()) {
				const live = this.#window.after(cursor);
				// Between looking into the window and waiting at the gate nothing else runs: no wake-up is lost.
				if (live?.length === 0) await this.#gate.next(signal);
				for (const entry of live ?? (await this.#fromDatabase(cursor, PAGE))) {
					if (ended()) return;
					yield entry;
					cursor = entry.cursor;
				}
			}
		} finally {
			this.#subscribers -= 1;
		}
	}

	/** Throws UnknownCursorError, which also checks a place that this node has not read up to yet. */
	async #fromDatabase(cursor: JournalCursor, limit: number): Promise<readonly PlacedEvent[]> {
		const page = await this.#catchUp.run(() => readAfter(this.#database, cursor, limit));
		return page.entries;
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#database.signals.off("journal", this.#wake);
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#gate.open();
		await this.#stopListening();
		await this.#reading;
	}
}
