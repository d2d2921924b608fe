import { z } from "zod";
import type { Database } from "../db/database.ts";
import { LruMap } from "./lru.ts";

const FOR_MS = 60_000;

interface Estimate {
	readonly rows: number;
	readonly at: number;
}

const estimates = new WeakMap<Database, LruMap<string, Estimate>>();

function memoryOf(database: Database): LruMap<string, Estimate> {
	const known = estimates.get(database);
	if (known !== undefined) return known;
	const memory = new LruMap<string, Estimate>(2000);
	estimates.set(database, memory);
	return memory;
}

const Plan = z.tuple([
	z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]) }),
]);

/**
 * How many issues the inverted index is likely to find, by the planner's statistics, without looking. Remembered for
 * a minute.
 */
export async function estimateHits(database: Database, words: string): Promise<number> {
	const memory = memoryOf(database);
	const known = memory.get(words);
	if (known !== undefined && Date.now() - known.at < FOR_MS) return known.rows;
	const { rows } = await database.pool.query(
		"EXPLAIN (FORMAT JSON) SELECT 1 FROM ledger.issue_search w WHERE w.words @@ $1::tsquery",
		[words],
	);
	const [
		{
			"QUERY PLAN": [{ Plan: plan }],
		},
	] = Plan.parse(rows);
	memory.set(words, { rows: plan["Plan Rows"], at: Date.now() });
	return plan["Plan Rows"];
}

/** The estimate was wrong: there are too many to gather. */
export const noteManyHits = (database: Database, words: string): void =>
	memoryOf(database).set(words, { rows: Number.POSITIVE_INFINITY, at: Date.now() });
