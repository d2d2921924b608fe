import type { ListScope } from "@zhenggai/domain/access";
import {
	type DeadlineStanding,
	dueRangeOf,
	ENDED_STATES,
	type IssueFilter,
	type IssueSort,
	type IssueState,
	IssueState as IssueStates,
	OPEN_STATES,
} from "@zhenggai/domain/issues";
import type { IsoDate } from "@zhenggai/domain/kernel";
import {
	FIELD_CODE,
	GENERALITY_CODE,
	kindBits,
	roundBits,
	STATE_CODE,
	TIER_CODE,
	VOIDED_CODE,
} from "../lists/codes.ts";
import { cityMark, importMark, inspectionMark, parentMark, regionMark, unitMark } from "../lists/marks.ts";
import { narrow, type Prefix } from "../lists/scope.ts";
import { parseSearch, tsqueryOf, type WordMatch } from "../lists/search-text.ts";
import { NO_DUE } from "../lists/sort-key.ts";

/** A place in a sorted list: the sort key's parts and the id of the row before. */
export interface Position {
	readonly keys: readonly string[];
	readonly id: string;
}

/** What is asked of the ledger. */
export interface IssueListRequest {
	readonly scope: ListScope;
	readonly filter: IssueFilter;
	readonly sort: IssueSort;
	readonly descending: boolean;
	readonly limit: number;
	readonly after: Position | null;
	readonly asOf: IsoDate;
}

/** A condition on columns that every index of the list carries: `op` with a value of `type`. */
export interface ColumnCondition {
	readonly column: "due" | "kinds" | "rounds" | "tier" | "field" | "generality" | "incomplete";
	readonly op: "=" | ">=" | "<=" | "<" | "&";
	readonly value: string | number | boolean;
	readonly type: string;
}

/** A request in the terms of the tables. */
export interface ListPlan {
	readonly prefix: Prefix;
	/** Codes of the states to read, each a stretch of the index. */
	readonly states: readonly number[];
	readonly conditions: readonly ColumnCondition[];
	/** Conditions of the inverted index that must all hold, as its query; null where there is none. */
	readonly words: string | null;
	/** The same one by one, for a look at a single issue. */
	readonly matches: readonly WordMatch[];
	/** Folded terms that have to stand in the text itself. */
	readonly exact: readonly string[];
	/** Groups of conditions that must not hold all together. */
	readonly absent: readonly (readonly WordMatch[])[];
}

/** What a standing says about due dates; that the issue is open, or not, is a matter of its states. */
function standingConditions(standing: DeadlineStanding, asOf: IsoDate): ColumnCondition[] {
	if (standing === "none") return [{ column: "due", op: "=", value: NO_DUE, type: "date" }];
	const range = dueRangeOf(standing, asOf);
	return range === null ? [] : dueConditions(range.from ?? undefined, range.to ?? undefined);
}

/** A range of due dates, both ends in it. It holds no issue without a date, open ends or not. */
function dueConditions(from: IsoDate | undefined, to: IsoDate | undefined): ColumnCondition[] {
	const end: ColumnCondition =
		to === undefined
			? { column: "due", op: "<", value: NO_DUE, type: "date" }
			: { column: "due", op: "<=", value: to, type: "date" };
	return from === undefined ? [end] : [{ column: "due", op: ">=", value: from, type: "date" }, end];
}

function statesOf({ states, standing }: IssueFilter): IssueState[] {
	const wanted: readonly IssueState[] = states ?? IssueStates.options;
	const standingStates: readonly IssueState[] =
		standing === undefined ? IssueStates.options : standing === "over" ? ENDED_STATES : OPEN_STATES;
	return IssueStates.options.filter((state) => wanted.includes(state) && standingStates.includes(state));
}

/** The codes of the states asked for. Voided registrations only where withdrawn ones are, or an import's own. */
function codesOf(filter: IssueFilter): number[] {
	const states = statesOf(filter);
	const voided =
		states.includes("withdrawn") && (filter.states !== undefined || filter.importId !== undefined);
	return [...states.map((state) => STATE_CODE[state]), ...(voided ? [VOIDED_CODE] : [])];
}

function columnConditions(filter: IssueFilter, asOf: IsoDate): ColumnCondition[] {
	const { dueFrom, dueTo, sourceKinds, round, tier, field, generality, incomplete, standing } = filter;
	const found: (ColumnCondition | false)[] = [
		sourceKinds !== undefined && { column: "kinds", op: "&", value: kindBits(sourceKinds), type: "int" },
		round !== undefined && { column: "rounds", op: "&", value: roundBits([round]), type: "bigint" },
		tier !== undefined && { column: "tier", op: "=", value: TIER_CODE[tier], type: "smallint" },
		field !== undefined && { column: "field", op: "=", value: FIELD_CODE[field], type: "smallint" },
		generality !== undefined && {
			column: "generality",
			op: "=",
			value: GENERALITY_CODE[generality],
			type: "smallint",
		},
		incomplete !== undefined && { column: "incomplete", op: "=", value: incomplete, type: "boolean" },
	];
	return [
		...(dueFrom === undefined && dueTo === undefined ? [] : dueConditions(dueFrom, dueTo)),
		...found.filter((condition) => condition !== false),
		...(standing === undefined ? [] : standingConditions(standing, asOf)),
	];
}

const placeMarks = (prefix: Prefix): string[] =>
	prefix.length === 4 ? [cityMark(Number(prefix))] : prefix.length === 6 ? [regionMark(Number(prefix))] : [];

/**
 * Puts a request into the terms of the tables. Null when nothing can match: the region lies outside of the scope, no
 * state is left, or the text has nothing to look for.
 */
export function planList({
	scope,
	filter,
	asOf,
}: Pick<IssueListRequest, "scope" | "filter" | "asOf">): ListPlan | null {
	const prefix = narrow(scope.regionPrefix, filter.region);
	const states = codesOf(filter);
	const search = filter.text === undefined ? null : parseSearch(filter.text);
	if (prefix === null || states.length === 0 || (filter.text !== undefined && search === null)) return null;
	const { unitId, unitRole, inspectionId, importId, parentId } = filter;
	const marks = [
		...(scope.unitId === null ? [] : [unitMark(scope.unitId)]),
		...(unitId === undefined ? [] : [unitMark(unitId, unitRole)]),
		...(inspectionId === undefined ? [] : [inspectionMark(inspectionId)]),
		...(importId === undefined ? [] : [importMark(importId)]),
		...(parentId === undefined ? [] : [parentMark(parentId)]),
	];
	const matches: WordMatch[] = [
		...marks.map((word) => ({ word, prefix: false })),
		...(search?.matches ?? []),
	];
	const absent = search?.absent ?? [];
	const asked = matches.length + absent.length > 0;
	const placed = asked ? placeMarks(prefix).map((word) => ({ word, prefix: false })) : [];
	return {
		prefix,
		states,
		conditions: columnConditions(filter, asOf),
		matches,
		words: asked ? tsqueryOf([...placed, ...matches], absent) : null,
		exact: search?.exact ?? [],
		absent,
	};
}
