import {
	IsoDate,
	type IssueId,
	IssueId as IssueIds,
	type RegionCode,
	type UnitId,
	UnitId as UnitIds,
} from "@zhenggai/domain/kernel";
import type { UnitPoint } from "@zhenggai/domain/supervision";
import type { Database } from "../db/database.ts";
import { regionNumbers } from "../lists/codes.ts";
import { Parameters } from "../lists/parameters.ts";
import { narrow, type Prefix, scopeOf } from "../lists/scope.ts";
import { readerOf, type Tx } from "../tx/tx.ts";

/** All points of an issue: what it cost whom. */
export interface PointsOfIssue {
	readonly issueId: IssueId;
	readonly region: RegionCode;
	readonly points: readonly UnitPoint[];
}

/**
 * Makes the points of issues these and no others, in the transaction that writes or sweeps the issues. Only what differs
 * is written.
 */
export async function writeScorePoints(tx: Tx, issues: readonly PointsOfIssue[]): Promise<void> {
	if (issues.length === 0) return;
	const rows = issues.flatMap(({ region, points }) =>
		points.map((point) => ({ ...regionNumbers(region), point })),
	);
	await tx.client.query({
		name: "score-points-write",
		text: `WITH wanted AS (
			SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::date[], $5::text[], $6::int[], $7::int[], $8::int[], $9::text[],
				$10::smallint[], $11::numeric[])
				AS r(issue_id, unit_id, on_day, rule, province, city, region, light, nth, points)
		), gone AS (
			DELETE FROM ledger.score_point p WHERE p.issue_id = ANY($1::uuid[]) AND NOT EXISTS (
				SELECT FROM wanted w WHERE w.issue_id = p.issue_id AND w.unit_id = p.unit_id AND w.on_day = p.on_day
					AND w.rule = p.rule)
		)
		INSERT INTO ledger.score_point AS p
			(issue_id, unit_id, on_day, rule, province, city, region, light, nth, points)
		SELECT * FROM wanted
		ON CONFLICT (issue_id, unit_id, on_day, rule) DO UPDATE SET light = excluded.light, nth = excluded.nth,
			points = excluded.points
		WHERE (p.light, p.nth, p.points) IS DISTINCT FROM (excluded.light, excluded.nth, excluded.points)`,
		values: [
			issues.map(({ issueId }) => issueId),
			rows.map(({ point }) => point.issueId),
			rows.map(({ point }) => point.unitId),
			rows.map(({ point }) => point.on),
			rows.map(({ point }) => point.rule),
			rows.map(({ province }) => province),
			rows.map(({ city }) => city),
			rows.map(({ region }) => region),
			rows.map(({ point }) => point.light),
			rows.map(({ point }) => point.nth),
			rows.map(({ point }) => point.points),
		],
	});
}

/** What the ledger holds of the points of issues, of each as one text that {@link holdsSamePoints} compares. */
export type HeldPoints = ReadonlyMap<IssueId, string>;

const pointText = (
	unitId: string,
	on: string,
	rule: string,
	light: string,
	nth: number,
	points: number,
): string => `${unitId} ${on} ${rule} ${light} ${nth} ${points}`;

/** Loads what is held of the points of issues; nothing for those that cost nobody anything. */
export async function loadHeldPoints(tx: Tx, issueIds: readonly IssueId[]): Promise<HeldPoints> {
	if (issueIds.length === 0) return new Map();
	type Row = {
		issueId: string;
		unitId: string;
		on: string;
		rule: string;
		light: string;
		nth: number;
		points: string;
	};
	const { rows } = await tx.client.query<Row>({
		name: "score-points-held",
		text: `SELECT issue_id AS "issueId", unit_id AS "unitId", on_day::text AS on, rule, light, nth, points::text AS points
			FROM ledger.score_point WHERE issue_id = ANY($1::uuid[])`,
		values: [issueIds],
	});
	const texts = Map.groupBy(rows, ({ issueId }) => IssueIds.parse(issueId));
	return new Map(
		[...texts].map(([id, held]) => [
			id,
			held
				.map((row) => pointText(row.unitId, row.on, row.rule, row.light, row.nth, Number(row.points)))
				.sort()
				.join("\n"),
		]),
	);
}

/** Whether the ledger holds just these points of an issue. */
export const holdsSamePoints = (held: HeldPoints, { issueId, points }: PointsOfIssue): boolean =>
	(held.get(issueId) ?? "") ===
	points
		.map(({ unitId, on, rule, light, nth, points: lost }) => pointText(unitId, on, rule, light, nth, lost))
		.sort()
		.join("\n");

/** Which points are asked for: of a part of the country, on days from one to another, both included. */
export interface PointsAsked {
	readonly prefix: Prefix;
	readonly region: RegionCode | undefined;
	readonly from: IsoDate;
	readonly to: IsoDate;
}

function whereOf({ prefix, region, from, to }: PointsAsked, add: Parameters["add"]): string | null {
	const narrowed = narrow(prefix, region);
	if (narrowed === null) return null;
	const scope = scopeOf(narrowed);
	const days = `p.on_day BETWEEN ${add(from, "date")} AND ${add(to, "date")}`;
	return scope === null ? days : `p.${scope.column} = ${add(scope.value, "int")} AND ${days}`;
}

