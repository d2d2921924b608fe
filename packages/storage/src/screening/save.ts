import type { Screening } from "@zhenggai/domain/screening";
import { regionNumbers } from "../lists/codes.ts";
import type { Tx } from "../tx/tx.ts";

/** Two, four and six digits of everything that the sweep has to do with, each once. */
function scopesOf({ region, coverage }: Screening): number[] {
	const regions = new Set([region, ...coverage.map((held) => held.region)]);
	return [...new Set([...regions].flatMap((code) => Object.values(regionNumbers(code))))].toSorted(
		(a, b) => a - b,
	);
}

/**
 * Writes the new state of a sweep, in the transaction that journals its events. An issue that another find has become
 * breaks the primary key of `ledger.screening_opened` (see {@link isFoundTaken}).
 */
export async function saveScreening(tx: Tx, screening: Screening): Promise<void> {
	const { id, version, issueId, state, dueOn } = screening;
	await tx.client.query({
		name: "screening-write",
		text: `INSERT INTO ledger.screening (id, version, issue_id, current_state, due_on, state)
			VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, current_state = excluded.current_state,
				due_on = excluded.due_on, state = excluded.state`,
		values: [id, version, issueId, state, dueOn, JSON.stringify(screening)],
	});
	await tx.client.query({
		name: "screening-write-places",
		text: `INSERT INTO ledger.screening_place (scope, screening_id, current_state, due_on)
			SELECT scope, $2::uuid, $3::text, $4::date FROM unnest($1::int[]) AS scope
			ON CONFLICT (scope, screening_id) DO UPDATE
			SET current_state = excluded.current_state, due_on = excluded.due_on
			WHERE (screening_place.current_state, screening_place.due_on) <> (excluded.current_state, excluded.due_on)`,
		values: [scopesOf(screening), id, state, dueOn],
	});
	const opened = screening.found.flatMap((one) =>
		one.opened === null ? [] : [[one.opened.issueId, one.id]],
	);
	if (opened.length === 0) return;
	await tx.client.query({
		name: "screening-write-opened",
		text: `INSERT INTO ledger.screening_opened AS o (issue_id, screening_id, find_id)
			SELECT r.issue_id, $3::uuid, r.find_id FROM unnest($1::uuid[], $2::uuid[]) AS r(issue_id, find_id)
			WHERE NOT EXISTS (SELECT 1 FROM ledger.screening_opened k
				WHERE k.issue_id = r.issue_id AND k.screening_id = $3::uuid AND k.find_id = r.find_id)`,
		values: [opened.map(([issue]) => issue), opened.map(([, find]) => find), id],
	});
}

/** Whether an error says that the issue has come of another find. */
export const isFoundTaken = (thrown: unknown): boolean =>
	thrown instanceof Error && "constraint" in thrown && thrown.constraint === "screening_opened_pkey";
