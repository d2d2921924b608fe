import type { Issue } from "@zhenggai/domain/issues";
import type { IsoDate, IssueId } from "@zhenggai/domain/kernel";
import type { Instrument } from "@zhenggai/domain/supervision";
import { TRAY_TEXT } from "../in-tray/index.ts";
import { STATE_CODE } from "../lists/codes.ts";
import type { Reader, Tx } from "../tx/tx.ts";

/** An issue to look at, with all that judging it takes and all that is known of it already. */
export interface WatchedIssue {
	readonly id: IssueId;
	/** As it was saved: only this package writes states, so the type holds unless the row was damaged. */
	readonly issue: Issue;
	/** How often it had been written when it was read. */
	readonly touched: number;
	/** The day that stands for it: `-infinity` for at once, `infinity` for never. */
	readonly dueOn: string;
	/** The instruments on it, in the order in which they were drafted. */
	readonly instruments: readonly Instrument[];
	/** What the in-trays hold of it, as `TRAY_TEXT`; null for nothing. */
	readonly tray: string | null;
	/** When it is to be looked back at; null for a day that nobody set, or where it is not closed. */
	readonly lookBackOn: string | null;
}

type WatchedRow = Omit<WatchedIssue, "instruments">;

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** A state and its trays are of one snapshot. Only what is closed can have a day of its look-back. */
const readingOf = (due: string, order: string) => `
	SELECT w.issue_id AS id, i.state AS issue, w.touched, w.due_on::text AS "dueOn",
		(SELECT ${TRAY_TEXT} FROM ledger.in_tray t WHERE t.issue_id = w.issue_id) AS tray,
		CASE WHEN i.lifecycle = ${STATE_CODE.closed} THEN (SELECT c.watch_on::text FROM ledger.closing c
			WHERE c.issue_id = w.issue_id AND c.stage = 'closed') END AS "lookBackOn"
	FROM (SELECT issue_id, touched, due_on FROM ledger.issue_watch
		WHERE city = $1::int AND ${due} ORDER BY ${order} LIMIT $3::int) w
	JOIN ledger.issue i ON i.id = w.issue_id ORDER BY ${order}`;

const READ_DUE = readingOf("due_on <= $2::date", "due_on, issue_id");
const READ_ALL = readingOf("issue_id > $2::uuid", "issue_id");

const INSTRUMENTS = `SELECT state FROM ledger.instrument WHERE issue_id = ANY($1::uuid[])
	ORDER BY issue_id, drafted_at, id`;

/**
 * Puts the instruments to the issues. They are read after the issues' marks: one that somebody wrote in between has set
 * its issue's mark once more, and the issue is looked at again.
 */
async function withInstruments(
	reader: Reader,
	rows: readonly WatchedRow[],
): Promise<readonly WatchedIssue[]> {
	if (rows.length === 0) return [];
	const found = await reader.client.query<{ state: Instrument }>({
		name: "sweep-instruments",
		text: INSTRUMENTS,
		values: [rows.map(({ id }) => id)],
	});
	const on = Map.groupBy(
		found.rows.map(({ state }) => state),
		({ issueId }) => issueId,
	);
	return rows.map((row) => ({ ...row, instruments: on.get(row.id) ?? NO_INSTRUMENTS }));
}

const NO_INSTRUMENTS: readonly Instrument[] = [];

/** The issues of a city's part whose day has come, the longest waiting first. */
export async function dueIssues(
	reader: Reader,
	city: number,
	day: IsoDate,
	limit: number,
): Promise<readonly WatchedIssue[]> {
	const values = [city, day, limit];
	const { rows } = await reader.client.query<WatchedRow>({ name: "sweep-due", text: READ_DUE, values });
	return withInstruments(reader, rows);
}

/** Every issue of a city's part in the order of their ids, after one of them. */
export async function issuesAfter(
	reader: Reader,
	city: number,
	after: IssueId | null,
	limit: number,
): Promise<readonly WatchedIssue[]> {
	const values = [city, after ?? FIRST_ID, limit];
	const { rows } = await reader.client.query<WatchedRow>({ name: "sweep-all", text: READ_ALL, values });
	return withInstruments(reader, rows);
}

/** When an issue is to be looked at next; null for never. */
export interface NextLook {
	readonly issueId: IssueId;
	readonly dueOn: IsoDate | null;
	/** As it was read, and once more for each write in this transaction. */
	readonly touched: number;
}

/**
 * Says when issues are to be looked at next, and answers of which it could: one that somebody has written since it was
 * read keeps its mark and is looked at again. Nobody writes the others, or an instrument on them, until the transaction
 * ends.
 */
export async function watchUntil(
	tx: Tx,
	city: number,
	looks: readonly NextLook[],
): Promise<ReadonlySet<IssueId>> {
	if (looks.length === 0) return new Set();
	const { rows } = await tx.client.query<{ id: IssueId }>({
		name: "sweep-watch",
		// In the order of the ids, as everybody writes them: two writers never wait for each other without end. A row
		// whose day stays is held and not written: of a night that judges everything anew those are nearly all.
		text: `WITH held AS MATERIALIZED (
				SELECT w.issue_id, r.due_on, w.due_on IS DISTINCT FROM r.due_on AS moves
				FROM unnest($2::uuid[], $3::date[], $4::int[]) AS r(issue_id, due_on, touched)
				JOIN ledger.issue_watch w ON w.city = $1::int AND w.issue_id = r.issue_id AND w.touched = r.touched
				ORDER BY w.issue_id FOR NO KEY UPDATE OF w
			), moved AS (
				UPDATE ledger.issue_watch w SET due_on = held.due_on FROM held
				WHERE held.moves AND w.city = $1::int AND w.issue_id = held.issue_id
			)
			SELECT issue_id AS id FROM held`,
		values: [
			city,
			looks.map(({ issueId }) => issueId),
			looks.map(({ dueOn }) => dueOn ?? "infinity"),
			looks.map(({ touched }) => touched),
		],
	});
	return new Set(rows.map(({ id }) => id));
}

/**
 * Marks issues whose evaluation a write of another issue has changed, and holds their marks until the transaction ends:
 * of two who write what is below the same issue, or the issue itself, the last sees what both did. In the order of the ids.
 */
export async function markWatched(tx: Tx, issueIds: readonly IssueId[]): Promise<void> {
	if (issueIds.length === 0) return;
	await tx.client.query({
		name: "sweep-mark",
		text: `WITH held AS MATERIALIZED (
				SELECT w.city, w.issue_id FROM ledger.issue i
				JOIN ledger.issue_watch w ON w.city = i.city AND w.issue_id = i.id
				WHERE i.id = ANY($1::uuid[]) ORDER BY w.issue_id FOR NO KEY UPDATE OF w
			)
			UPDATE ledger.issue_watch w SET due_on = '-infinity', touched = w.touched + 1 FROM held
			WHERE w.city = held.city AND w.issue_id = held.issue_id`,
		values: [issueIds],
	});
}
