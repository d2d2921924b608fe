import type { ComplaintFilter, ComplaintSort, ComplaintWait } from "@zhenggai/domain/complaints";
import { cityMark, importMark, inspectionMark, regionMark } from "../lists/marks.ts";
import { narrow, type Prefix } from "../lists/scope.ts";
import { parseSearch, tsqueryOf } from "../lists/search-text.ts";
import { CHANNEL_CODE, STATUS_CODE, TYPE_BIT, typeBits, VERDICT_CODE, withLeaves } from "./codes.ts";
import {
	batchMark,
	channelMark,
	KEY_MARK,
	statusMark,
	typeMark,
	verdictMark,
	WITHDRAWN_MARK,
} from "./marks.ts";

/** A place in a sorted list: the sort key's parts and the id of the row before. */
export interface ComplaintPosition {
	readonly keys: readonly string[];
	readonly id: string;
}

export interface ComplaintListRequest {
	/** The part of the country that the viewer sees. */
	readonly prefix: Prefix;
	readonly filter: ComplaintFilter;
	readonly sort: ComplaintSort;
	readonly descending: boolean;
	readonly limit: number;
	readonly after: ComplaintPosition | null;
}

/** A condition on columns that every index of the list carries; `$` stands for the value. */
export interface ColumnCondition {
	readonly sql: (alias: string, value: string) => string;
	readonly value: unknown;
	readonly type: string;
}

/** A request in the terms of the tables. */
export interface ComplaintPlan {
	readonly prefix: Prefix;
	readonly conditions: readonly ColumnCondition[];
	/** Everything that is asked, as a query of the inverted index; null where nothing but the scope and dates is. */
	readonly words: string | null;
	/** The part of it that no column says: asked of each row of a walk. */
	readonly probe: string | null;
	/** Folded terms that have to stand in the text itself. */
	readonly exact: readonly string[];
}

const column = (name: string, op: string, value: unknown, type: string): ColumnCondition => ({
	sql: (alias, parameter) => `${alias}.${name} ${op} ${parameter}`,
	value,
	type,
});
const oneOf = (name: string, codes: readonly number[]): ColumnCondition => ({
	sql: (alias, parameter) => `${alias}.${name} = ANY(${parameter})`,
	value: codes,
	type: "smallint[]",
});

/** One of several marks. */
const any = (marks: readonly string[]): string => `(${marks.map((mark) => `'${mark}'`).join(" | ")})`;

type Part = { readonly words: string; readonly condition: ColumnCondition };

/** The filters that both the columns and the inverted index know. */
function parts(filter: ComplaintFilter): Part[] {
	const { channels, verdicts, statuses, pollutionTypes, waiting, isKey, withdrawn = false } = filter;
	const found: (Part | false)[] = [
		channels !== undefined &&
			coded(
				"channel",
				channels.map((value) => CHANNEL_CODE[value]),
				channelMark,
			),
		verdicts !== undefined &&
			coded(
				"verdict",
				verdicts.map((value) => VERDICT_CODE[value]),
				verdictMark,
			),
		statuses !== undefined &&
			coded(
				"status",
				statuses.map((value) => STATUS_CODE[value]),
				statusMark,
			),
		pollutionTypes !== undefined && {
			words: any(withLeaves(pollutionTypes).map((type) => typeMark(TYPE_BIT[type]))),
			condition: {
				sql: (alias, parameter) => `${alias}.types & ${parameter} <> 0`,
				value: typeBits(withLeaves(pollutionTypes)),
				type: "int",
			},
		},
		waiting !== undefined && waitPart(waiting),
		isKey === true && { words: any([KEY_MARK]), condition: column("is_key", "=", true, "boolean") },
		withdrawn && { words: any([WITHDRAWN_MARK]), condition: column("withdrawn", "=", true, "boolean") },
	];
	return found.filter((part) => part !== false);
}

const coded = (name: string, codes: readonly number[], mark: (code: number) => string): Part => ({
	words: any(codes.map(mark)),
	condition: oneOf(name, codes),
});

const OPEN_CODES = [0, STATUS_CODE.open];
const VERDICT_CODES = Object.values(VERDICT_CODE);

/** What waits, as `waitOf` says it of a complaint. */
function waitPart(waiting: ComplaintWait): Part {
	if (waiting === "finish") return coded("status", [STATUS_CODE.stageClosed], statusMark);
	const verdicts = waiting === "verify" ? [0] : VERDICT_CODES;
	return {
		words: `${any(OPEN_CODES.map(statusMark))} & ${any(verdicts.map(verdictMark))}`,
		condition: {
			sql: (alias, parameter) =>
				`${alias}.status = ANY(${parameter}) AND ${alias}.verdict ${waiting === "verify" ? "=" : "<>"} 0`,
			value: OPEN_CODES,
			type: "smallint[]",
		},
	};
}

const placeMark = (prefix: Prefix): string[] =>
	prefix.length === 4
		? [any([cityMark(Number(prefix))])]
		: prefix.length === 6
			? [any([regionMark(Number(prefix))])]
			: [];

/** Puts a request into the terms of the tables. Null when nothing can match. */
export function planComplaints({
	prefix: scope,
	filter,
}: Pick<ComplaintListRequest, "prefix" | "filter">): ComplaintPlan | null {
	const prefix = narrow(scope, filter.region);
	const search = filter.text === undefined ? null : parseSearch(filter.text);
	if (prefix === null || (filter.text !== undefined && search === null)) return null;
	const { inspectionId, importId, batch, batchFrom, batchTo, isKey, withdrawn = false } = filter;
	const known = parts(filter);
	const probes = [
		...(inspectionId === undefined ? [] : [any([inspectionMark(inspectionId)])]),
		...(importId === undefined ? [] : [any([importMark(importId)])]),
		...(batch === undefined ? [] : [any([batchMark(batch)])]),
		...(search === null ? [] : [tsqueryOf(search.matches)]),
	];
	const words = [...known.map((part) => part.words), ...probes];
	return {
		prefix,
		conditions: [
			...known.map(({ condition }) => condition),
			...(withdrawn ? [] : [column("withdrawn", "=", false, "boolean")]),
			...(isKey === false ? [column("is_key", "=", false, "boolean")] : []),
			...(batchFrom === undefined ? [] : [column("batch_day", ">=", batchFrom, "date")]),
			...(batchTo === undefined ? [] : [column("batch_day", "<=", batchTo, "date")]),
			...(batchFrom === undefined && batchTo === undefined
				? []
				: [column("batch_day", "<", "infinity", "date")]),
		],
		words: words.length === 0 ? null : [...placeMark(prefix), ...words].join(" & "),
		probe: probes.length === 0 ? null : probes.join(" & "),
		exact: search?.exact ?? [],
	};
}
