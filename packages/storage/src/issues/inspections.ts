import type { Inspection } from "@zhenggai/domain/issues";
import type { InspectionId } from "@zhenggai/domain/kernel";
import { regionNumbers } from "../lists/codes.ts";
import { type Prefix, scopeCondition } from "../lists/scope.ts";
import type { Reader, Tx } from "../tx/tx.ts";

/** Inspections by id, wherever they are. */
export async function loadInspections(
	reader: Reader,
	ids: readonly InspectionId[],
): Promise<ReadonlyMap<InspectionId, Inspection>> {
	if (ids.length === 0) return new Map();
	const { rows } = await reader.client.query<{ state: Inspection }>({
		name: "inspections-load",
		text: "SELECT state FROM ledger.inspection WHERE id = ANY($1::uuid[])",
		values: [ids],
	});
	return new Map(rows.map(({ state }) => [state.id, state]));
}

export interface CountedInspection {
	readonly inspection: Inspection;
	/** How many issues of the viewer's part of the country stand under it. */
	readonly issueCount: number;
}

/** The regions above a prefix and the prefix itself, as numbers of six digits. */
const lineage = (prefix: Prefix): number[] =>
	[2, 4, 6]
		.filter((length) => length <= prefix.length)
		.map((length) => Number(prefix.slice(0, length).padEnd(6, "0")));

/**
 * The inspections that concern a part of the country: of its own regions, and of those above it, whose lists its
 * items stand on. The latest first.
 */
export async function listInspections(
	reader: Reader,
	prefix: Prefix,
	id: InspectionId | null = null,
): Promise<readonly CountedInspection[]> {
	const values: unknown[] = [];
	const add = (value: unknown): string => `$${values.push(value)}`;
	const within = scopeCondition(prefix, "s", (value) => `${add(value)}::int`);
	const above = `s.region = ANY(${add(lineage(prefix))}::int[])`;
	const counted = scopeCondition(prefix, "c", (value) => `${add(value)}::int`);
	const { rows } = await reader.client.query<{ state: Inspection; issues: number }>(
		`SELECT s.state, COALESCE((
			SELECT sum(t.issues)::int FROM ledger.inspection_tally t,
				LATERAL (SELECT t.region / 10000 AS province, t.region / 100 AS city, t.region AS region) c
			WHERE t.inspection_id = s.id AND ${counted}), 0) AS issues
		 FROM ledger.inspection s
		 WHERE (${within} OR ${above}) AND (${add(id)}::uuid IS NULL OR s.id = $${values.length}::uuid)
		 ORDER BY s.id DESC`,
		values,
	);
	return rows.map(({ state, issues }) => ({ inspection: state, issueCount: issues }));
}

/** Writes inspections; the caller journals their events in the same transaction. */
export async function saveInspections(tx: Tx, inspections: readonly Inspection[]): Promise<void> {
	const places = inspections.map(({ region }) => regionNumbers(region));
	await tx.client.query({
		name: "inspections-write",
		text: `INSERT INTO ledger.inspection (id, version, province, city, region, state)
			SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[], $6::json[])
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state`,
		values: [
			inspections.map(({ id }) => id),
			inspections.map(({ version }) => version),
			places.map(({ province }) => province),
			places.map(({ city }) => city),
			places.map(({ region }) => region),
			inspections.map((inspection) => JSON.stringify(inspection)),
		],
	});
}
