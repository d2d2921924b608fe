import type { Issue } from "@zhenggai/domain/issues";
import type { IsoDate } from "@zhenggai/domain/kernel";
import { writeClosing, writeObjections } from "../close-out/index.ts";
import { writeEvidence } from "../progress/index.ts";
import { writeExposures } from "../supervision/index.ts";
import type { Tx } from "../tx/tx.ts";
import { loadNames, type Names, namesWantedBy } from "./names.ts";
import {
	type IssueRecord,
	type IssueToSave,
	lineOf,
	type NumberRecord,
	numbersOf,
	partsOn,
	recordOf,
} from "./projection.ts";
import { WRITE_ALL, WRITE_LISTED, WRITE_STATE, type WriteStatement } from "./save-sql.ts";

/** An issue to write, with the state it had in the ledger; null for a new one. */
export interface ChangedIssue extends IssueToSave {
	readonly before: Issue | null;
}

/** Rows of one statement: large enough to be quick, small enough to stay a few megabytes. */
const CHUNK = 500;

async function inChunks<T>(
	items: readonly T[],
	write: (chunk: readonly T[]) => Promise<void>,
): Promise<void> {
	for (let at = 0; at < items.length; at += CHUNK) await write(items.slice(at, at + CHUNK));
}

async function run<Column extends keyof IssueRecord>(
	tx: Tx,
	{ name, text, columns }: WriteStatement<Column>,
	records: readonly Pick<IssueRecord, Column>[],
): Promise<void> {
	const values = columns.map((column) => records.map((record) => record[column]));
	await tx.send({ name, text, values });
}

const sameParts = (a: Issue, b: Issue, day: IsoDate): boolean => {
	const key = (issue: Issue) =>
		partsOn(issue.assignments, day)
			.map(({ unitId, role, until }) => `${unitId} ${role} ${until}`)
			.join("\n");
	return a.assignments === b.assignments || key(a) === key(b);
};

/** Whether nothing changed that the inverted index knows. What `evolve` did not touch is the same object. */
const sameWords = (before: Issue, after: Issue, day: IsoDate): boolean =>
	before.goal === after.goal &&
	before.measures === after.measures &&
	before.mandates === after.mandates &&
	before.importIds === after.importIds &&
	before.numberByTier === after.numberByTier &&
	sameParts(before, after, day);

/** Whether nothing changed that a list orders or filters by: what the ledger does by itself mostly does not. */
const sameListed = (before: Issue, after: Issue): boolean =>
	before.lifecycle === after.lifecycle &&
	before.updatedAt === after.updatedAt &&
	before.deadline === after.deadline &&
	before.assignments === after.assignments &&
	before.tier === after.tier &&
	before.field === after.field &&
	before.generality === after.generality &&
	before.ending === after.ending;

async function writeNumbers(tx: Tx, changed: readonly ChangedIssue[]): Promise<void> {
	const moved = changed.filter(
		({ before, issue }) => !before || !sameNumbers(numbersOf(before), numbersOf(issue)),
	);
	if (moved.length === 0) return;
	const old = moved.flatMap(({ before }) => (before === null ? [] : [before.id]));
	// First all are given back, then all taken: two issues may exchange their numbers.
	if (old.length > 0) {
		await tx.client.query("DELETE FROM ledger.issue_number WHERE issue_id = ANY($1::uuid[])", [old]);
	}
	const numbers = moved.flatMap(({ issue }) => numbersOf(issue));
	await tx.client.query({
		name: "issue-numbers-add",
		text: `INSERT INTO ledger.issue_number (inspection_id, tier, list_region, number, issue_id)
			SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::int[], $4::text[], $5::uuid[])`,
		values: [
			numbers.map((row) => row.inspection_id),
			numbers.map((row) => row.tier),
			numbers.map((row) => row.list_region),
			numbers.map((row) => row.number),
			numbers.map((row) => row.issue_id),
		],
	});
}

const sameNumbers = (a: readonly NumberRecord[], b: readonly NumberRecord[]): boolean =>
	a.length === b.length &&
	a.every((row, at) => row.number === b[at]?.number && row.inspection_id === b[at]?.inspection_id);

