import { type Instrument, isOpenInstrument, waitsUntil, wasIssued } from "@zhenggai/domain/supervision";
import { regionNumbers } from "../lists/codes.ts";
import type { Tx } from "../tx/tx.ts";

/** Writes the new state of an instrument, in the transaction that journals its events. */
export async function saveInstrument(tx: Tx, instrument: Instrument): Promise<void> {
	const { province, city, region } = regionNumbers(instrument.region);
	await tx.client.query({
		name: "instrument-write",
		// What is proposed on the issue depends on its instruments: the next sweep looks at it.
		text: `WITH written AS (INSERT INTO ledger.instrument (id, version, issue_id, province, city, region, kind, current_state,
				is_open, dispatched, drafted_unit_id, reply_due_on, addressees, drafted_at, state)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, current_state = excluded.current_state,
				is_open = excluded.is_open, dispatched = excluded.dispatched, reply_due_on = excluded.reply_due_on,
				addressees = excluded.addressees, state = excluded.state
			RETURNING city, issue_id
		)
		UPDATE ledger.issue_watch w SET due_on = '-infinity', touched = w.touched + 1 FROM written
		WHERE w.city = written.city AND w.issue_id = written.issue_id`,
		values: [
			instrument.id,
			instrument.version,
			instrument.issueId,
			province,
			city,
			region,
			instrument.kind,
			instrument.state,
			isOpenInstrument(instrument),
			wasIssued(instrument),
			instrument.draftedBy.unitId,
			waitsUntil(instrument),
			instrument.addresseeUnitIds,
			instrument.draftedAt,
			JSON.stringify(instrument),
		],
	});
}
