import { type ClosingPlace, type ClosingStage, closingPlace } from "@zhenggai/domain/close-out";
import type { Issue } from "@zhenggai/domain/issues";
import type { IsoDate, IssueId } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { regionNumbers } from "../lists/codes.ts";
import { Parameters } from "../lists/parameters.ts";
import { type Prefix, scopeOf } from "../lists/scope.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";

type Changed = { readonly before: Issue | null; readonly issue: Issue };

const isSame = (a: ClosingPlace | null, b: ClosingPlace | null): boolean =>
	a === b ||
	(a !== null &&
		b !== null &&
		a.stage === b.stage &&
		a.sortOn === b.sortOn &&
		a.objectionDue === b.objectionDue &&
		a.publishedOn === b.publishedOn);

/** Brings the lists of the way out up to date, in the transaction that writes the issues. Most changes touch none. */
export async function writeClosing(tx: Tx, changed: readonly Changed[]): Promise<void> {
	const moved = changed
		.map(({ before, issue }) => ({
			issue,
			was: before === null ? null : closingPlace(before),
			is: closingPlace(issue),
		}))
		.filter(({ was, is }) => !isSame(was, is));
	const gone = moved.filter(({ is }) => is === null).map(({ issue }) => issue.id);
	if (gone.length > 0) {
		await tx.client.query({
			name: "closing-leave",
			text: "DELETE FROM ledger.closing WHERE issue_id = ANY($1::uuid[])",
			values: [gone],
		});
	}
	const there = moved.flatMap(({ issue, is }) =>
		is === null ? [] : [{ ...is, ...regionNumbers(issue.region), id: issue.id }],
	);
	if (there.length === 0) return;
	await tx.client.query({
		name: "closing-write",
		text: `INSERT INTO ledger.closing
				(issue_id, province, city, region, stage, sort_on, objection_due, published_on)
			SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::text[], $6::date[], $7::date[],
				$8::date[])
			ON CONFLICT (issue_id) DO UPDATE SET stage = excluded.stage, sort_on = excluded.sort_on,
				objection_due = excluded.objection_due, published_on = excluded.published_on`,
		values: [
			there.map(({ id }) => id),
			there.map(({ province }) => province),
			there.map(({ city }) => city),
			there.map(({ region }) => region),
			there.map(({ stage }) => stage),
			there.map(({ sortOn }) => sortOn),
			there.map(({ objectionDue }) => objectionDue),
			there.map(({ publishedOn }) => publishedOn),
		],
	});
}

/** The day on which an issue is to be looked at next by its watch points; null for none. */
export interface WatchDay {
	readonly issueId: IssueId;
	readonly on: IsoDate | null;
}

/** Says of closed issues when they are to be looked at next, in the transaction that writes or sweeps them. */
export async function writeWatchDays(tx: Tx, days: readonly WatchDay[]): Promise<void> {
	if (days.length === 0) return;
	await tx.client.query({
		name: "closing-watch",
		text: `UPDATE ledger.closing c SET watch_on = r.on_day FROM unnest($1::uuid[], $2::date[]) AS r(issue_id, on_day)
			WHERE c.issue_id = r.issue_id AND c.stage = 'closed' AND c.watch_on IS DISTINCT FROM r.on_day`,
		values: [days.map(({ issueId }) => issueId), days.map(({ on }) => on)],
	});
}

type ListName = ClosingStage | "objections" | "published" | "lookBack";

/** What a list is sorted by, and what is on it. */
const ON_LIST: Readonly<Record<Exclude<ListName, ClosingStage>, string>> = {
	objections: "c.objection_due",
	published: "c.published_on",
	lookBack: "c.watch_on",
};
const isStage = (list: ListName): list is ClosingStage => !Object.hasOwn(ON_LIST, list);

/** A place in a list: the day that sorts it, and the issue. */
export interface ClosingPosition {
	readonly key: string;
	readonly id: string;
}

