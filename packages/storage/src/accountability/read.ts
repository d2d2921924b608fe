import type { Referral, ReferralState } from "@zhenggai/domain/accountability";
import type { IssueId, ReferralId, RegionCode } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { Parameters } from "../lists/parameters.ts";
import { type Prefix, scopeOf } from "../lists/scope.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";

/** States as they were saved; only this package writes them, so the types hold. */
interface StateRow {
	readonly state: Referral;
}

/** A referral by id, wherever it is kept: who may know of it is the caller's question. */
export async function loadReferral(
	reader: Reader,
	id: ReferralId,
	lock: "none" | "update" = "none",
): Promise<Referral | null> {
	const { rows } = await reader.client.query<StateRow>({
		name: `referral-load-${lock}`,
		text: `SELECT state FROM ledger.referral WHERE id = $1::uuid ${lock === "update" ? "FOR UPDATE" : ""}`,
		values: [id],
	});
	return rows[0]?.state ?? null;
}

/** A place in the list: the moment of the draft, and the id. */
export interface ReferralPosition {
	readonly at: string;
	readonly id: string;
}

export interface ReferralListRequest {
	/** Only what is kept at this very region; null for everything in the prefix. */
	readonly home: RegionCode | null;
	readonly prefix: Prefix;
	/** Leave out what never reached the leading group. */
	readonly submittedOnly: boolean;
	/** Filter by the state that the office knows, not by the state that is. */
	readonly byKnownState: boolean;
	readonly states: readonly ReferralState[] | null;
	readonly issueId: IssueId | null;
	readonly limit: number;
	readonly after: ReferralPosition | null;
}

/**
 * A page of referrals, the newest draft first, and where the next begins. The order never moves after the draft, so that
 * nothing of what is kept from a reader shows in it.
 */
export async function listReferralStates(
	from: Database | Tx,
	request: ReferralListRequest,
): Promise<{ states: readonly Referral[]; next: ReferralPosition | null }> {
	const { values, add } = new Parameters();
	const scope = scopeOf(request.prefix);
	const where = [
		...(request.home === null ? [] : [`r.region = ${add(Number(request.home), "int")}`]),
		...(scope === null ? [] : [`r.${scope.column} = ${add(scope.value, "int")}`]),
		...(request.submittedOnly ? ["r.submitted"] : []),
		...(request.states === null
			? []
			: [
					`r.${request.byKnownState ? "known_state" : "current_state"} = ANY(${add(request.states, "text[]")})`,
				]),
		...(request.issueId === null ? [] : [`r.issue_ids @> ARRAY[${add(request.issueId, "uuid")}]`]),
		...(request.after === null
			? []
			: [
					`(r.drafted_at, r.id) < (${add(request.after.at, "timestamptz")}, ${add(request.after.id, "uuid")})`,
				]),
	];
	const { rows } = await readerOf(from).client.query<StateRow>(
		`SELECT r.state FROM ledger.referral r ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
		 ORDER BY r.drafted_at DESC, r.id DESC LIMIT ${add(request.limit + 1, "int")}`,
		values,
	);
	const states = rows.slice(0, request.limit).map(({ state }) => state);
	const last = states.at(-1);
	const next =
		rows.length > request.limit && last !== undefined ? { at: last.drafted.at, id: last.id } : null;
	return { states, next };
}