/** The inspections that an issue counts for: a voided registration counts for none. */
const countedFor = (issue: Issue | null): ReadonlySet<string> =>
	new Set(
		issue === null || issue.ending?.kind === "voided"
			? []
			: issue.mandates.map(({ inspectionId }) => inspectionId),
	);

/**
 * Counts what came to each inspection and what was taken back, in the order of the key so that two writers never wait
 * for each other.
 */
async function writeTally(tx: Tx, changed: readonly ChangedIssue[]): Promise<void> {
	const tally = new Map<string, { inspectionId: string; region: number; issues: number }>();
	for (const { before, issue } of changed) {
		const [was, is] = [countedFor(before), countedFor(issue)];
		for (const inspectionId of was.symmetricDifference(is)) {
			const key = `${inspectionId} ${issue.region}`;
			const row = tally.get(key) ?? { inspectionId, region: Number(issue.region), issues: 0 };
			tally.set(key, { ...row, issues: row.issues + (is.has(inspectionId) ? 1 : -1) });
		}
	}
	if (tally.size === 0) return;
	const rows = [...tally.values()];
	await tx.client.query({
		name: "inspection-tally-add",
		text: `INSERT INTO ledger.inspection_tally AS t (inspection_id, region, issues)
			SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[]) AS r(inspection_id, region, issues)
			ORDER BY r.inspection_id, r.region
			ON CONFLICT (inspection_id, region) DO UPDATE SET issues = t.issues + excluded.issues`,
		values: [
			rows.map((row) => row.inspectionId),
			rows.map((row) => row.region),
			rows.map((row) => row.issues),
		],
	});
}

/**
 * Writes the new states of issues to the read tables, in the transaction that journals their events. `day` is today
 * in Asia/Shanghai: assignments that are over by then are not shown. A number that another issue carries on the same
 * list breaks the unique key `issue_number_pkey` (see `isNumberTaken`). Names may have been asked for already.
 */
export async function saveIssues(
	tx: Tx,
	changed: readonly ChangedIssue[],
	day: IsoDate,
	asked: Promise<Names> = loadNames(tx, namesWantedBy(changed.map(({ issue }) => issue))),
): Promise<void> {
	const names = await asked;
	const light = new Set(
		changed.filter(({ before, issue }) => before !== null && sameWords(before, issue, day)),
	);
	const rest = changed.filter((save) => !light.has(save));
	const [unlisted, listed] = [true, false].map((same) =>
		[...light].filter(({ before, issue }) => same === (before !== null && sameListed(before, issue))),
	);
	await inChunks(unlisted ?? [], (chunk) =>
		run(
			tx,
			WRITE_STATE,
			chunk.map((save) => lineOf(save, names, day)),
		),
	);
	await inChunks(listed ?? [], (chunk) =>
		run(
			tx,
			WRITE_LISTED,
			chunk.map((save) => lineOf(save, names, day)),
		),
	);
	await inChunks(rest, (chunk) =>
		run(
			tx,
			WRITE_ALL,
			chunk.map((save) => recordOf(save, names, day)),
		),
	);
	await writeNumbers(tx, changed);
	await writeTally(tx, changed);
	await writeEvidence(tx, changed);
	await writeExposures(tx, changed);
	await writeClosing(tx, changed);
	await writeObjections(tx, changed);
}

/** Writes new issues to the read tables and counts them; names are given. */
export async function writeNewIssues(
	tx: Tx,
	issues: readonly IssueToSave[],
	names: Names,
	day: IsoDate,
): Promise<void> {
	await inChunks(issues, async (chunk) => {
		await run(
			tx,
			WRITE_ALL,
			chunk.map((save) => recordOf(save, names, day)),
		);
	});
	const made = issues.map((save) => ({ ...save, before: null }));
	await writeTally(tx, made);
	await writeExposures(tx, made);
	await writeClosing(tx, made);
	await writeObjections(tx, made);
}

/** Makes lines and index words of issues anew, their states unchanged: names changed, or a day has passed. */
export async function rewriteIssues(tx: Tx, issues: readonly IssueToSave[], day: IsoDate): Promise<void> {
	const names = await loadNames(tx, namesWantedBy(issues.map(({ issue }) => issue)));
	await inChunks(issues, async (chunk) => {
		await run(
			tx,
			WRITE_ALL,
			chunk.map((save) => recordOf(save, names, day)),
		);
	});
}
