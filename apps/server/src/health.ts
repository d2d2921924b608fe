import { type Database, type JournalFeed, pendingMigrations, readAfter } from "@zhenggai/storage";

/** What a balancer asks before it sends anybody here. */
export type Readiness = { readonly ready: boolean; readonly checks: Readonly<Record<string, boolean>> };

/** A database that takes longer than this to say anything is not there. */
const PATIENCE_MS = 2000;

/** How long the feed of events may stay behind the journal. */
const FEED_LAG_MS = 15_000;

/** Whether `asked` comes true in time; a failure and a silence are both no. */
async function within(asked: Promise<boolean>): Promise<boolean> {
	const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
	const timer = setTimeout(() => resolve(false), PATIENCE_MS);
	return Promise.race([asked.catch(() => false), tooLate]).finally(() => clearTimeout(timer));
}

/** Whether live events flow: the feed is at the journal's end, or has moved lately. */
function feedWatch(database: Database, feed: JournalFeed, clock: () => number): () => Promise<boolean> {
	let moved = { end: feed.end, at: clock() };
	return async () => {
		if (feed.end !== moved.end) moved = { end: feed.end, at: clock() };
		const { entries } = await readAfter(database, feed.end, 1);
		if (entries.length === 0) moved = { end: feed.end, at: clock() };
		return clock() - moved.at < FEED_LAG_MS;
	};
}

/**
 * Looks at everything that a request needs: the database answers, its tables are this program's, events flow.
 * Answers within two seconds whatever the database does.
 */
export function readinessOf(
	database: Database,
	feed: JournalFeed,
	clock: () => number = () => Date.now(),
): () => Promise<Readiness> {
	const feedFlows = feedWatch(database, feed, clock);
	return async () => {
		const [answers, migrated, events] = await Promise.all([
			within(database.pool.query("SELECT 1").then(() => true)),
			within(pendingMigrations(database).then((pending) => pending.length === 0)),
			within(feedFlows()),
		]);
		const checks = { database: answers, migrations: migrated, events };
		return { ready: answers && migrated && events, checks };
	};
}
