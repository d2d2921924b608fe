import { type Referral, wasSubmitted } from "@zhenggai/domain/accountability";
import { regionNumbers } from "../lists/codes.ts";
import type { Tx } from "../tx/tx.ts";

/** Writes the new state of a referral, in the transaction that journals its events. */
export async function saveReferral(tx: Tx, referral: Referral): Promise<void> {
	const { province, city, region } = regionNumbers(referral.region);
	await tx.client.query({
		name: "referral-write",
		text: `INSERT INTO ledger.referral
				(id, version, province, city, region, submitted, current_state, known_state, drafted_at, issue_ids, state)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, submitted = excluded.submitted,
				current_state = excluded.current_state, known_state = excluded.known_state,
				issue_ids = excluded.issue_ids, state = excluded.state`,
		values: [
			referral.id,
			referral.version,
			province,
			city,
			region,
			wasSubmitted(referral),
			referral.state,
			referral.known.state,
			referral.drafted.at,
			referral.content.issueIds,
			JSON.stringify(referral),
		],
	});
}
