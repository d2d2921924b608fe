import type { ListScope } from "@zhenggai/domain/access";
import type { Issue } from "@zhenggai/domain/issues";
import type { InspectionId, IssueId, RegionCode, Tier } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { TIER_CODE } from "../lists/codes.ts";
import { unitMark } from "../lists/marks.ts";
import { Parameters } from "../lists/parameters.ts";
import { type Prefix, scopeCondition } from "../lists/scope.ts";
import { type Reader, readerOf, type Tx } from "../tx/tx.ts";
import { listNumber } from "./projection.ts";

/** States as they were saved; only this package writes them, so the types hold. */
interface StateRow {
	readonly state: Issue;
}

/** An issue that lies in a scope, or null: also where it exists elsewhere. */
export async function findIssue(from: Database | Tx, id: IssueId, scope: ListScope): Promise<Issue | null> {
	const parameters = new Parameters();
	const wanted = parameters.add(id, "uuid");
	const place = scopeCondition(scope.regionPrefix, "i", (value) => parameters.add(value, "int"));
	const { rows } = await readerOf(from).client.query<StateRow>(
		`SELECT i.state FROM ledger.issue i WHERE i.id = ${wanted} AND ${place}${unitCondition(scope, "i.id", parameters)}`,
		parameters.values,
	);
	return rows[0]?.state ?? null;
}

const unitCondition = (scope: ListScope, id: string, parameters: Parameters): string =>
	scope.unitId === null
		? ""
		: ` AND EXISTS (SELECT 1 FROM ledger.issue_search w WHERE w.issue_id = ${id}
			AND w.words @@ ${parameters.add(`'${unitMark(scope.unitId)}'`, "tsquery")})`;

/** How long the rows stay as they are: not at all, until others may change them, or until anybody may touch them. */
export type RowLock = "none" | "share" | "update";
const LOCKS: Readonly<Record<RowLock, string>> = { none: "", share: "FOR SHARE", update: "FOR UPDATE" };

/** Issues by id, wherever they lie, locked in the order of their ids so that two callers never wait for each other. */
export async function loadIssues(
	reader: Reader,
	ids: readonly IssueId[],
	lock: RowLock = "none",
): Promise<ReadonlyMap<IssueId, Issue>> {
	if (ids.length === 0) return new Map();
	const { rows } = await reader.client.query<StateRow>({
		name: `issues-load-${lock}`,
		text: `SELECT state FROM ledger.issue WHERE id = ANY($1::uuid[]) ORDER BY id ${LOCKS[lock]}`,
		values: [ids],
	});
	return new Map(rows.map(({ state }) => [state.id, state]));
}

/** The numbers of issues as lists show them, for lines that only name them. */
export async function issueNumbers(
	reader: Reader,
	ids: readonly IssueId[],
): Promise<ReadonlyMap<IssueId, string>> {
	if (ids.length === 0) return new Map();
	const { rows } = await reader.client.query<{ readonly id: IssueId; readonly number: string }>({
		name: "issue-numbers",
		text: `SELECT id, coalesce(state->'numberByTier'->>(state->>'tier'),
				state->'mandates'->0->>'number', '') AS number
			FROM ledger.issue WHERE id = ANY($1::uuid[])`,
		values: [ids],
	});
	return new Map(rows.map(({ id, number }) => [id, number]));
}

/** The issues that name this one as their parent, in the order of regions. */
export async function loadChildren(reader: Reader, parentId: IssueId): Promise<readonly Issue[]> {
	const { rows } = await reader.client.query<StateRow>({
		name: "issues-children",
		text: "SELECT state FROM ledger.issue WHERE parent_id = $1 ORDER BY region, number_key, id",
		values: [parentId],
	});
	return rows.map(({ state }) => state);
}

/** Of these issues the ones that a viewer may open. */
export async function openIssueIds(
	reader: Reader,
	ids: readonly IssueId[],
	scope: ListScope,
): Promise<ReadonlySet<IssueId>> {
	if (ids.length === 0) return new Set();
	const parameters = new Parameters();
	const wanted = parameters.add(ids, "uuid[]");
	const place = scopeCondition(scope.regionPrefix, "i", (value) => parameters.add(value, "int"));
	const { rows } = await reader.client.query<{ id: IssueId }>(
		`SELECT i.id FROM ledger.issue i WHERE i.id = ANY(${wanted}) AND ${place}${unitCondition(scope, "i.id", parameters)}`,
		parameters.values,
	);
	return new Set(rows.map(({ id }) => id));
}

/** The issues below any of these, whichever they name as their parent. */
export async function loadChildrenOf(
	reader: Reader,
	parentIds: readonly IssueId[],
): Promise<readonly Issue[]> {
	if (parentIds.length === 0) return [];
	const { rows } = await reader.client.query<StateRow>({
		name: "issues-children-of",
		text: "SELECT state FROM ledger.issue WHERE parent_id = ANY($1::uuid[]) ORDER BY id",
		values: [parentIds],
	});
	return rows.map(({ state }) => state);
}

/** The issues that stand on one list: of an inspection, a tier, and the list's region. */
export async function loadListIssues(
	reader: Reader,
	inspectionId: InspectionId,
	list: { readonly tier: Tier; readonly region: RegionCode },
	lock: RowLock = "none",
): Promise<readonly Issue[]> {
	const { rows } = await reader.client.query<StateRow>({
		name: `issues-of-list-${lock}`,
		text: `SELECT i.state FROM ledger.issue i WHERE i.id IN (
				SELECT n.issue_id FROM ledger.issue_number n
				WHERE n.inspection_id = $1 AND n.tier = $2::smallint AND n.list_region = $3::int)
			ORDER BY i.id ${LOCKS[lock]}`,
		values: [inspectionId, TIER_CODE[list.tier], listNumber(list.tier, list.region)],
	});
	return rows.map(({ state }) => state);
}

/**
 * The issues that stand on any list of an inspection and lie in a part of the country, in the order of their ids, at
 * most `limit` of them. Reads the numbers of that inspection only.
 */
export async function loadInspectionIssues(
	reader: Reader,
	inspectionId: InspectionId,
	prefix: Prefix,
	limit: number,
): Promise<readonly Issue[]> {
	const parameters = new Parameters();
	const wanted = parameters.add(inspectionId, "uuid");
	const place = scopeCondition(prefix, "i", (value) => parameters.add(value, "int"));
	const { rows } = await reader.client.query<StateRow>(
		`SELECT i.state FROM ledger.issue i WHERE i.id IN (
				SELECT n.issue_id FROM ledger.issue_number n WHERE n.inspection_id = ${wanted})
			AND ${place} ORDER BY i.id LIMIT ${parameters.add(limit, "int")}`,
		parameters.values,
	);
	return rows.map(({ state }) => state);
}

/** The issues that were merged or carried over into any of these. */
export async function loadEndedInto(
	reader: Reader,
	targetIds: readonly IssueId[],
): Promise<readonly Issue[]> {
	if (targetIds.length === 0) return [];
	const { rows } = await reader.client.query<StateRow>({
		name: "issues-ended-into",
		text: "SELECT state FROM ledger.issue WHERE ended_into = ANY($1::uuid[]) ORDER BY id",
		values: [targetIds],
	});
	return rows.map(({ state }) => state);
}
