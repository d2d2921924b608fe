import type { IssueLine, IssueRecord } from "./projection.ts";

type Column<Name extends keyof IssueRecord = keyof IssueRecord> = readonly [Name, string];

/** One statement that writes any number of issues: each column comes as an array. */
export interface WriteStatement<Name extends keyof IssueRecord> {
	readonly name: string;
	readonly text: string;
	/** The columns, in the order of the parameters. */
	readonly columns: readonly Name[];
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
] as const satisfies readonly Column<keyof IssueLine>[];

const ISSUE: readonly Column<keyof IssueLine>[] = [
	["id", "uuid"],
	["version", "int"],
	...LISTED,
	["parent_id", "uuid"],
	["ended_into", "uuid"],
	["changes_on", "date"],
	["row", "json"],
	["state", "json"],
];
const INDEXED: readonly Column<keyof IssueLine>[] = [["id", "uuid"], ...LISTED];
const ALL: readonly Column[] = [...ISSUE, ["haystack", "text"], ["words", "text"]];

const list = (columns: readonly Column[]): string => columns.map(([name]) => name).join(", ");
const given = (columns: readonly Column[]): string =>
	`unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(", ")}) AS r(${list(columns)})`;
const replace = (columns: readonly Column[], from: string): string =>
	columns
		.slice(1)
		.map(([name]) => `${name} = ${from}.${name}`)
		.join(", ");
const namesOf = <Name extends keyof IssueRecord>(columns: readonly Column<Name>[]): Name[] =>
	columns.map(([name]) => name);

const writeIssues = (changes: string) => `INSERT INTO ledger.issue AS i (${list(ISSUE)})
	SELECT ${list(ISSUE)} FROM given ORDER BY id
	ON CONFLICT (id) DO UPDATE SET ${changes} RETURNING i.id`;

/**
 * Where the index words are left alone, a day that has come is still to be made up for: whoever is first to write an issue
 * on the day after an assignment's end does not take that mark away, or its words would keep the unit for good.
 */
const stillChangesOn = (from: string) => `changes_on = least(i.changes_on, ${from}.changes_on)`;

const UNDATED = ISSUE.filter(([name]) => name !== "changes_on");
const WRITE_KEEPING_WORDS = writeIssues(`${replace(UNDATED, "excluded")}, ${stillChangesOn("excluded")}`);

/**
 * The next sweep looks at what was written: whoever else knows when that is needed says so afterwards. The marks come after
 * the issues, as everybody takes hold of the two, so that no two writers wait for each other without end.
 */
const WATCH_ISSUES = `INSERT INTO ledger.issue_watch AS w (city, issue_id, due_on, touched)
	SELECT city, id, '-infinity', 1 FROM given, (SELECT count(*) FROM written) AS all_written ORDER BY id
	ON CONFLICT (city, issue_id) DO UPDATE SET due_on = '-infinity', touched = w.touched + 1`;

/** Issues of which no list knows more than before: their state and what of their line does not order it. */
const STATE: readonly Column<keyof IssueLine>[] = [
	["id", "uuid"],
	["city", "int"],
	["version", "int"],
	["changes_on", "date"],
	["row", "json"],
	["state", "json"],
];
export const WRITE_STATE: WriteStatement<keyof IssueLine> = {
	name: "issues-write-state",
	text: `WITH given AS MATERIALIZED (SELECT * FROM ${given(STATE)}), written AS (
			UPDATE ledger.issue i SET version = r.version, ${stillChangesOn("r")}, "row" = r.row, state = r.state
			FROM given r WHERE i.id = r.id RETURNING i.id)
		${WATCH_ISSUES}`,
	columns: namesOf(STATE),
};

/** Issues whose words are the same: the inverted index is left alone. */
export const WRITE_LISTED: WriteStatement<keyof IssueLine> = {
	name: "issues-write-listed",
	text: `WITH given AS MATERIALIZED (SELECT * FROM ${given(ISSUE)}), written AS (${WRITE_KEEPING_WORDS}),
			watched AS (${WATCH_ISSUES})
		UPDATE ledger.issue_search s SET ${replace(INDEXED, "r")} FROM given r WHERE s.issue_id = r.id`,
	columns: namesOf(ISSUE),
};

/** New issues, and those whose words have changed. */
export const WRITE_ALL: WriteStatement<keyof IssueRecord> = {
	name: "issues-write-all",
	text: `WITH given AS MATERIALIZED (SELECT * FROM ${given(ALL)}), written AS (${writeIssues(replace(ISSUE, "excluded"))}),
			watched AS (${WATCH_ISSUES})
		INSERT INTO ledger.issue_search (issue_id, ${list(LISTED)}, haystack, words)
		SELECT r.id, ${LISTED.map(([name]) => `r.${name}`).join(", ")}, r.haystack,
			array_to_tsvector(string_to_array(r.words, ' '))
		FROM given r ORDER BY r.id
		ON CONFLICT (issue_id) DO UPDATE SET ${replace([...INDEXED, ["haystack", ""], ["words", ""]], "excluded")}`,
	columns: namesOf(ALL),
};
