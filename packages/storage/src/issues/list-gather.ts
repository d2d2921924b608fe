import type { Parameters } from "../lists/parameters.ts";
import { scopeOf } from "../lists/scope.ts";
import { NO_DUE } from "../lists/sort-key.ts";
import type { ListPlan, Position } from "./list-query.ts";
import {
	conditionsOf,
	hasStretches,
	KEYS,
	type Order,
	orderOfKeys,
	selectKeys,
	whereOf,
} from "./list-sql.ts";

/** Everything that the inverted index finds, no further than `bound` + 1, with the sort keys. */
export function gatherHits(plan: ListPlan, order: Order, bound: number, parameters: Parameters): string {
	const scope = scopeOf(plan.prefix);
	const conditions = [
		`w.words @@ ${parameters.add(plan.words ?? "", "tsquery")}`,
		...(scope === null ? [] : [`w.${scope.column} = ${parameters.add(scope.value, "int")}`]),
		`w.lifecycle = ANY(${parameters.add(plan.states, "smallint[]")})`,
		...conditionsOf(plan, "w", parameters),
	];
	return `SELECT w.issue_id AS id, ${selectKeys(order, "w")} FROM ledger.issue_search w
		WHERE ${whereOf(conditions)} LIMIT ${bound + 1}`;
}

function hitsAfter(order: Order, after: Position, parameters: Parameters): string {
	const types = [...KEYS[order.sort].map(({ type }) => type), "uuid"];
	const keys = [...KEYS[order.sort].map((_, at) => `h.k${at}`), "h.id"];
	const values = [...after.keys, after.id].map((value, at) => parameters.add(value, types[at] ?? "text"));
	const comparison = `(${keys.join(", ")}) ${order.descending ? "<" : ">"} (${values.join(", ")})`;
	if (!hasStretches(order)) return comparison;
	const undated = `h.k0 = '${NO_DUE}'`;
	return after.keys[0] === NO_DUE ? `${undated} AND ${comparison}` : `(${undated} OR ${comparison})`;
}

const exactTerms = (plan: ListPlan, parameters: Parameters): string[] =>
	plan.exact.map((term) => `strpos(t.haystack, ${parameters.add(term, "text")}) > 0`);

/** The page among the gathered `hits`: those after the position, in order, whose text holds the exact terms. */
export function gatherPage(
	plan: ListPlan,
	order: Order,
	request: { readonly after: Position | null; readonly limit: number },
	parameters: Parameters,
): string {
	const { after, limit } = request;
	const position = after === null ? [] : [hitsAfter(order, after, parameters)];
	const exact = exactTerms(plan, parameters);
	const texts = exact.length === 0 ? "" : "JOIN ledger.issue_search t ON t.issue_id = h.id";
	// Sorted before the texts are looked at, so that only as many are looked at as the page takes.
	return `SELECT h.* FROM (SELECT * FROM hits h WHERE ${whereOf(position)} ORDER BY ${orderOfKeys(order, "h")}) h
		${texts} WHERE ${whereOf(exact)}
		ORDER BY ${orderOfKeys(order, "h")} LIMIT ${parameters.add(limit, "int")}`;
}

/** How many of the hits hold the exact terms, no further than `bound` + 1. */
export function gatherCount(plan: ListPlan, bound: number, parameters: Parameters): string {
	if (plan.exact.length === 0) return "SELECT count(*)::int FROM hits";
	return `SELECT count(*)::int FROM (
		SELECT 1 FROM hits h JOIN ledger.issue_search t ON t.issue_id = h.id
		WHERE ${whereOf(exactTerms(plan, parameters))} LIMIT ${bound + 1}) c`;
}
