import type { IssueRow } from "@zhenggai/domain/issues";
import type { IsoDate, IssueId } from "@zhenggai/domain/kernel";
import { scopeOf } from "../lists/scope.ts";
import type { WordMatch } from "../lists/search-text.ts";
import type { Reader } from "../tx/tx.ts";
import type { ColumnCondition, ListPlan } from "./list-query.ts";
import type { Names } from "./names.ts";
import { type IssueToSave, recordOf, rowOf } from "./projection.ts";

/** Everything by which lists tell whether an issue is in them, without asking the database again. */
export interface ListedIssue {
	readonly id: IssueId;
	/** `standing` and `daysLeft` are to be made anew. */
	readonly row: IssueRow;
	readonly columns: Readonly<Record<ColumnCondition["column"], string | number | boolean>>;
	readonly province: number;
	readonly city: number;
	readonly region: number;
	readonly lifecycle: number;
	readonly haystack: string;
	readonly words: ReadonlySet<string>;
	/** Every unit that has or had a part on it. */
	readonly units: ReadonlySet<string | null>;
}

interface ListedRow extends Omit<ListedIssue, "columns" | "words" | "units"> {
	readonly due: string;
	readonly kinds: number;
	readonly rounds: string;
	readonly tier: number;
	readonly field: number;
	readonly generality: number;
	readonly incomplete: boolean;
	readonly words: readonly string[];
	readonly units: readonly (string | null)[];
}

/** Reads issues as lists see them. */
export async function loadListed(
	reader: Reader,
	ids: readonly IssueId[],
): Promise<ReadonlyMap<IssueId, ListedIssue>> {
	const { rows } = await reader.client.query<ListedRow>({
		name: "issues-listed",
		text: `SELECT i.id, i.row, w.due::text AS due, w.kinds, w.rounds, w.tier, w.field, w.generality, w.incomplete,
				w.province, w.city, w.region, w.lifecycle, w.haystack, tsvector_to_array(w.words) AS words,
				ARRAY(SELECT a ->> CASE a ->> 'role' WHEN 'expert' THEN 'personId' ELSE 'unitId' END
					FROM json_array_elements(i.state -> 'assignments') a) AS units
			FROM ledger.issue i JOIN ledger.issue_search w ON w.issue_id = i.id WHERE i.id = ANY($1::uuid[])`,
		values: [ids],
	});
	return new Map(
		rows.map(({ due, kinds, rounds, tier, field, generality, incomplete, words, units, ...rest }) => [
			rest.id,
			{
				...rest,
				columns: { due, kinds, rounds, tier, field, generality, incomplete },
				words: new Set(words),
				units: new Set(units),
			},
		]),
	);
}

/**
 * An issue as lists see it, made of a state that need not be the present one; names are those given. `standing` and
 * `daysLeft` of the line are those of the day.
 */
export function listedOf(save: IssueToSave, names: Names, day: IsoDate): ListedIssue {
	const { due, kinds, rounds, tier, field, generality, incomplete, ...record } = recordOf(save, names, day);
	const { issue } = save;
	return {
		id: issue.id,
		row: rowOf(save, names, day),
		columns: { due, kinds, rounds, tier, field, generality, incomplete },
		province: record.province,
		city: record.city,
		region: record.region,
		lifecycle: record.lifecycle,
		haystack: record.haystack,
		words: new Set(record.words.split(" ")),
		units: new Set(
			issue.assignments.map(({ role, unitId, personId }) => (role === "expert" ? personId : unitId)),
		),
	};
}

function holds({ op, value }: ColumnCondition, actual: string | number | boolean): boolean {
	switch (op) {
		case "=":
			return actual === value;
		case "&":
			return (BigInt(actual) & BigInt(value)) !== 0n;
		// Dates as texts: their order is that of their digits, and a letter (infinity) comes after every digit.
		case "<":
			return actual < value;
		case "<=":
			return actual <= value;
		case ">=":
			return actual >= value;
	}
}

function hasWord(words: ReadonlySet<string>, { word, prefix }: WordMatch): boolean {
	if (!prefix) return words.has(word);
	for (const known of words) if (known.startsWith(word)) return true;
	return false;
}

/** Whether an issue is in the list that a plan describes: the same answer as the list in SQL gives. */
export function isListed(plan: ListPlan, issue: ListedIssue): boolean {
	const scope = scopeOf(plan.prefix);
	return (
		(scope === null || issue[scope.column] === scope.value) &&
		plan.states.includes(issue.lifecycle) &&
		plan.conditions.every((condition) => holds(condition, issue.columns[condition.column])) &&
		plan.matches.every((match) => hasWord(issue.words, match)) &&
		plan.exact.every((term) => issue.haystack.includes(term)) &&
		!plan.absent.some((group) => group.every((match) => hasWord(issue.words, match)))
	);
}
