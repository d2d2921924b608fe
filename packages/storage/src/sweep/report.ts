import { Instant, IsoDate, type IssueId } from "@zhenggai/domain/kernel";
import { type Prefix, scopeOf } from "../lists/scope.ts";
import type { Reader, Tx } from "../tx/tx.ts";

/** An issue that could not be evaluated. */
export interface SweepFailure {
	readonly issueId: IssueId;
	readonly message: string;
}

/** Keeps which issues of a batch could not be evaluated, and forgets those that could. */
export async function saveFailures(
	tx: Tx,
	city: number,
	day: IsoDate,
	batch: { readonly evaluated: readonly IssueId[]; readonly failures: readonly SweepFailure[] },
): Promise<void> {
	const { evaluated, failures } = batch;
	if (evaluated.length > 0) {
		await tx.client.query({
			name: "sweep-failures-forget",
			text: "DELETE FROM ledger.sweep_failure WHERE city = $1 AND issue_id = ANY($2::uuid[])",
			values: [city, evaluated],
		});
	}
	if (failures.length === 0) return;
	await tx.client.query({
		name: "sweep-failures-keep",
		text: `INSERT INTO ledger.sweep_failure AS f (city, issue_id, day, message)
			SELECT $1::int, r.issue_id, $2::date, r.message FROM unnest($3::uuid[], $4::text[]) AS r(issue_id, message)
			ON CONFLICT (city, issue_id) DO UPDATE SET day = excluded.day, message = excluded.message`,
		values: [city, day, failures.map(({ issueId }) => issueId), failures.map(({ message }) => message)],
	});
}

/** The last day that was swept in a city's part, and what lies before it now. */
export interface SweepRecord {
	readonly city: number;
	readonly sweptThrough: IsoDate;
	/** The day that is under way; null where none is. */
	readonly underWay: { readonly day: IsoDate; readonly evaluated: number } | null;
	readonly last: {
		readonly day: IsoDate;
		readonly full: boolean;
		readonly startedAt: Instant;
		readonly finishedAt: Instant;
		readonly evaluated: number;
		readonly changed: number;
		readonly failed: number;
	} | null;
	readonly failures: readonly (SweepFailure & { readonly day: IsoDate })[];
}

interface RecordRow {
	readonly city: number;
	readonly swept_through: string;
	readonly under_way: string | null;
	readonly so_far: number;
	readonly last_day: string | null;
	readonly full: boolean;
	readonly started_at: Date;
	readonly finished_at: Date;
	readonly evaluated: number;
	readonly changed: number;
	readonly failed: number;
	readonly failures: readonly { readonly issueId: IssueId; readonly day: string; readonly message: string }[];
}

/** So many of the issues that could not be evaluated are shown of each part. */
const SHOWN = 20;

/**
 * How the sweep of each city's part of a part of the country stands, in the order of the regions. A county learns of its
 * city's sweep, and of the issues that could not be evaluated only its own.
 */
export async function listSweepRecords(reader: Reader, prefix: Prefix): Promise<readonly SweepRecord[]> {
	const scope = scopeOf(prefix);
	const [least, most] =
		scope === null
			? [0, 9999]
			: scope.column === "province"
				? [scope.value * 100, scope.value * 100 + 99]
				: [Number(prefix.slice(0, 4)), Number(prefix.slice(0, 4))];
	const { rows } = await reader.client.query<RecordRow>({
		name: "sweep-records",
		text: `SELECT r.city, r.swept_through::text, r.day::text AS under_way, r.evaluated AS so_far,
				s.day::text AS last_day, s."full", s.started_at, s.finished_at, s.evaluated, s.changed, s.failed,
				coalesce((SELECT json_agg(json_build_object('issueId', f.issue_id, 'day', f.day, 'message', f.message))
					FROM (SELECT f.* FROM ledger.sweep_failure f JOIN ledger.issue i ON i.id = f.issue_id
						WHERE f.city = r.city AND ($3::int IS NULL OR i.region = $3) ORDER BY f.issue_id LIMIT ${SHOWN}) f),
					'[]'::json) AS failures
			FROM ledger.sweep_region r
			LEFT JOIN LATERAL (SELECT * FROM ledger.sweep WHERE city = r.city ORDER BY day DESC LIMIT 1) s ON true
			WHERE r.city BETWEEN $1 AND $2 ORDER BY r.city`,
		values: [least, most, scope?.column === "region" ? scope.value : null],
	});
	return rows.map((row) => ({
		city: row.city,
		sweptThrough: IsoDate.parse(row.swept_through),
		underWay: row.under_way === null ? null : { day: IsoDate.parse(row.under_way), evaluated: row.so_far },
		last:
			row.last_day === null
				? null
				: {
						day: IsoDate.parse(row.last_day),
						full: row.full,
						startedAt: Instant.parse(row.started_at.toISOString()),
						finishedAt: Instant.parse(row.finished_at.toISOString()),
						evaluated: row.evaluated,
						changed: row.changed,
						failed: row.failed,
					},
		failures: row.failures.map((failure) => ({ ...failure, day: IsoDate.parse(failure.day) })),
	}));
}
