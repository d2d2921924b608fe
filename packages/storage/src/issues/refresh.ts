import { type Issue, missingElements } from "@zhenggai/domain/issues";
import type { IsoDate } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { inspectionMark, unitMark } from "../lists/marks.ts";
import { type Tx, withTransaction } from "../tx/tx.ts";
import { rewriteIssues } from "./save.ts";

const BATCH = 500;

/** The issues whose lines and index words depend on something that has changed its name. */
export type Renamed =
	| { readonly kind: "unit"; readonly id: string }
	| { readonly kind: "inspection"; readonly id: string }
	| { readonly kind: "region"; readonly code: number };

interface Found {
	readonly state: Issue;
}

/** Rewrites the lines that the ids name, locked in their order. */
async function rewrite(tx: Tx, ids: readonly string[], day: IsoDate): Promise<void> {
	const { rows } = await tx.client.query<Found>(
		"SELECT state FROM ledger.issue WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE",
		[ids],
	);
	const issues = rows.map(({ state }) => ({ issue: state, missing: missingElements(state, day) }));
	await rewriteIssues(tx, issues, day);
}

async function dependents(tx: Tx, renamed: Renamed): Promise<readonly string[]> {
	if (renamed.kind === "region") {
		const { rows } = await tx.client.query<{ id: string }>(
			"SELECT id FROM ledger.issue WHERE region = $1 ORDER BY id",
			[renamed.code],
		);
		return rows.map(({ id }) => id);
	}
	const mark = renamed.kind === "unit" ? unitMark(renamed.id) : inspectionMark(renamed.id);
	const { rows } = await tx.client.query<{ id: string }>(
		"SELECT issue_id AS id FROM ledger.issue_search w WHERE w.words @@ $1::tsquery ORDER BY issue_id",
		[`'${mark}'`],
	);
	return rows.map(({ id }) => id);
}

/** Writes a new name into every line and every search that shows it, in the transaction that changes the name. */
export async function refreshNames(tx: Tx, renamed: Renamed, day: IsoDate): Promise<void> {
	const ids = await dependents(tx, renamed);
	for (let at = 0; at < ids.length; at += BATCH) await rewrite(tx, ids.slice(at, at + BATCH), day);
}

/**
 * Makes the lines anew on which an assignment begins or ends today without anybody doing anything. To be called
 * before the first list of a day; finds nothing on most.
 */
export async function refreshDay(database: Database, day: IsoDate): Promise<number> {
	let done = 0;
	for (;;) {
		const count = await withTransaction(database, async (tx) => {
			const { rows } = await tx.client.query<{ id: string }>(
				"SELECT id FROM ledger.issue WHERE changes_on <= $1::date AND changes_on < 'infinity' ORDER BY changes_on, id LIMIT $2",
				[day, BATCH],
			);
			if (rows.length > 0)
				await rewrite(
					tx,
					rows.map(({ id }) => id),
					day,
				);
			return rows.length;
		});
		done += count;
		if (count < BATCH) return done;
	}
}
