import { addDays, type Instant, type IsoDate, shanghaiDate } from "@zhenggai/domain/kernel";
import { type Database, type JournalFeed, pendingMigrations, readAfter, readerOf } from "@zhenggai/storage";
import { sweptThroughAll } from "@zhenggai/storage/sweep";

/** What a balancer asks before it sends anybody here. */
export type Readiness = {
	readonly ready: boolean;
	readonly checks: Readonly<Record<string, boolean>>;
	/** How the nightly sweep stands: no reason to send nobody here. Left out on a node that does not sweep. */
	readonly sweep?: SweepHealth;
};

/** The last day that every part of the country was swept, null before the first; and whether yesterday is missing. */
export type SweepHealth = { readonly through: IsoDate | null; readonly late: boolean };

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

export type HealthOptions = {
	readonly clock?: () => number;
	/** The ledger's clock, on a node that sweeps. */
	readonly sweeps?: (() => Instant) | null;
};

/** How the sweep stands, or null where the database does not say. A night may take until the next day. */
async function sweepHealth(database: Database, now: () => Instant): Promise<SweepHealth | null> {
	let found: SweepHealth | null = null;
	await within(
		sweptThroughAll(readerOf(database)).then((through) => {
			found = { through, late: through !== null && through < addDays(shanghaiDate(now()), -1) };
			return true;
		}),
	);
	return found;
}

/**
 * Looks at everything that a request needs: the database answers, its tables are this program's, events flow.
 * Answers within two seconds whatever the database does.
 */
export function readinessOf(
	database: Database,
	feed: JournalFeed,
	{ clock = () => Date.now(), sweeps = null }: HealthOptions = {},
): () => Promise<Readiness> {
	const feedFlows = feedWatch(database, feed, clock);
	return async () => {
		const [sweep, answers, migrated, events] = await Promise.all([
			sweeps === null ? null : sweepHealth(database, sweeps),
			within(database.pool.query("SELECT 1").then(() => true)),
			within(pendingMigrations(database).then((pending) => pending.length === 0)),
			within(feedFlows()),
		]);
		const checks = { database: answers, migrations: migrated, events };
		return { ready: answers && migrated && events, checks, ...(sweep === null ? {} : { sweep }) };
	};
}
