import type { Issue } from "@zhenggai/domain/issues";
import type { IsoDate, IssueId } from "@zhenggai/domain/kernel";
import type { Instrument } from "@zhenggai/domain/supervision";
import type { Reader, Tx } from "../tx/tx.ts";

/** An issue to look at, with how often it had been written when it was read. */
export interface WatchedIssue {
	readonly id: IssueId;
	/** As it was saved: only this package writes states, so the type holds unless the row was damaged. */
	readonly issue: Issue;
	readonly touched: number;
}

const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const ISSUES =
	"SELECT w.issue_id AS id, i.state AS issue, w.touched FROM ledger.issue_watch w JOIN ledger.issue i ON i.id = w.issue_id";

/** The issues of a city's part whose day has come, the longest waiting first. */
export async function dueIssues(
	reader: Reader,
	city: number,
	day: IsoDate,
	limit: number,
): Promise<readonly WatchedIssue[]> {
	const { rows } = await reader.client.query<WatchedIssue>({
		name: "sweep-due",
		text: `${ISSUES} WHERE w.city = $1 AND w.due_on <= $2::date ORDER BY w.due_on, w.issue_id LIMIT $3`,
		values: [city, day, limit],
	});
	return rows;
}

/** Every issue of a city's part in the order of their ids, after one of them. */
export async function issuesAfter(
	reader: Reader,
	city: number,
	after: IssueId | null,
	limit: number,
): Promise<readonly WatchedIssue[]> {
	const { rows } = await reader.client.query<WatchedIssue>({
		name: "sweep-all",
		text: `${ISSUES} WHERE w.city = $1 AND w.issue_id > $2 ORDER BY w.issue_id LIMIT $3`,
		values: [city, after ?? FIRST_ID, limit],
	});
	return rows;
}

/** The instruments on issues, in the order in which they were drafted. */
export async function instrumentsOn(
	reader: Reader,
	issueIds: readonly IssueId[],
): Promise<ReadonlyMap<IssueId, readonly Instrument[]>> {
	const { rows } = await reader.client.query<{ state: Instrument }>({
		name: "sweep-instruments",
		text: "SELECT state FROM ledger.instrument WHERE issue_id = ANY($1::uuid[]) ORDER BY issue_id, drafted_at, id",
		values: [issueIds],
	});
	return Map.groupBy(
		rows.map(({ state }) => state),
		({ issueId }) => issueId,
	);
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
