import type { InstrumentId, IsoDate, IssueId, UnitId } from "@zhenggai/domain/kernel";
import type { Instrument, InstrumentFilter } from "@zhenggai/domain/supervision";
import type { Database } from "../db/database.ts";
import { Parameters } from "../lists/parameters.ts";
import { narrow, type Prefix, scopeOf } from "../lists/scope.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";

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

/** A place in the list: the due day or the moment of the draft, whichever orders it, and the id. */
export interface InstrumentPosition {
	readonly key: string;
	readonly id: string;
}

export interface InstrumentListRequest {
	readonly prefix: Prefix;
	/** Null for those who see drafts of every side; otherwise what was issued, and the drafts of this unit. */
	readonly onlyIssuedOr: { readonly unitId: UnitId | null } | null;
	/** Only what is addressed to a unit, for those who see nothing else. */
	readonly addressedTo: UnitId | null;
	readonly filter: InstrumentFilter;
	readonly asOf: IsoDate;
	readonly limit: number;
	readonly after: InstrumentPosition | null;
}

function conditionsOf(
	{ onlyIssuedOr, addressedTo, filter, asOf }: InstrumentListRequest,
	add: Parameters["add"],
): string[] {
	const { view, issueId, unitId, kinds, states } = filter;
	const addressee = (id: UnitId) => `i.addressees @> ARRAY[${add(id, "uuid")}]`;
	return [
		...(onlyIssuedOr === null
			? []
			: onlyIssuedOr.unitId === null
				? ["i.dispatched"]
				: [`(i.dispatched OR i.drafted_unit_id = ${add(onlyIssuedOr.unitId, "uuid")})`]),
		...(addressedTo === null ? [] : [addressee(addressedTo)]),
		...(unitId === undefined ? [] : [addressee(unitId)]),
		...(view === "open" ? ["i.is_open"] : []),
		...(view === "overdueReply" ? [`i.reply_due_on < ${add(asOf, "date")}`] : []),
		...(issueId === undefined ? [] : [`i.issue_id = ${add(issueId, "uuid")}`]),
		...(kinds === undefined ? [] : [`i.kind = ANY(${add(kinds, "text[]")})`]),
		...(states === undefined ? [] : [`i.current_state = ANY(${add(states, "text[]")})`]),
	];
}

/**
 * A page of instruments and where the next begins: the newest draft first, or of the late ones the longest waiting
 * first.
 */
export async function listInstrumentStates(
	from: Database | Tx,
	request: InstrumentListRequest,
): Promise<{ states: readonly Instrument[]; next: InstrumentPosition | null }> {
	const prefix = narrow(request.prefix, request.filter.region);
	if (prefix === null) return { states: [], next: null };
	const { values, add } = new Parameters();
	const scope = scopeOf(prefix);
	const late = request.filter.view === "overdueReply";
	const [key, type, order, beyond] = late
		? (["i.reply_due_on", "date", "", ">"] as const)
		: (["i.drafted_at", "timestamptz", " DESC", "<"] as const);
	const where = [
		...(scope === null ? [] : [`i.${scope.column} = ${add(scope.value, "int")}`]),
		...conditionsOf(request, add),
		...(request.after === null
			? []
			: [`(${key}, i.id) ${beyond} (${add(request.after.key, type)}, ${add(request.after.id, "uuid")})`]),
	];
	const { rows } = await readerOf(from).client.query<StateRow & { readonly key: string }>(
		`SELECT i.state, ${key}::text AS key FROM ledger.instrument i
			${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
			ORDER BY ${key}${order}, i.id${order} LIMIT ${add(request.limit + 1, "int")}`,
		values,
	);
	const shown = rows.slice(0, request.limit);
	const last = shown.at(-1);
	const next =
		rows.length > request.limit && last !== undefined ? { key: last.key, id: last.state.id } : null;
	return { states: shown.map(({ state }) => state), next };
}
