import type { ListScope } from "@zhenggai/domain/access";
import type { InstrumentId, IsoDate, UnitId } from "@zhenggai/domain/kernel";
import type { Instrument, InstrumentFilter, InstrumentStage } from "@zhenggai/domain/supervision";
import type { Database } from "../db/database.ts";
import { Parameters } from "../lists/parameters.ts";
import { narrow, type Prefix, scopeOf } from "../lists/scope.ts";
import { readerOf, type Tx } from "../tx/tx.ts";

/** How far lists count: beyond it the number is "at least". */
const COUNT_BOUND = 10_000;

interface StateRow {
	readonly state: Instrument;
}

/** A place in the list: the due day or the moment of the draft, whichever orders it, and the id. */
export interface InstrumentPosition {
	readonly key: string;
	readonly id: string;
}

/** What of the instruments is asked for, and as of which day. */
export interface InstrumentsAsked {
	readonly prefix: Prefix;
	/** Null for those who see drafts of every side; otherwise what was issued, and the drafts of this unit. */
	readonly onlyIssuedOr: { readonly unitId: UnitId | null } | null;
	/** Only what is addressed to a unit, for those who see nothing else. */
	readonly addressedTo: ListScope["unitId"];
	readonly filter: InstrumentFilter;
	readonly asOf: IsoDate;
}

export interface InstrumentListRequest extends InstrumentsAsked {
	readonly limit: number;
	readonly after: InstrumentPosition | null;
}

const LETTER = "i.kind IN ('reminderLetter', 'supervisionLetter')";
const UNASKED = "(i.kind = 'circular' AND i.reply_due_on IS NULL AND i.current_state = 'acknowledged')";

/** `stageOf` of the domain as conditions; `late` gives what is late on the day. */
const STAGES: Readonly<Record<InstrumentStage, (late: () => string) => string>> = {
	toApprove: () => `(i.current_state = 'drafted' AND NOT ${LETTER})`,
	toIssue: () => `(i.current_state = 'approved' OR i.current_state = 'drafted' AND ${LETTER})`,
	toAcknowledge: (late) => `(i.current_state = 'issued' AND NOT ${late()})`,
	toReply: (late) =>
		`(i.current_state IN ('acknowledged', 'held', 'minuted') AND NOT ${late()} AND NOT ${UNASKED})`,
	late: (late) => late(),
	toVerify: () => "i.current_state = 'replied'",
	toLift: () => `(i.current_state IN ('verified', 'preAccepted') OR ${UNASKED})`,
	over: () => "NOT i.is_open",
};

function conditionsOf(
	{ onlyIssuedOr, addressedTo, filter, asOf }: InstrumentsAsked,
	add: Parameters["add"],
): string[] {
	const { view, issueId, unitId, kinds, states, stages } = filter;
	const addressee = (id: NonNullable<ListScope["unitId"]>) => `i.addressees @> ARRAY[${add(id, "uuid")}]`;
	const late = () => `(i.reply_due_on IS NOT NULL AND i.reply_due_on < ${add(asOf, "date")})`;
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
		...(stages === undefined
			? []
			: [`(${stages.length === 0 ? "false" : stages.map((stage) => STAGES[stage](late)).join(" OR ")})`]),
	];
}

/** Everything that is asked as conditions on `i`; null where nothing can match. */
function whereOf(asked: InstrumentsAsked, add: Parameters["add"]): string[] | null {
	const prefix = narrow(asked.prefix, asked.filter.region);
	if (prefix === null) return null;
	const scope = scopeOf(prefix);
	return [
		...(scope === null ? [] : [`i.${scope.column} = ${add(scope.value, "int")}`]),
		...conditionsOf(asked, add),
	];
}

const clause = (where: readonly string[]): string =>
	where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`;

/**
 * A page of instruments and where the next begins: the newest draft first, or of the late ones the longest waiting
 * first.
 */
export async function listInstrumentStates(
	from: Database | Tx,
	request: InstrumentListRequest,
): Promise<{ states: readonly Instrument[]; next: InstrumentPosition | null }> {
	const { values, add } = new Parameters();
	const asked = whereOf(request, add);
	if (asked === null) return { states: [], next: null };
	const late = request.filter.view === "overdueReply";
	const [key, type, order, beyond] = late
		? (["i.reply_due_on", "date", "", ">"] as const)
		: (["i.drafted_at", "timestamptz", " DESC", "<"] as const);
	const where = [
		...asked,
		...(request.after === null
			? []
			: [`(${key}, i.id) ${beyond} (${add(request.after.key, type)}, ${add(request.after.id, "uuid")})`]),
	];
	const { rows } = await readerOf(from).client.query<StateRow & { readonly key: string }>(
		`SELECT i.state, ${key}::text AS key FROM ledger.instrument i ${clause(where)}
			ORDER BY ${key}${order}, i.id${order} LIMIT ${add(request.limit + 1, "int")}`,
		values,
	);
	const shown = rows.slice(0, request.limit);
	const last = shown.at(-1);
	const next =
		rows.length > request.limit && last !== undefined ? { key: last.key, id: last.state.id } : null;
	return { states: shown.map(({ state }) => state), next };
}

/** How many instruments match, counted up to a bound. */
export async function countInstruments(
	from: Database | Tx,
	asked: InstrumentsAsked,
): Promise<{ count: number; exact: boolean }> {
	const { values, add } = new Parameters();
	const where = whereOf(asked, add);
	if (where === null) return { count: 0, exact: true };
	const { rows } = await readerOf(from).client.query<{ readonly found: number }>(
		`SELECT count(*)::int AS found FROM (SELECT 1 FROM ledger.instrument i ${clause(where)}
			LIMIT ${COUNT_BOUND + 1}) n`,
		values,
	);
	const found = rows[0]?.found ?? 0;
	return { count: Math.min(found, COUNT_BOUND), exact: found <= COUNT_BOUND };
}

/** Those of the given instruments that are in the list that is asked for. */
export async function listedInstruments(
	from: Database | Tx,
	ids: readonly InstrumentId[],
	asked: InstrumentsAsked,
): Promise<ReadonlyMap<InstrumentId, Instrument>> {
	const { values, add } = new Parameters();
	const where = whereOf(asked, add);
	if (where === null || ids.length === 0) return new Map();
	const { rows } = await readerOf(from).client.query<StateRow>(
		`SELECT i.state FROM ledger.instrument i ${clause([...where, `i.id = ANY(${add(ids, "uuid[]")})`])}`,
		values,
	);
	return new Map(rows.map(({ state }) => [state.id, state]));
}
