import {
	ImportChoices,
	type ImportDraft,
	type ImportRecord,
	Proposal,
	ReadingHint,
} from "@zhenggai/domain/issues";
import { type ImportId, Instant, type RegionCode } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { regionNumbers } from "../lists/codes.ts";
import { type Prefix, scopeCondition } from "../lists/scope.ts";
import { readerOf, type Tx } from "../tx/tx.ts";

/** A draft as storage keeps it: with the number of its journal entries and the region it was made in. */
export interface StoredImport {
	readonly draft: ImportDraft;
	readonly version: number;
	readonly region: RegionCode;
}

interface RecordRow {
	readonly id: ImportId;
	readonly version: number;
	readonly state: ImportRecord["state"];
	readonly region: RegionCode;
	readonly kind: ImportRecord["kind"];
	readonly sourceName: string;
	readonly sha256: string;
	readonly startedAt: Date;
	readonly startedBy: string;
	readonly appliedAt: Date | null;
	readonly result: ImportRecord["result"];
	readonly undone: ImportRecord["undone"];
}

interface DraftRow extends RecordRow {
	readonly proposal: unknown;
	readonly choices: unknown;
	readonly hint: unknown;
	readonly sourceKept: boolean;
}

const RECORD = `d.id, d.version, d.state, d.region::text AS region, d.kind, d.source_name AS "sourceName", d.sha256,
	d.started_at AS "startedAt", d.started_by AS "startedBy", d.applied_at AS "appliedAt", d.result, d.undone`;

const toRecord = (row: RecordRow): ImportRecord => ({
	id: row.id,
	state: row.state,
	kind: row.kind,
	sourceName: row.sourceName,
	sha256: row.sha256,
	startedAt: Instant.parse(row.startedAt.toISOString()),
	startedBy: row.startedBy,
	appliedAt: row.appliedAt === null ? null : Instant.parse(row.appliedAt.toISOString()),
	result: row.result,
	undone: row.undone,
});

/** Keeps a document that was read. */
export async function insertImport(tx: Tx, { draft, version, region }: StoredImport): Promise<void> {
	const place = regionNumbers(region);
	await tx.client.query(
		`INSERT INTO ledger.import_draft (id, version, state, province, city, region, kind, source_name, sha256,
			started_at, started_by, applied_at, result, proposal, choices, hint)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, NULL, $12, $13, $14)`,
		[
			draft.id,
			version,
			draft.state,
			place.province,
			place.city,
			place.region,
			draft.kind,
			draft.sourceName,
			draft.sha256,
			draft.startedAt,
			draft.startedBy,
			JSON.stringify(draft.proposal),
			JSON.stringify(draft.choices),
			JSON.stringify(draft.hint),
		],
	);
}

/**
 * A draft that lies in a part of the country, or null. `update` holds it until the transaction ends, so that of two
 * who apply it at once one comes second. What was kept is checked: an earlier version of the program may have
 * written it.
 */
export async function findImport(
	from: Database | Tx,
	id: ImportId,
	prefix: Prefix,
	lock: "none" | "update" = "none",
): Promise<StoredImport | null> {
	const values: unknown[] = [id];
	const place = scopeCondition(prefix, "d", (value) => `$${values.push(value)}::int`);
	const { rows } = await readerOf(from).client.query<DraftRow>(
		`SELECT ${RECORD}, d.proposal, d.choices, d.hint,
			EXISTS (SELECT FROM ledger.import_source s WHERE s.import_id = d.id) AS "sourceKept"
		 FROM ledger.import_draft d WHERE d.id = $1 AND ${place}
		 ${lock === "update" ? "FOR UPDATE" : ""}`,
		values,
	);
	const [row] = rows;
	if (row === undefined) return null;
	const draft = {
		...toRecord(row),
		version: row.version,
		hint: ReadingHint.parse(row.hint),
		sourceKept: row.sourceKept,
		proposal: Proposal.parse(row.proposal),
		choices: ImportChoices.parse(row.choices),
	};
	return { draft, version: row.version, region: row.region };
}