export interface ClosingListRequest {
	readonly prefix: Prefix;
	/**
	 * `objections` lists what has an open one, `published` what is closed and published, `lookBack` what has a watch point
	 * that nobody has looked at, whatever the stage.
	 */
	readonly list: ListName;
	/** Only what sorts on these days, both included. */
	readonly from?: IsoDate | undefined;
	readonly to?: IsoDate | undefined;
	/** The latest day first, for what is over. */
	readonly newestFirst: boolean;
	readonly limit: number;
	readonly after: ClosingPosition | null;
}

/** The statement of a page, for those who run it and for those who look at its plan. */
export function closingQuery(request: ClosingListRequest): { text: string; values: readonly unknown[] } {
	const { values, add } = new Parameters();
	const { list, newestFirst, after } = request;
	const scope = scopeOf(request.prefix);
	const [key, direction, beyond] = [
		isStage(list) ? "c.sort_on" : ON_LIST[list],
		newestFirst ? " DESC" : "",
		newestFirst ? "<" : ">",
	];
	const where = [
		...(scope === null ? [] : [`c.${scope.column} = ${add(scope.value, "int")}`]),
		isStage(list) ? `c.stage = ${add(list, "text")}` : `${ON_LIST[list]} IS NOT NULL`,
		...(request.from === undefined ? [] : [`${key} >= ${add(request.from, "date")}`]),
		...(request.to === undefined ? [] : [`${key} <= ${add(request.to, "date")}`]),
		...(after === null
			? []
			: [`(${key}, c.issue_id) ${beyond} (${add(after.key, "date")}, ${add(after.id, "uuid")})`]),
	];
	const text = `SELECT c.issue_id AS id, ${key}::text AS key FROM ledger.closing c WHERE ${where.join(" AND ")}
		ORDER BY ${key}${direction}, c.issue_id${direction} LIMIT ${add(request.limit + 1, "int")}`;
	return { text, values };
}

/** A page of issues on the way out, by their ids, and where the next begins. One walk of an index. */
export async function listClosingIds(
	from: Database | Tx,
	request: ClosingListRequest,
): Promise<{ ids: readonly IssueId[]; next: ClosingPosition | null }> {
	const { text, values } = closingQuery(request);
	const { rows } = await readerOf(from).client.query<{ id: IssueId; key: string }>(text, [...values]);
	const shown = rows.slice(0, request.limit);
	const last = shown.at(-1);
	return {
		ids: shown.map(({ id }) => id),
		next: rows.length > request.limit && last !== undefined ? { key: last.key, id: last.id } : null,
	};
}

/**
 * How many are on each list of a part of the country, counted up to a bound, so that no count grows with the table; of
 * watch points those whose day has come on `asOf`.
 */
export async function countClosing(
	reader: Reader,
	prefix: Prefix,
	lists: readonly ListName[],
	{ bound, asOf }: { readonly bound: number; readonly asOf: IsoDate },
): Promise<ReadonlyMap<string, number>> {
	const { values, add } = new Parameters();
	const scope = scopeOf(prefix);
	const place = scope === null ? "true" : `c.${scope.column} = ${add(scope.value, "int")}`;
	const parts = lists.map((list) => {
		const what = isStage(list) ? `c.stage = ${add(list, "text")}` : `${ON_LIST[list]} IS NOT NULL`;
		const come = list === "lookBack" ? ` AND c.watch_on <= ${add(asOf, "date")}` : "";
		return `SELECT ${add(list, "text")} AS list, count(*)::int AS count FROM
			(SELECT 1 FROM ledger.closing c WHERE ${place} AND ${what}${come} LIMIT ${add(bound, "int")}) counted`;
	});
	const { rows } = await reader.client.query<{ list: string; count: number }>(
		parts.join(" UNION ALL "),
		values,
	);
	return new Map(rows.map(({ list, count }) => [list, count]));
}
