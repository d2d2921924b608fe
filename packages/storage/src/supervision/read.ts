import type { InstrumentId, IssueId } from "@zhenggai/domain/kernel";
import type { Instrument } from "@zhenggai/domain/supervision";
import type { Reader } from "../tx/tx.ts";

/** States as they were saved; only this package writes them, so the types hold. */
interface StateRow {
	readonly state: Instrument;
}

/** An instrument by id, wherever it lies: who may see it is the caller's question. */
export async function loadInstrument(
	reader: Reader,
	id: InstrumentId,
	lock: "none" | "update" = "none",
): Promise<Instrument | null> {
	const { rows } = await reader.client.query<StateRow>({
		name: `instrument-load-${lock}`,
		text: `SELECT state FROM ledger.instrument WHERE id = $1::uuid ${lock === "update" ? "FOR UPDATE" : ""}`,
		values: [id],
	});
	return rows[0]?.state ?? null;
}

/** All instruments on an issue, in the order in which they were drafted. */
export async function instrumentsOf(reader: Reader, issueId: IssueId): Promise<readonly Instrument[]> {
	const { rows } = await reader.client.query<StateRow>({
		name: "instruments-of-issue",
		text: "SELECT state FROM ledger.instrument WHERE issue_id = $1::uuid ORDER BY drafted_at, id",
		values: [issueId],
	});
	return rows.map(({ state }) => state);
}

/** All instruments on any of these issues, of each in the order in which they were drafted. */
export async function instrumentsOn(
	reader: Reader,
	issueIds: readonly IssueId[],
): Promise<ReadonlyMap<IssueId, readonly Instrument[]>> {
	if (issueIds.length === 0) return new Map();
	const { rows } = await reader.client.query<StateRow>({
		name: "instruments-on-issues",
		text: "SELECT state FROM ledger.instrument WHERE issue_id = ANY($1::uuid[]) ORDER BY drafted_at, id",
		values: [issueIds],
	});
	return Map.groupBy(
		rows.map(({ state }) => state),
		({ issueId }) => issueId,
	);
}
