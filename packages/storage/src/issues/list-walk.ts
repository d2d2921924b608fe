import type { Parameters } from "../lists/parameters.ts";
import { type ScopeColumn, scopeOf } from "../lists/scope.ts";
import { NO_DUE } from "../lists/sort-key.ts";
import type { ListPlan, Position } from "./list-query.ts";
import {
	afterPosition,
	columnsOf,
	conditionsOf,
	hasStretches,
	type Order,
	orderOfKeys,
	selectKeys,
	whereOf,
} from "./list-sql.ts";

/**
 * The conditions of the stretches to read: all of it in one, except for due dates backwards, where the rows without a
 * date come after the others.
 */
function stretches(order: Order, after: Position | null, parameters: Parameters): string[][] {
	const comparison = after === null ? [] : [afterPosition(order, after, "i", "id", parameters)];
	if (!hasStretches(order)) return [comparison];
	const undated = `i.due = '${NO_DUE}'`;
	if (after?.keys[0] === NO_DUE) return [[undated, ...comparison]];
	return [[`i.due < '${NO_DUE}'`, ...comparison], [undated]];
}

/** What the index that is walked cannot say: asked of each row that gets that far, by its id. */
function wordProbe(plan: ListPlan, parameters: Parameters): string[] {
	if (plan.words === null) return [];
	const words = `w.words @@ ${parameters.add(plan.words, "tsquery")}`;
	const exact = plan.exact.map((term) => `strpos(w.haystack, ${parameters.add(term, "text")}) > 0`);
	// A scalar subquery stays a look-up by id; an EXISTS might be turned into a join of everything.
	return [`(SELECT ${[words, ...exact].join(" AND ")} FROM ledger.issue_search w WHERE w.issue_id = i.id)`];
}

/** Where a walk starts: each place with each state. */
export interface WalkStarts {
	readonly column: ScopeColumn;
	readonly places: readonly number[];
	readonly states: readonly number[];
}

/** Whether the index by place and number is walked: a county's numbers are read off the province's. */
const byPlace = (plan: ListPlan, { sort }: Order): boolean =>
	sort === "region" || (sort === "number" && scopeOf(plan.prefix)?.column === "region");

/** The starts of a scope; those of the whole country are its provinces, which the caller looks up. */
export function walkStarts(plan: ListPlan, order: Order, provinces: readonly number[]): WalkStarts {
	const scope = scopeOf(plan.prefix);
	const within = scope === null ? provinces : [scope.value];
	const column = scope === null || byPlace(plan, order) ? "province" : scope.column;
	const places = column === "province" ? within.map((place) => Number(String(place).slice(0, 2))) : within;
	return {
		column,
		places: places.flatMap((place) => plan.states.map(() => place)),
		states: places.flatMap(() => plan.states),
	};
}

/** Within the province's index of places: the stretch of regions that a city or county is. */
function placeCondition(plan: ListPlan, order: Order, parameters: Parameters): string[] {
	const scope = scopeOf(plan.prefix);
	if (scope === null || scope.column === "province" || !byPlace(plan, order)) return [];
	if (scope.column === "region") return [`i.region = ${parameters.add(scope.value, "int")}`];
	const first = scope.value * 100;
	return [`i.region >= ${parameters.add(first, "int")}`, `i.region <= ${parameters.add(first + 99, "int")}`];
}

export interface WalkRequest {
	readonly starts: WalkStarts;
	readonly after: Position | null;
	readonly limit: number;
}

/**
 * The ids and sort keys of a page, read in order off one index: every place and state is a stretch of it, of which at
 * most a page is read, and the stretches are merged.
 */
export function walkPage(plan: ListPlan, order: Order, request: WalkRequest, parameters: Parameters): string {
	const { starts, after, limit } = request;
	const places = parameters.add(starts.places, "int[]");
	const states = parameters.add(starts.states, "smallint[]");
	const rows = parameters.add(limit, "int");
	const fixed = [
		`i.${starts.column} = s.place`,
		"i.lifecycle = s.state",
		...placeCondition(plan, order, parameters),
		...conditionsOf(plan, "i", parameters),
		...wordProbe(plan, parameters),
	];
	const direction = order.descending ? " DESC" : "";
	const along = [...columnsOf(order, "i"), "i.id"].map((column) => column + direction).join(", ");
	const parts = stretches(order, after, parameters).map(
		(stretch) =>
			`(SELECT i.id, ${selectKeys(order, "i")} FROM ledger.issue i WHERE ${whereOf([...fixed, ...stretch])}
			ORDER BY ${along} LIMIT ${rows})`,
	);
	return `SELECT p.* FROM unnest(${places}, ${states}) AS s(place, state)
		CROSS JOIN LATERAL (${parts.join(" UNION ALL ")}) p
		ORDER BY ${orderOfKeys(order, "p")} LIMIT ${rows}`;
}

/** How many a walk would find, counted no further than `bound` + 1. */
export function walkCount(plan: ListPlan, bound: number, parameters: Parameters): string {
	const scope = scopeOf(plan.prefix);
	const conditions = [
		...(scope === null ? [] : [`i.${scope.column} = ${parameters.add(scope.value, "int")}`]),
		`i.lifecycle = ANY(${parameters.add(plan.states, "smallint[]")})`,
		...conditionsOf(plan, "i", parameters),
		...wordProbe(plan, parameters),
	];
	return `SELECT count(*)::int FROM (SELECT 1 FROM ledger.issue i WHERE ${whereOf(conditions)} LIMIT ${bound + 1}) c`;
}
