import type { IssueId, ScreeningId } from "@zhenggai/domain/kernel";
import type { Screening, ScreeningState } from "@zhenggai/domain/screening";
import type { Database } from "../db/database.ts";
import { Parameters } from "../lists/parameters.ts";
import type { Prefix } from "../lists/scope.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";

/** States as they were saved; only this package writes them, so the types hold. */
interface StateRow {
	readonly state: Screening;
}

/** A sweep by id, wherever it is. */
export async function loadScreening(
	reader: Reader,
	id: ScreeningId,
	lock: "none" | "update" = "none",
): Promise<Screening | null> {
	const { rows } = await reader.client.query<StateRow>({
		name: `screening-load-${lock}`,
		text: `SELECT state FROM ledger.screening WHERE id = $1::uuid ${lock === "update" ? "FOR UPDATE" : ""}`,
		values: [id],
	});
	return rows[0]?.state ?? null;
}

/** A sweep that has its region or a target in a part of the country, or null: also where it exists elsewhere. */
export async function findScreening(
	from: Database | Tx,
	id: ScreeningId,
	prefix: Prefix,
): Promise<Screening | null> {
	const { rows } = await readerOf(from).client.query<StateRow>(
		`SELECT s.state FROM ledger.screening s WHERE s.id = $1::uuid AND ($2::text = '' OR EXISTS (
			SELECT 1 FROM ledger.screening_place p WHERE p.screening_id = s.id AND p.scope::text = $2::text))`,
		[id, prefix],
	);
	return rows[0]?.state ?? null;
}

/** A place in the list: the day, and the id. */
export interface ScreeningPosition {
	readonly dueOn: string;
	readonly id: string;
}

export interface ScreeningListRequest {
	readonly prefix: Prefix;
	readonly states: readonly ScreeningState[] | null;
	/** Started from this issue, or having found it. */
	readonly issueId: IssueId | null;
	readonly limit: number;
	readonly after: ScreeningPosition | null;
}

/** A page of sweeps in a part of the country, the nearest day first, and where the next begins. */
export async function listScreeningStates(
	from: Database | Tx,
	request: ScreeningListRequest,
): Promise<{ states: readonly Screening[]; next: ScreeningPosition | null }> {
	const { values, add } = new Parameters();
	const whole = request.prefix === "";
	const [table, key] = whole
		? ["ledger.screening s", "s.id"]
		: ["ledger.screening_place p", "p.screening_id"];
	const row = whole ? "s" : "p";
	const issue = request.issueId === null ? null : add(request.issueId, "uuid");
	const where = [
		...(whole ? [] : [`p.scope = ${add(Number(request.prefix), "int")}`]),
		...(request.states === null ? [] : [`${row}.current_state = ANY(${add(request.states, "text[]")})`]),
		...(issue === null
			? []
			: [
					`${key} IN (SELECT o.screening_id FROM ledger.screening_opened o WHERE o.issue_id = ${issue}
						UNION ALL SELECT i.id FROM ledger.screening i WHERE i.issue_id = ${issue})`,
				]),
		...(request.after === null
			? []
			: [
					`(${row}.due_on, ${key}) > (${add(request.after.dueOn, "date")}, ${add(request.after.id, "uuid")})`,
				]),
	];
	const { rows } = await readerOf(from).client.query<StateRow>(
		`SELECT s.state FROM ${table} ${whole ? "" : "JOIN ledger.screening s ON s.id = p.screening_id"}
		 ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
		 ORDER BY ${row}.due_on, ${key} LIMIT ${add(request.limit + 1, "int")}`,
		values,
	);
	const states = rows.slice(0, request.limit).map(({ state }) => state);
	const last = states.at(-1);
	const next = rows.length > request.limit && last !== undefined ? { dueOn: last.dueOn, id: last.id } : null;
	return { states, next };
}

/** Which of these issues a find of any sweep has become. */
export async function issuesOfFinds(reader: Reader, ids: readonly IssueId[]): Promise<ReadonlySet<IssueId>> {
	if (ids.length === 0) return new Set();
	const { rows } = await reader.client.query<{ issue_id: IssueId }>({
		name: "screening-opened-issues",
		text: "SELECT issue_id FROM ledger.screening_opened WHERE issue_id = ANY($1::uuid[])",
		values: [ids],
	});
	return new Set(rows.map(({ issue_id }) => issue_id));
}
