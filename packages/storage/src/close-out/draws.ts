import type { Draw, DrawState } from "@zhenggai/domain/close-out";
import type { DrawId, IsoDate, IssueId, RegionCode } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { regionNumbers } from "../lists/codes.ts";
import { Parameters } from "../lists/parameters.ts";
import { type Prefix, scopeCondition } from "../lists/scope.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";

/** States as they were saved; only this package writes them, so the types hold. */
interface StateRow {
	readonly state: Draw;
}

/** A draw by id, wherever it is: who may see it is the caller's question. */
export async function loadDraw(
	reader: Reader,
	id: DrawId,
	lock: "none" | "update" = "none",
): Promise<Draw | null> {
	const { rows } = await reader.client.query<StateRow>({
		name: `draw-load-${lock}`,
		text: `SELECT state FROM ledger.draw WHERE id = $1::uuid ${lock === "update" ? "FOR UPDATE" : ""}`,
		values: [id],
	});
	return rows[0]?.state ?? null;
}

/**
 * Draws of exactly this region whose days overlap and that were not cancelled. Until the end of the transaction nobody
 * else opens one there: two at once would both see none.
 */
export async function overlappingDraws(
	tx: Tx,
	{ region, from, to }: { readonly region: RegionCode; readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly Draw[]> {
	await tx.client.query("SELECT pg_advisory_xact_lock(723644, $1::int)", [Number(region)]);
	const { rows } = await tx.client.query<StateRow>({
		name: "draws-overlapping",
		text: `SELECT state FROM ledger.draw WHERE region = $1::int AND period_to >= $2::date AND period_from <= $3::date
			AND current_state <> 'cancelled' ORDER BY period_to, id`,
		values: [Number(region), from, to],
	});
	return rows.map(({ state }) => state);
}

/** A place in the list: the last day of the period, and the id. */
export interface DrawPosition {
	readonly to: string;
	readonly id: string;
}

/** A page of draws of a part of the country, the latest period first, and where the next begins. */
export async function listDrawStates(
	from: Database | Tx,
	request: {
		readonly prefix: Prefix;
		readonly states: readonly DrawState[] | null;
		readonly limit: number;
		readonly after: DrawPosition | null;
	},
): Promise<{ states: readonly Draw[]; next: DrawPosition | null }> {
	const { values, add } = new Parameters();
	const { prefix, states: wanted, after, limit } = request;
	const where = [
		scopeCondition(prefix, "d", (value) => add(value, "int")),
		...(wanted === null ? [] : [`d.current_state = ANY(${add(wanted, "text[]")})`]),
		...(after === null ? [] : [`(d.period_to, d.id) < (${add(after.to, "date")}, ${add(after.id, "uuid")})`]),
	];
	const { rows } = await readerOf(from).client.query<StateRow>(
		`SELECT d.state FROM ledger.draw d WHERE ${where.join(" AND ")}
			ORDER BY d.period_to DESC, d.id DESC LIMIT ${add(limit + 1, "int")}`,
		values,
	);
	const states = rows.slice(0, limit).map(({ state }) => state);
	const last = states.at(-1);
	return {
		states,
		next: rows.length > limit && last !== undefined ? { to: last.to, id: last.id } : null,
	};
}

/** Writes the new state of a draw, in the transaction that journals its events. */
export async function saveDraw(tx: Tx, draw: Draw): Promise<void> {
	const { province, city, region } = regionNumbers(draw.region);
	await tx.client.query({
		name: "draw-write",
		text: `INSERT INTO ledger.draw (id, version, province, city, region, current_state, period_from, period_to, state)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, current_state = excluded.current_state,
				state = excluded.state`,
		values: [
			draw.id,
			draw.version,
			province,
			city,
			region,
			draw.state,
			draw.from,
			draw.to,
			JSON.stringify(draw),
		],
	});
}

/** Of these issues those that were ever put under listed supervision (挂牌督办). */
export async function listedIssues(reader: Reader, ids: readonly IssueId[]): Promise<ReadonlySet<IssueId>> {
	if (ids.length === 0) return new Set();
	const { rows } = await reader.client.query<{ issue_id: IssueId }>({
		name: "draw-listed-issues",
		text: `SELECT DISTINCT issue_id FROM ledger.instrument
			WHERE issue_id = ANY($1::uuid[]) AND kind = 'listedSupervision' AND dispatched`,
		values: [ids],
	});
	return new Set(rows.map(({ issue_id }) => issue_id));
}
