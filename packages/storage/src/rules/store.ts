import type { RegionCode } from "@zhenggai/domain/kernel";
import type { RegionBook, RegionRules } from "@zhenggai/domain/rules";
import type { RowLock } from "../issues/index.ts";
import type { Reader, Tx } from "../tx/tx.ts";

/** States as they were saved; only this package writes them, so the types hold. */
interface StateRow {
	readonly state: RegionRules;
}

const bookOf = (rows: readonly StateRow[]): RegionBook =>
	new Map(rows.map(({ state }) => [state.region, state]));

/** What every region of the ledger says about its rules. */
export async function loadRegionBook(reader: Reader): Promise<RegionBook> {
	const { rows } = await reader.client.query<StateRow>({
		name: "region-rules-all",
		text: "SELECT state FROM ledger.region_rules",
	});
	return bookOf(rows);
}

const LOCKS: Readonly<Record<RowLock, string>> = { none: "", share: "FOR SHARE", update: "FOR UPDATE" };

/** What these regions say, as the transaction sees it and, with a lock, until it ends. */
export async function loadRegionRules(
	tx: Tx,
	regions: readonly RegionCode[],
	lock: RowLock = "none",
): Promise<RegionBook> {
	const { rows } = await tx.client.query<StateRow>({
		name: `region-rules-load-${lock}`,
		text: `SELECT state FROM ledger.region_rules WHERE region = ANY($1::int[]) ORDER BY region ${LOCKS[lock]}`,
		values: [regions.map(Number)],
	});
	return bookOf(rows);
}

/** Writes what a region says; the caller journals its events in the same transaction. */
export async function saveRegionRules(tx: Tx, rules: RegionRules): Promise<void> {
	await tx.client.query({
		name: "region-rules-write",
		text: `INSERT INTO ledger.region_rules (region, id, version, state) VALUES ($1, $2, $3, $4)
			ON CONFLICT (region) DO UPDATE SET version = excluded.version, state = excluded.state`,
		values: [Number(rules.region), rules.id, rules.version, JSON.stringify(rules)],
	});
}