/** The state and place of a draft without what was read, which may be large. */
export async function findImportState(
	from: Database | Tx,
	id: ImportId,
	prefix: Prefix,
): Promise<ImportRecord["state"] | null> {
	const values: unknown[] = [id];
	const place = scopeCondition(prefix, "d", (value) => `$${values.push(value)}::int`);
	const { rows } = await readerOf(from).client.query<Pick<RecordRow, "state">>(
		`SELECT d.state FROM ledger.import_draft d WHERE d.id = $1 AND ${place}`,
		values,
	);
	return rows[0]?.state ?? null;
}

/** The latest imports of a part of the country: those that were discarded, or all others. */
export async function listImports(
	from: Database | Tx,
	prefix: Prefix,
	{ discarded, limit }: { readonly discarded: boolean; readonly limit: number },
): Promise<readonly ImportRecord[]> {
	const values: unknown[] = [limit, discarded];
	const place = scopeCondition(prefix, "d", (value) => `$${values.push(value)}::int`);
	const { rows } = await readerOf(from).client.query<RecordRow>(
		`SELECT ${RECORD} FROM ledger.import_draft d WHERE ${place}
			AND (d.state = 'discarded') = $2 ORDER BY d.started_at DESC, d.id DESC LIMIT $1`,
		values,
	);
	return rows.map(toRecord);
}

/**
 * Keeps what was chosen. False when the draft is no draft any more or, where a version is given, was read again since.
 */
export async function saveChoices(
	tx: Tx,
	id: ImportId,
	choices: ImportChoices,
	version: number | null = null,
): Promise<boolean> {
	const { rowCount } = await tx.client.query(
		`UPDATE ledger.import_draft SET choices = $2 WHERE id = $1 AND state = 'draft'
			AND ($3::int IS NULL OR version = $3)`,
		[id, JSON.stringify(choices), version],
	);
	return rowCount === 1;
}

/** Puts another reading of the same document in the place of the one that is kept, with what was chosen about it. */
export async function replaceReading(
	tx: Tx,
	id: ImportId,
	{ proposal, choices, hint, version }: Pick<ImportDraft, "proposal" | "choices" | "hint" | "version">,
): Promise<void> {
	await tx.client.query(
		`UPDATE ledger.import_draft SET kind = $2, proposal = $3, choices = $4, hint = $5, version = $6
		 WHERE id = $1`,
		[id, proposal.kind, JSON.stringify(proposal), JSON.stringify(choices), JSON.stringify(hint), version],
	);
}

export interface ImportEnd {
	readonly state: "applied" | "discarded";
	readonly version: number;
	readonly appliedAt: Instant | null;
	readonly result: ImportRecord["result"];
}

/** Ends a draft. */
export async function endImport(tx: Tx, id: ImportId, end: ImportEnd): Promise<void> {
	await tx.client.query(
		"UPDATE ledger.import_draft SET state = $2, version = $3, applied_at = $4, result = $5 WHERE id = $1",
		[id, end.state, end.version, end.appliedAt, end.result === null ? null : JSON.stringify(end.result)],
	);
}

/** Marks an applied import as undone. */
export async function markImportUndone(
	tx: Tx,
	id: ImportId,
	{ version, undone }: { readonly version: number; readonly undone: NonNullable<ImportRecord["undone"]> },
): Promise<void> {
	await tx.client.query(
		"UPDATE ledger.import_draft SET state = 'undone', version = $2, undone = $3 WHERE id = $1",
		[id, version, JSON.stringify(undone)],
	);
}

/** The document names of imports, wherever they lie. */
export async function importNames(
	from: Database | Tx,
	ids: readonly ImportId[],
): Promise<ReadonlyMap<ImportId, string>> {
	if (ids.length === 0) return new Map();
	const { rows } = await readerOf(from).client.query<{ id: ImportId; name: string }>(
		"SELECT id, source_name AS name FROM ledger.import_draft WHERE id = ANY($1::uuid[])",
		[ids],
	);
	return new Map(rows.map(({ id, name }) => [id, name]));
}