/** A unit's sum with its place among all that lost any in the same part and period: 1 lost most, equals stand alike. */
export interface RankedUnit {
	readonly unitId: UnitId;
	readonly rank: number;
	readonly points: number;
	readonly entries: number;
	readonly issues: number;
	readonly reds: number;
	readonly yellows: number;
}

/** A place in the ranking: the sum, as the database writes it, and the unit. */
export interface RankPosition {
	readonly key: string;
	readonly id: string;
}

type RankedRow = Omit<RankedUnit, "unitId" | "points"> & {
	readonly unitId: string;
	readonly points: string;
	readonly units: number;
};

/** A page of the ranking, who lost most first, with how many units lost any. One walk over the points that are asked for. */
export async function rankUnits(
	from: Database | Tx,
	asked: PointsAsked & {
		/** Only this unit's line, its rank among all. */
		readonly unitId: UnitId | null;
		readonly limit: number;
		readonly after: RankPosition | null;
	},
): Promise<{ rows: readonly RankedUnit[]; units: number; next: RankPosition | null }> {
	const { values, add } = new Parameters();
	const where = whereOf(asked, add);
	if (where === null) return { rows: [], units: 0, next: null };
	const { unitId, after, limit } = asked;
	const wanted = [
		...(unitId === null ? [] : [`r.unit_id = ${add(unitId, "uuid")}`]),
		...(after === null
			? []
			: [`(r.points, r.unit_id) > (${add(after.key, "numeric")}, ${add(after.id, "uuid")})`]),
	];
	const { rows } = await readerOf(from).client.query<RankedRow>(
		`WITH sums AS (
			SELECT p.unit_id, sum(p.points) AS points, count(*)::int AS entries, count(DISTINCT p.issue_id)::int AS issues,
				(count(*) FILTER (WHERE p.light = 'red'))::int AS reds,
				(count(*) FILTER (WHERE p.light = 'yellow'))::int AS yellows
			FROM ledger.score_point p WHERE ${where} GROUP BY p.unit_id
		), r AS (SELECT *, (rank() OVER (ORDER BY points))::int AS rank, (count(*) OVER ())::int AS units FROM sums)
		SELECT r.unit_id AS "unitId", r.rank, r.points::text AS points, r.entries, r.issues, r.reds, r.yellows, r.units
		FROM r ${wanted.length === 0 ? "" : `WHERE ${wanted.join(" AND ")}`}
		ORDER BY r.points, r.unit_id LIMIT ${add(limit + 1, "int")}`,
		values,
	);
	const shown = rows.slice(0, limit);
	const last = shown.at(-1);
	return {
		rows: shown.map(({ units: _, unitId: id, points, ...row }) => ({
			...row,
			unitId: UnitIds.parse(id),
			points: Number(points),
		})),
		units: rows[0]?.units ?? 0,
		next: rows.length > limit && last !== undefined ? { key: last.points, id: last.unitId } : null,
	};
}

/** One point of a unit. */
export interface PointOfUnit {
	readonly issueId: IssueId;
	readonly rule: string;
	readonly on: IsoDate;
	readonly light: "yellow" | "red";
	readonly nth: number;
	readonly points: number;
}

type PointRow = { issueId: string; rule: string; on: string; light: string; nth: number; points: string };

/** A page of a unit's points, the newest first, with the sum of all of them. */
export async function pointsOfUnit(
	from: Database | Tx,
	asked: PointsAsked & {
		readonly unitId: UnitId;
		readonly limit: number;
		readonly after: RankPosition | null;
	},
): Promise<{
	rows: readonly PointOfUnit[];
	points: number;
	entries: number;
	next: RankPosition | null;
}> {
	const { values, add } = new Parameters();
	const scoped = whereOf(asked, add);
	if (scoped === null) return { rows: [], points: 0, entries: 0, next: null };
	const { unitId, after, limit } = asked;
	const where = `p.unit_id = ${add(unitId, "uuid")} AND ${scoped}`;
	const { client } = readerOf(from);
	const sum = await client.query<{ points: string; entries: number }>(
		`SELECT coalesce(sum(p.points), 0)::text AS points, count(*)::int AS entries FROM ledger.score_point p WHERE ${where}`,
		[...values],
	);
	const beyond =
		after === null
			? ""
			: ` AND (p.on_day, p.issue_id) < (${add(after.key, "date")}, ${add(after.id, "uuid")})`;
	const { rows } = await client.query<PointRow>(
		`SELECT p.issue_id AS "issueId", p.rule, p.on_day::text AS on, p.light, p.nth, p.points::text AS points
			FROM ledger.score_point p WHERE ${where}${beyond}
			ORDER BY p.on_day DESC, p.issue_id DESC LIMIT ${add(limit + 1, "int")}`,
		values,
	);
	const shown = rows.slice(0, limit);
	const last = shown.at(-1);
	return {
		rows: shown.map((row) => ({
			...{ rule: row.rule, nth: row.nth, points: Number(row.points) },
			issueId: IssueIds.parse(row.issueId),
			on: IsoDate.parse(row.on),
			light: row.light === "red" ? "red" : "yellow",
		})),
		points: Number(sum.rows[0]?.points ?? 0),
		entries: sum.rows[0]?.entries ?? 0,
		next: rows.length > limit && last !== undefined ? { key: last.on, id: last.issueId } : null,
	};
}
