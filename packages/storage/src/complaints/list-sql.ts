import type { ComplaintSort } from "@zhenggai/domain/complaints";
import { Parameters } from "../lists/parameters.ts";
import { scopeOf } from "../lists/scope.ts";
import type { ComplaintListRequest, ComplaintPlan } from "./list-query.ts";

/** The parts of each sort key and how they are written as parameters. */
const KEYS: Readonly<Record<ComplaintSort, readonly (readonly [string, string])[]>> = {
	batch: [["batch_key", "text"]],
	receipt: [["receipt_order", "text"]],
	updated: [["updated_at", "timestamptz"]],
	region: [
		["region", "int"],
		["batch_key", "text"],
	],
};

type Ask = Pick<ComplaintListRequest, "sort" | "descending" | "after" | "limit">;

const keysOf = ({ sort }: Ask, alias: string) => KEYS[sort].map(([column]) => `${alias}.${column}`);
const selectKeys = (ask: Ask, alias: string): string =>
	keysOf(ask, alias)
		.map((column, at) => `${column} AS k${at}`)
		.join(", ");
const orderOf = (ask: Ask, columns: readonly string[]): string =>
	columns.map((column) => column + (ask.descending ? " DESC" : "")).join(", ");
const orderOfPage = (ask: Ask, alias: string): string =>
	orderOf(ask, [...KEYS[ask.sort].map((_, at) => `${alias}.k${at}`), `${alias}.id`]);

function afterCondition(ask: Ask, columns: readonly string[], parameters: Parameters): string[] {
	const { after } = ask;
	if (after === null) return [];
	const types = [...KEYS[ask.sort].map(([, type]) => type), "uuid"];
	const values = [...after.keys, after.id].map((value, at) => parameters.add(value, types[at] ?? "text"));
	return [`(${columns.join(", ")}) ${ask.descending ? "<" : ">"} (${values.join(", ")})`];
}

const conditionsOf = (plan: ComplaintPlan, alias: string, parameters: Parameters): string[] =>
	plan.conditions.map(({ sql, value, type }) => sql(alias, parameters.add(value, type)));

const whereOf = (conditions: readonly string[]): string =>
	conditions.length === 0 ? "true" : conditions.join(" AND ");

const exactTerms = (plan: ComplaintPlan, alias: string, parameters: Parameters): string[] =>
	plan.exact.map((term) => `strpos(${alias}.haystack, ${parameters.add(term, "text")}) > 0`);

/** What the walked index cannot say, asked of each row by its id. */
function probeOf(plan: ComplaintPlan, parameters: Parameters): string[] {
	if (plan.probe === null) return [];
	const all = [`w.words @@ ${parameters.add(plan.probe, "tsquery")}`, ...exactTerms(plan, "w", parameters)];
	// A scalar subquery stays a look-up by id; an EXISTS might be turned into a join of everything.
	return [`(SELECT ${all.join(" AND ")} FROM ledger.complaint_search w WHERE w.complaint_id = c.id)`];
}

/** The provinces that have complaints: the first of each, then the first after it. */
const PROVINCES = `(WITH RECURSIVE p AS (
	(SELECT province FROM ledger.complaint ORDER BY province LIMIT 1)
	UNION ALL SELECT (SELECT c.province FROM ledger.complaint c WHERE c.province > p.province
		ORDER BY c.province LIMIT 1) FROM p WHERE p.province IS NOT NULL
) SELECT province AS place FROM p WHERE province IS NOT NULL)`;

/** A page's ids and keys, read in order off one index of the scope. */
function walkPage(plan: ComplaintPlan, ask: Ask, parameters: Parameters): string {
	const scope = scopeOf(plan.prefix);
	const columns = [...keysOf(ask, "c"), "c.id"];
	const places = scope === null ? PROVINCES : `(SELECT ${parameters.add(scope.value, "int")} AS place)`;
	const where = [
		`c.${scope?.column ?? "province"} = s.place`,
		...conditionsOf(plan, "c", parameters),
		...afterCondition(ask, columns, parameters),
		...probeOf(plan, parameters),
	];
	const limit = parameters.add(ask.limit + 1, "int");
	return `SELECT p.* FROM ${places} s CROSS JOIN LATERAL (
		SELECT c.id, ${selectKeys(ask, "c")} FROM ledger.complaint c WHERE ${whereOf(where)}
		ORDER BY ${orderOf(ask, columns)} LIMIT ${limit}) p
		ORDER BY ${orderOfPage(ask, "p")} LIMIT ${limit}`;
}

