import type { IsoDate } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { withTransaction } from "../tx/tx.ts";
import { loadNames, type Names, namesWantedBy } from "./names.ts";
import type { IssueToSave } from "./projection.ts";
import { writeNewIssues } from "./save.ts";

/** Issues of one transaction. */
const BATCH = 2000;

export interface BulkOptions {
	/** Today in Asia/Shanghai. */
	readonly day: IsoDate;
	readonly onProgress?: (done: number) => void;
}

interface Index {
	readonly name: string;
	readonly definition: string;
}

/** The indexes beside the primary keys: on an empty table they are built faster at the end than kept up. */
async function takeDownIndexes(database: Database): Promise<readonly Index[]> {
	const { rows } = await database.pool.query<Index>(
		`SELECT c.oid::regclass::text AS name, pg_get_indexdef(c.oid) AS definition
		 FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
		 WHERE x.indrelid IN ('ledger.issue'::regclass, 'ledger.issue_search'::regclass) AND NOT x.indisprimary`,
	);
	for (const { name } of rows) await database.pool.query(`DROP INDEX ${name}`);
	return rows;
}

async function putUpIndexes(database: Database, indexes: readonly Index[]): Promise<void> {
	const client = await database.pool.connect();
	try {
		await client.query("SET statement_timeout = 0; SET maintenance_work_mem = '256MB'");
		for (const { definition } of indexes) await client.query(definition);
		await client.query("VACUUM (ANALYZE) ledger.issue");
		await client.query("VACUUM (ANALYZE) ledger.issue_search");
	} finally {
		await client.query("RESET maintenance_work_mem");
		// The time limit of the session is gone: the pool makes a new connection with its own.
		client.release(true);
	}
}

async function* inBatches<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T[], void, undefined> {
	let batch: T[] = [];
	for await (const item of items) {
		batch.push(item);
		if (batch.length < BATCH) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

const merged = (a: Names, b: Names): Names => ({
	regions: new Map([...a.regions, ...b.regions]),
	units: new Map([...a.units, ...b.units]),
	people: new Map([...a.people, ...b.people]),
	inspections: new Map([...a.inspections, ...b.inspections]),
});

/** What is named and not known yet. */
function unknownOf(issues: readonly IssueToSave[], names: Names) {
	const wanted = namesWantedBy(issues.map(({ issue }) => issue));
	return {
		regions: [...(wanted.regions ?? [])].filter((id) => !names.regions.has(id)),
		units: [...(wanted.units ?? [])].filter((id) => !names.units.has(id)),
		people: [...(wanted.people ?? [])].filter((id) => !names.people.has(id)),
		inspections: [...(wanted.inspections ?? [])].filter((id) => !names.inspections.has(id)),
	};
}

/**
 * Fills an empty ledger with issues, for measurements: the read tables as commands would have written them, without
 * a journal, without the numbers of lists. Throws when the ledger holds an issue already. Gives how many it wrote.
 */
export async function loadIssuesInBulk(
	database: Database,
	issues: Iterable<IssueToSave> | AsyncIterable<IssueToSave>,
	{ day, onProgress }: BulkOptions,
): Promise<number> {
	const { rows } = await database.pool.query("SELECT 1 FROM ledger.issue LIMIT 1");
	if (rows.length > 0) throw new Error("Issues are loaded in bulk only into an empty ledger");
	const indexes = await takeDownIndexes(database);
	let names: Names = { regions: new Map(), units: new Map(), people: new Map(), inspections: new Map() };
	let done = 0;
	try {
		for await (const batch of inBatches(issues)) {
			await withTransaction(database, async (tx) => {
				const unknown = unknownOf(batch, names);
				if (Object.values(unknown).some((ids) => ids.length > 0)) {
					names = merged(names, await loadNames(tx, unknown));
				}
				await writeNewIssues(tx, batch, names, day);
			});
			done += batch.length;
			onProgress?.(done);
		}
	} finally {
		await putUpIndexes(database, indexes);
	}
	return done;
}
