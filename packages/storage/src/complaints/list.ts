import type { ComplaintRow } from "@zhenggai/domain/complaints";
import { JournalCursor } from "@zhenggai/domain/journal";
import type { ComplaintId } from "@zhenggai/domain/kernel";
import { z } from "zod";
import type { Database } from "../db/database.ts";
import { currentCursor, JOURNAL_START } from "../journal/index.ts";
import { LruMap } from "../lists/lru.ts";
import {
	type ComplaintListRequest,
	type ComplaintPlan,
	type ComplaintPosition,
	planComplaints,
} from "./list-query.ts";
import { gatherStatement, type Statement, walkStatement } from "./list-sql.ts";

/** How far lists count: beyond it the number is "at least". */
const COMPLAINT_COUNT_BOUND = 10_000;
/** The same where each row has to be looked up in the inverted index. */
const PROBE_COUNT_BOUND = 1_000;

export interface StoredComplaintPage {
	readonly rows: readonly ComplaintRow[];
	/** Where the next page begins; null at the end. */
	readonly next: ComplaintPosition | null;
	readonly total: { readonly count: number; readonly exact: boolean };
	/** The journal's end as of these rows. */
	readonly liveFrom: JournalCursor;
}

interface PageRow {
	readonly live_from: string | null;
	readonly total: number | null;
	readonly found: number | null;
	readonly id: ComplaintId | null;
	readonly row: ComplaintRow | null;
	readonly keys: string[];
	readonly region_name: string | null;
	readonly inspection_name: string | null;
}

const Plan = z.tuple([
	z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]) }),
]);
const ESTIMATE_FOR_MS = 60_000;
type Estimate = { readonly rows: number; readonly at: number };
const estimates = new WeakMap<Database, LruMap<string, Estimate>>();

function estimatesOf(database: Database): LruMap<string, Estimate> {
	const known = estimates.get(database) ?? new LruMap<string, Estimate>(2000);
	estimates.set(database, known);
	return known;
}

/** How many complaints the inverted index is likely to find, by the planner's statistics. Remembered for a minute. */
async function estimateHits(database: Database, words: string): Promise<number> {
	const known = estimatesOf(database).get(words);
	if (known !== undefined && Date.now() - known.at < ESTIMATE_FOR_MS) return known.rows;
	const { rows } = await database.pool.query(
		"EXPLAIN (FORMAT JSON) SELECT 1 FROM ledger.complaint_search w WHERE w.words @@ $1::tsquery",
		[words],
	);
	const [
		{
			"QUERY PLAN": [{ Plan: plan }],
		},
	] = Plan.parse(rows);
	estimatesOf(database).set(words, { rows: plan["Plan Rows"], at: Date.now() });
	return plan["Plan Rows"];
}

async function run(database: Database, { text, values }: Statement): Promise<readonly PageRow[]> {
	const { rows } = await database.pool.query<PageRow>({ text, values: [...values] });
	return rows;
}

/** A stored line with the names of its region and inspection. */
function named({ row, region_name, inspection_name }: PageRow): ComplaintRow[] {
	if (row === null) return [];
	return [{ ...row, regionName: region_name ?? row.region, inspectionName: inspection_name ?? "" }];
}

function toPage(rows: readonly PageRow[], limit: number, bound: number): StoredComplaintPage {
	const found = rows.filter(({ id }) => id !== null);
	const shown = found.slice(0, limit);
	const last = shown.at(-1);
	const [first] = rows;
	const count = first?.total ?? 0;
	return {
		rows: shown.flatMap(named),
		next: found.length > limit && last?.id != null ? { keys: last.keys, id: last.id } : null,
		total: { count: Math.min(count, bound), exact: count <= bound },
		liveFrom: first?.live_from == null ? JOURNAL_START : JournalCursor.parse(first.live_from),
	};
}

/** Null when the index finds more than can be sorted at once. */
async function gathered(
	database: Database,
	plan: ComplaintPlan,
	request: ComplaintListRequest,
	bound: number,
): Promise<StoredComplaintPage | null> {
	const rows = await run(database, gatherStatement(plan, request, bound));
	return (rows[0]?.found ?? 0) > bound ? null : toPage(rows, request.limit, bound);
}

/**
 * A page of complaints in order, in one statement, and how many there are (counted on the first page only; the caller
 * carries it on). Its cost does not grow with the ledger: what is rare is gathered from the inverted index and sorted,
 * what is common is read off an index in the order of the list, where a page of it is near. `rare` is how many may be
 * gathered.
 */
export async function listComplaintRows(
	database: Database,
	request: ComplaintListRequest,
	rare: number = COMPLAINT_COUNT_BOUND,
): Promise<StoredComplaintPage> {
	const plan = planComplaints(request);
	if (plan === null) {
		const liveFrom = await currentCursor(database);
		return { rows: [], next: null, total: { count: 0, exact: true }, liveFrom };
	}
	if (plan.words !== null && (await estimateHits(database, plan.words)) <= rare) {
		const page = await gathered(database, plan, request, rare);
		if (page !== null) return page;
		estimatesOf(database).set(plan.words, { rows: Number.POSITIVE_INFINITY, at: Date.now() });
	}
	const bound = plan.probe === null ? COMPLAINT_COUNT_BOUND : PROBE_COUNT_BOUND;
	return toPage(await run(database, walkStatement(plan, request, bound)), request.limit, bound);
}

/** The lines of these complaints that a list with this scope and filter holds, as it shows them. */
export async function listedComplaintRows(
	database: Database,
	ids: readonly ComplaintId[],
	{ prefix, filter }: Pick<ComplaintListRequest, "prefix" | "filter">,
): Promise<ReadonlyMap<ComplaintId, ComplaintRow>> {
	const plan = planComplaints({ prefix, filter });
	if (plan === null || ids.length === 0) return new Map();
	const values: unknown[] = [ids];
	const add = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
	const where = [
		"w.complaint_id = ANY($1::uuid[])",
		...(plan.prefix === "" ? [] : [`starts_with(w.region::text, ${add(plan.prefix, "text")})`]),
		...plan.conditions.map(({ sql, value, type }) => sql("w", add(value, type))),
		...(plan.probe === null ? [] : [`w.words @@ ${add(plan.probe, "tsquery")}`]),
		...plan.exact.map((term) => `strpos(w.haystack, ${add(term, "text")}) > 0`),
	];
	const { rows } = await database.pool.query<PageRow>(
		`SELECT c.id, c.row, r.name AS region_name, s.state->>'name' AS inspection_name
		 FROM ledger.complaint_search w JOIN ledger.complaint c ON c.id = w.complaint_id
		 LEFT JOIN ledger.region r ON r.code = c.region LEFT JOIN ledger.inspection s ON s.id = c.inspection_id
		 WHERE ${where.join(" AND ")}`,
		values,
	);
	return new Map(rows.flatMap((row) => named(row).map((line) => [line.id, line])));
}
