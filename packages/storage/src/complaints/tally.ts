import { type Complaint, countInto, emptyTally, Tally } from "@zhenggai/domain/complaints";
import type { InspectionId, RegionCode } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { regionNumbers } from "../lists/codes.ts";
import { type Prefix, scopeCondition } from "../lists/scope.ts";
import { readerOf, type Tx } from "../tx/tx.ts";
import { COUNTER_COLUMNS, GROUPS, groupColumn, SCALARS } from "./counters.ts";

type Counters = Readonly<Record<string, number>>;

/** A tally as its columns. */
function columnsOf(tally: Tally): Counters {
	const columns: Record<string, number> = {};
	for (const [field, column] of Object.entries(SCALARS)) columns[column] = valueAt(tally, field);
	for (const [group, keys] of Object.entries(GROUPS)) {
		for (const key of keys) columns[groupColumn(group, key)] = valueAt(Reflect.get(tally, group), key);
	}
	return columns;
}

function valueAt(from: unknown, key: string): number {
	const value: unknown = typeof from === "object" && from !== null ? Reflect.get(from, key) : undefined;
	if (typeof value !== "number") throw new Error(`A tally has no counter ${key}`);
	return value;
}

/** The tally that some columns hold. */
function tallyFrom(columns: Counters): Tally {
	const scalars = Object.entries(SCALARS).map(([field, column]) => [field, columns[column]]);
	const groups = Object.entries(GROUPS).map(([group, keys]) => [
		group,
		Object.fromEntries(keys.map((key) => [key, columns[groupColumn(group, key)]])),
	]);
	return Tally.parse(Object.fromEntries([...scalars, ...groups]));
}

type Delta = { inspectionId: string; batch: number; region: RegionCode; added: Tally; removed: Tally };

const placeKey = ({ inspectionId, batch, region }: Complaint): string =>
	`${inspectionId} ${batch ?? 0} ${region}`;

function deltasOf(
	changed: readonly { readonly before: Complaint | null; readonly complaint: Complaint }[],
): Delta[] {
	const deltas = new Map<string, Delta>();
	const deltaAt = (complaint: Complaint): Delta => {
		const key = placeKey(complaint);
		const known = deltas.get(key);
		if (known !== undefined) return known;
		const { inspectionId, batch, region } = complaint;
		const made = { inspectionId, batch: batch ?? 0, region, added: emptyTally(), removed: emptyTally() };
		deltas.set(key, made);
		return made;
	};
	for (const { before, complaint } of changed) {
		if (before !== null && before.state !== "withdrawn") countInto(deltaAt(before).removed, before);
		if (complaint.state !== "withdrawn") countInto(deltaAt(complaint).added, complaint);
	}
	return [...deltas.values()];
}

const KEYS = ["inspection_id", "batch", "region", "province", "city"] as const;
const ADD = `INSERT INTO ledger.complaint_tally AS t (${[...KEYS, ...COUNTER_COLUMNS].join(", ")})
	SELECT * FROM unnest($1::uuid[], ${[...KEYS.slice(1), ...COUNTER_COLUMNS].map((_, at) => `$${at + 2}::int[]`).join(", ")})
		AS r(${[...KEYS, ...COUNTER_COLUMNS].join(", ")})
	ORDER BY r.inspection_id, r.batch, r.region
	ON CONFLICT (inspection_id, batch, region) DO UPDATE
	SET ${COUNTER_COLUMNS.map((column) => `${column} = t.${column} + excluded.${column}`).join(", ")}`;

/** Counts changes, in the order of the key so that two writers never wait for each other. */
export async function writeTallies(
	tx: Tx,
	changed: readonly { readonly before: Complaint | null; readonly complaint: Complaint }[],
): Promise<void> {
	const rows = deltasOf(changed).map((delta) => {
		const [added, removed] = [columnsOf(delta.added), columnsOf(delta.removed)];
		const counts = COUNTER_COLUMNS.map((column) => (added[column] ?? 0) - (removed[column] ?? 0));
		return { delta, place: regionNumbers(delta.region), counts };
	});
	const moved = rows.filter(({ counts }) => counts.some((count) => count !== 0));
	if (moved.length === 0) return;
	await tx.client.query({
		name: "complaint-tally-add",
		text: ADD,
		values: [
			moved.map(({ delta }) => delta.inspectionId),
			moved.map(({ delta }) => delta.batch),
			moved.map(({ place }) => place.region),
			moved.map(({ place }) => place.province),
			moved.map(({ place }) => place.city),
			...COUNTER_COLUMNS.map((_, at) => moved.map(({ counts }) => counts[at])),
		],
	});
}

export interface TallyRequest {
	readonly inspectionId: InspectionId;
	/** Of one batch; all of them when null. */
	readonly batch: number | null;
	readonly prefix: Prefix;
}

/** What one region's complaints add up to. */
export interface RegionTally {
	readonly region: RegionCode;
	readonly tally: Tally;
}

/**
 * The tallies of an inspection by region, as each complaint stands under one. Reads as many counters as there are
 * batches and regions, however many complaints they count.
 */
export async function readTallies(from: Database | Tx, request: TallyRequest): Promise<RegionTally[]> {
	const values: unknown[] = [request.inspectionId];
	const place = scopeCondition(request.prefix, "t", (value) => `$${values.push(value)}::int`);
	const batch = request.batch === null ? "" : `AND t.batch = $${values.push(request.batch)}::int`;
	const { rows } = await readerOf(from).client.query<Record<string, number> & { place: RegionCode }>(
		`SELECT t.region::text AS place, ${COUNTER_COLUMNS.map((column) => `sum(t.${column})::int AS ${column}`).join(", ")}
		 FROM ledger.complaint_tally t WHERE t.inspection_id = $1::uuid AND ${place} ${batch}
		 GROUP BY t.region HAVING sum(t.cases) > 0 ORDER BY t.region`,
		values,
	);
	return rows.map(({ place: region, ...columns }) => ({ region, tally: tallyFrom(columns) }));
}

/** How many complaints each batch of an inspection has in a part of the country; 0 stands for "not stated". */
export async function readBatches(
	from: Database | Tx,
	{ inspectionId, prefix }: Pick<TallyRequest, "inspectionId" | "prefix">,
): Promise<{ batch: number; cases: number }[]> {
	const values: unknown[] = [inspectionId];
	const place = scopeCondition(prefix, "t", (value) => `$${values.push(value)}::int`);
	const { rows } = await readerOf(from).client.query<{ batch: number; cases: number }>(
		`SELECT t.batch, sum(t.cases)::int AS cases FROM ledger.complaint_tally t
		 WHERE t.inspection_id = $1::uuid AND ${place} GROUP BY t.batch HAVING sum(t.cases) > 0 ORDER BY t.batch`,
		values,
	);
	return rows;
}
