import type { Database } from "../db/database.ts";

const IS_BEHIND = `
SELECT coalesce(
	(SELECT max(e.position) FROM journal.event e) >= c.base + pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
	false
) AS behind FROM journal.clock c`;

/**
 * Lifts the journal's base when its rows carry positions that this server's transactions have not reached, which
 * only a dump restored into another server brings about: without it the old entries would be invisible to readers
 * and the new ones would be placed before them. Done at each start; one look at an index when all is well.
 */
export async function alignJournalClock(database: Database): Promise<boolean> {
	const { rows } = await database.pool.query<{ behind: boolean }>(IS_BEHIND);
	if (rows[0]?.behind !== true) return false;
	await database.pool.query(
		`UPDATE journal.clock SET base = (SELECT max(position) + 1 FROM journal.event)
		 WHERE (SELECT behind FROM (${IS_BEHIND}) AS b)`,
	);
	database.log("warn", "The journal was restored from another server: its positions were aligned");
	return true;
}