function walkCount(plan: ComplaintPlan, bound: number, parameters: Parameters): string {
	const scope = scopeOf(plan.prefix);
	const where = [
		...(scope === null ? [] : [`c.${scope.column} = ${parameters.add(scope.value, "int")}`]),
		...conditionsOf(plan, "c", parameters),
		...probeOf(plan, parameters),
	];
	return `(SELECT count(*)::int FROM (SELECT 1 FROM ledger.complaint c WHERE ${whereOf(where)} LIMIT ${bound + 1}) n)`;
}

/** The same entry as `currentCursor` gives, in the statement that reads the rows, so of the same snapshot. */
const LIVE_FROM = `(SELECT e.position || ':' || e.seq FROM journal.event e
	WHERE e.position < (SELECT k.base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint FROM journal.clock k)
	ORDER BY e.position DESC, e.seq DESC LIMIT 1)`;

/** The page's lines with what holds for all of them in front; one row without a line when there is none. */
function assemble(ask: Ask, parts: { hits: string; page: string; total: string; found: string }): string {
	const keys = KEYS[ask.sort].map((_, at) => `p.k${at}::text`).join(", ");
	return `${parts.hits} SELECT m.*, p.id, c.row, ARRAY[${keys}] AS keys, r.name AS region_name,
			s.state->>'name' AS inspection_name
		FROM (SELECT ${LIVE_FROM} AS live_from, ${ask.after === null ? parts.total : "NULL::int"} AS total,
			${parts.found} AS found) m
		LEFT JOIN (${parts.page}) p ON true
		LEFT JOIN ledger.complaint c ON c.id = p.id
		LEFT JOIN ledger.region r ON r.code = c.region
		LEFT JOIN ledger.inspection s ON s.id = c.inspection_id
		ORDER BY ${orderOfPage(ask, "p")}`;
}

export interface Statement {
	readonly text: string;
	readonly values: readonly unknown[];
}

/** Reads a page off an index in its order. */
export function walkStatement(plan: ComplaintPlan, ask: Ask, bound: number): Statement {
	const parameters = new Parameters();
	const page = walkPage(plan, ask, parameters);
	const total = ask.after === null ? walkCount(plan, bound, parameters) : "NULL::int";
	const text = assemble(ask, { hits: "", page, total, found: "NULL::int" });
	return { text, values: parameters.values };
}

/** Gathers what the inverted index finds, no more than `bound` + 1, and sorts it. */
export function gatherStatement(plan: ComplaintPlan, ask: Ask, bound: number): Statement {
	const parameters = new Parameters();
	const scope = scopeOf(plan.prefix);
	const where = [
		`w.words @@ ${parameters.add(plan.words ?? "", "tsquery")}`,
		...(scope === null ? [] : [`w.${scope.column} = ${parameters.add(scope.value, "int")}`]),
		...conditionsOf(plan, "w", parameters),
		...exactTerms(plan, "w", parameters),
	];
	const hits = `WITH hits AS MATERIALIZED (
		SELECT w.complaint_id AS id, ${selectKeys(ask, "w")} FROM ledger.complaint_search w
		WHERE ${whereOf(where)} LIMIT ${bound + 1})`;
	const columns = [...KEYS[ask.sort].map((_, at) => `h.k${at}`), "h.id"];
	const page = `SELECT h.* FROM hits h WHERE ${whereOf(afterCondition(ask, columns, parameters))}
		ORDER BY ${orderOfPage(ask, "h")} LIMIT ${parameters.add(ask.limit + 1, "int")}`;
	const found = "(SELECT count(*)::int FROM hits)";
	const text = assemble(ask, { hits, page, total: found, found });
	return { text, values: parameters.values };
}
