import { Instant, IsoDate, type IssueId } from "@zhenggai/domain/kernel";
import type { Reader, Tx } from "../tx/tx.ts";

/** How far the sweep of one day is in a city's part. */
export interface SweepProgress {
	readonly day: IsoDate;
	readonly startedAt: Instant;
	readonly full: boolean;
	readonly after: IssueId | null;
	readonly evaluated: number;
	readonly changed: number;
	readonly failed: number;
}

/** How far a city's part is swept. */
export interface SweepRegion {
	readonly city: number;
	readonly sweptThrough: IsoDate;
	/** What its issues were last judged by, or are being; empty before the first time. */
	readonly basis: string;
	readonly progress: SweepProgress | null;
	/** Whether any of its issues is noted as one that could not be judged. */
	readonly hasFailures: boolean;
}

interface RegionRow {
	readonly swept_through: string;
	readonly basis: string;
	readonly day: string | null;
	readonly started_at: Date | null;
	readonly full: boolean;
	readonly after: IssueId | null;
	readonly evaluated: number;
	readonly changed: number;
	readonly failed: number;
	readonly has_failures: boolean;
}

/** The parts of the country that have issues, as the first four digits of their regions. One look at the index each. */
export async function sweptCities(reader: Reader): Promise<readonly number[]> {
	const { rows } = await reader.client.query<{ city: number }>(
		`WITH RECURSIVE found AS (
			(SELECT city FROM ledger.issue_watch ORDER BY city LIMIT 1)
			UNION ALL
			SELECT (SELECT w.city FROM ledger.issue_watch w WHERE w.city > f.city ORDER BY w.city LIMIT 1)
			FROM found f WHERE f.city IS NOT NULL
		) SELECT city FROM found WHERE city IS NOT NULL`,
	);
	return rows.map(({ city }) => city);
}

/** The last day that a city's part was swept; null where it never was. */
export async function sweptThrough(reader: Reader, city: number): Promise<IsoDate | null> {
	const { rows } = await reader.client.query<{ day: string }>({
		name: "sweep-through",
		text: "SELECT swept_through::text AS day FROM ledger.sweep_region WHERE city = $1",
		values: [city],
	});
	return rows[0] === undefined ? null : IsoDate.parse(rows[0].day);
}

/** The last day through which every part that was ever swept is swept; null before the first. */
export async function sweptThroughAll(reader: Reader): Promise<IsoDate | null> {
	const { rows } = await reader.client.query<{ day: string | null }>({
		name: "sweep-through-all",
		text: "SELECT min(swept_through)::text AS day FROM ledger.sweep_region",
	});
	const day = rows[0]?.day ?? null;
	return day === null ? null : IsoDate.parse(day);
}

async function lockRegion(tx: Tx, city: number): Promise<RegionRow | undefined> {
	const { rows } = await tx.client.query<RegionRow>({
		name: "sweep-region-hold",
		text: `SELECT swept_through::text, basis, day::text, started_at, "full", after, evaluated, changed, failed,
				EXISTS (SELECT 1 FROM ledger.sweep_failure f WHERE f.city = r.city) AS has_failures
			FROM ledger.sweep_region r WHERE city = $1 FOR UPDATE OF r SKIP LOCKED`,
		values: [city],
	});
	return rows[0];
}

/** The row of a part that has none, locked; undefined where there is one, which somebody else has then. */
async function makeRegion(tx: Tx, city: number, before: IsoDate): Promise<RegionRow | undefined> {
	await tx.client.query({
		name: "sweep-region-make",
		text: `INSERT INTO ledger.sweep_region (city, swept_through, basis, "full", evaluated, changed, failed)
			SELECT $1, $2, '', false, 0, 0, 0
			WHERE NOT EXISTS (SELECT 1 FROM ledger.sweep_region WHERE city = $1) ON CONFLICT DO NOTHING`,
		values: [city, before],
	});
	return lockRegion(tx, city);
}

/**
 * Takes a city's part for the length of the transaction: one sweeper at a time. Null where somebody else has it. A part
 * that was never swept counts as swept through `before`.
 */
export async function holdRegion(tx: Tx, city: number, before: IsoDate): Promise<SweepRegion | null> {
	const row = (await lockRegion(tx, city)) ?? (await makeRegion(tx, city, before));
	if (row === undefined) return null;
	const { day, started_at: startedAt, full, after, evaluated, changed, failed } = row;
	return {
		city,
		sweptThrough: IsoDate.parse(row.swept_through),
		basis: row.basis,
		hasFailures: row.has_failures,
		progress:
			day === null || startedAt === null
				? null
				: {
						...{ full, after, evaluated, changed, failed },
						day: IsoDate.parse(day),
						startedAt: Instant.parse(startedAt.toISOString()),
					},
	};
}

/** Writes how far a day is, in the transaction that went so far. */
export async function saveSweepProgress(
	tx: Tx,
	city: number,
	basis: string,
	progress: SweepProgress,
): Promise<void> {
	const { day, startedAt, full, after, evaluated, changed, failed } = progress;
	await tx.send({
		name: "sweep-progress",
		text: `UPDATE ledger.sweep_region SET day = $2, started_at = $3, "full" = $4, after = $5, evaluated = $6,
			changed = $7, failed = $8, basis = $9 WHERE city = $1`,
		values: [city, day, startedAt, full, after, evaluated, changed, failed, basis],
	});
}

/** Writes that a day is finished: the row of the day, once, and where the next one begins. */
export async function finishSweep(
	tx: Tx,
	city: number,
	{ day, startedAt, full, evaluated, changed, failed }: SweepProgress,
	finishedAt: Instant,
): Promise<void> {
	await tx.send({
		name: "sweep-finish",
		text: `WITH day AS (
				INSERT INTO ledger.sweep (city, day, "full", started_at, finished_at, evaluated, changed, failed)
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			)
			UPDATE ledger.sweep_region SET swept_through = $2, day = NULL, started_at = NULL, "full" = false,
				after = NULL, evaluated = 0, changed = 0, failed = 0 WHERE city = $1`,
		values: [city, day, full, startedAt, finishedAt, evaluated, changed, failed],
	});
}

/** The rule sets that inspections name for their issues. */
export async function inspectionRuleSets(
	reader: Reader,
): Promise<readonly { readonly inspectionId: string; readonly ruleSet: string }[]> {
	const { rows } = await reader.client.query<{ inspectionId: string; ruleSet: string }>({
		name: "sweep-inspection-sets",
		text: `SELECT id AS "inspectionId", state->>'ruleSet' AS "ruleSet" FROM ledger.inspection
			WHERE state->>'ruleSet' IS NOT NULL ORDER BY id`,
	});
	return rows;
}
