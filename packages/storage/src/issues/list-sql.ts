import type { IssueSort } from "@zhenggai/domain/issues";
import type { Parameters } from "../lists/parameters.ts";
import { NO_DUE } from "../lists/sort-key.ts";
import type { ColumnCondition, ListPlan, Position } from "./list-query.ts";

/** One part of a sort key: its column and how it is written as a parameter. */
type Key = { readonly column: string; readonly type: string };

export const KEYS: Readonly<Record<IssueSort, readonly Key[]>> = {
	due: [{ column: "due", type: "date" }],
	updated: [{ column: "updated_at", type: "timestamptz" }],
	number: [{ column: "number_key", type: "text" }],
	region: [
		{ column: "region", type: "int" },
		{ column: "number_key", type: "text" },
	],
};

export interface Order {
	readonly sort: IssueSort;
	readonly descending: boolean;
}

/** Reading due dates backwards, those without one still come last: they are a stretch of their own. */
export const hasStretches = ({ sort, descending }: Order): boolean => sort === "due" && descending;

export const columnsOf = (order: Order, alias: string): string[] =>
	KEYS[order.sort].map(({ column }) => `${alias}.${column}`);

/** The sort key of a row as texts, for the cursor. */
export const keyTexts = (order: Order, alias: string): string =>
	`ARRAY[${KEYS[order.sort].map((_, at) => `${alias}.k${at}::text`).join(", ")}]`;

export const selectKeys = (order: Order, alias: string): string =>
	columnsOf(order, alias)
		.map((column, at) => `${column} AS k${at}`)
		.join(", ");

/** The order of a list; `keys` are the key's expressions. */
function orderBy(order: Order, keys: readonly string[], id: string): string {
	const direction = order.descending ? " DESC" : "";
	const parts = [...keys, id].map((part) => part + direction);
	const stretches = hasStretches(order) ? [`(${keys[0]} = '${NO_DUE}')`] : [];
	return [...stretches, ...parts].join(", ");
}

export const orderOfKeys = (order: Order, alias: string): string =>
	orderBy(
		order,
		KEYS[order.sort].map((_, at) => `${alias}.k${at}`),
		`${alias}.id`,
	);

function condition(
	{ column, op, value, type }: ColumnCondition,
	alias: string,
	parameters: Parameters,
): string {
	const parameter = parameters.add(value, type);
	return op === "&" ? `${alias}.${column} & ${parameter} <> 0` : `${alias}.${column} ${op} ${parameter}`;
}

export const conditionsOf = (plan: ListPlan, alias: string, parameters: Parameters): string[] =>
	plan.conditions.map((one) => condition(one, alias, parameters));

/** Rows after a position, as one comparison of rows. */
export function afterPosition(
	order: Order,
	after: Position,
	alias: string,
	id: string,
	parameters: Parameters,
): string {
	const keys = [...columnsOf(order, alias), `${alias}.${id}`].join(", ");
	const types = [...KEYS[order.sort].map(({ type }) => type), "uuid"];
	const values = [...after.keys, after.id].map((value, at) => parameters.add(value, types[at] ?? "text"));
	return `(${keys}) ${order.descending ? "<" : ">"} (${values.join(", ")})`;
}

export const whereOf = (conditions: readonly string[]): string =>
	conditions.length === 0 ? "true" : conditions.join(" AND ");
