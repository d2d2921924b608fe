import { ImportProgress } from "@zhenggai/domain/issues";
import type { ImportId, Instant } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";

/**
 * Tells everybody how far an import is. On a connection of its own: the import's transaction shows nothing before it
 * is committed.
 */
export async function writeProgress(
	database: Database,
	progress: ImportProgress,
	at: Instant,
): Promise<void> {
	await database.pool.query(
		`INSERT INTO ledger.import_progress (import_id, done, total, phase, at) VALUES ($1, $2, $3, $4, $5)
		 ON CONFLICT (import_id) DO UPDATE SET done = excluded.done, total = excluded.total, phase = excluded.phase,
			at = excluded.at`,
		[progress.importId, progress.done, progress.total, progress.phase, at],
	);
}

/** How far an import is; null when nobody has begun it. */
export async function readProgress(database: Database, importId: ImportId): Promise<ImportProgress | null> {
	const { rows } = await database.pool.query(
		`SELECT import_id AS "importId", done, total, phase FROM ledger.import_progress WHERE import_id = $1`,
		[importId],
	);
	return rows.length === 0 ? null : ImportProgress.parse(rows[0]);
}
