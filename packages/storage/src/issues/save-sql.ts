import type { IssueRecord } from "./projection.ts";

type Column = readonly [keyof IssueRecord, string];

/** One statement that writes any number of issues: each column comes as an array. */
export interface WriteStatement {
	readonly name: string;
	readonly text: string;
	/** The columns, in the order of the parameters. */
	readonly columns: readonly (keyof IssueRecord)[];
}

const LISTED = [
	["province", "int"],
	["city", "int"],
	["region", "int"],
	["lifecycle", "smallint"],
	["due", "date"],
	["number_key", "text"],
	["updated_at", "timestamptz"],
	["kinds", "int"],
	["rounds", "bigint"],
	["tier", "smallint"],
	["field", "smallint"],
	["generality", "smallint"],
	["incomplete", "boolean"],
] as const satisfies readonly Column[];

const ISSUE: readonly Column[] = [
	["id", "uuid"],
	["version", "int"],
	...LISTED,
	["parent_id", "uuid"],
	["changes_on", "date"],
	["row", "json"],
	["state", "json"],
];
const INDEXED: readonly Column[] = [["id", "uuid"], ...LISTED];
const FOUND: readonly Column[] = [...INDEXED, ["haystack", "text"], ["words", "text"]];

const list = (columns: readonly Column[]): string => columns.map(([name]) => name).join(", ");
const given = (columns: readonly Column[]): string =>
	`unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(", ")}) AS r(${list(columns)})`;
const replace = (columns: readonly Column[], from: string): string =>
	columns
		.slice(1)
		.map(([name]) => `${name} = ${from}.${name}`)
		.join(", ");
const namesOf = (columns: readonly Column[]) => columns.map(([name]) => name);

export const WRITE_ISSUES: WriteStatement = {
	name: "issues-write",
	text: `INSERT INTO ledger.issue (${list(ISSUE)})
		SELECT * FROM ${given(ISSUE)} ORDER BY r.id
		ON CONFLICT (id) DO UPDATE SET ${replace(ISSUE, "excluded")}`,
	columns: namesOf(ISSUE),
};

/** For issues whose words are the same: the inverted index is left alone. */
export const WRITE_LISTED: WriteStatement = {
	name: "issues-write-listed",
	text: `UPDATE ledger.issue_search s SET ${replace(INDEXED, "r")} FROM ${given(INDEXED)} WHERE s.issue_id = r.id`,
	columns: namesOf(INDEXED),
};

export const WRITE_FOUND: WriteStatement = {
	name: "issues-write-found",
	text: `INSERT INTO ledger.issue_search (issue_id, ${list(LISTED)}, haystack, words)
		SELECT r.id, ${LISTED.map(([name]) => `r.${name}`).join(", ")}, r.haystack,
			array_to_tsvector(string_to_array(r.words, ' '))
		FROM ${given(FOUND)} ORDER BY r.id
		ON CONFLICT (issue_id) DO UPDATE SET ${replace([...INDEXED, ["haystack", ""], ["words", ""]], "excluded")}`,
	columns: namesOf(FOUND),
};
