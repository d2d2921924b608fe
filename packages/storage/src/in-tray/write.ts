import { type InTrayItem, partyKey } from "@zhenggai/domain/in-tray";
import { derivedUuid, type IssueId, type RegionCode } from "@zhenggai/domain/kernel";
import type { Instrument } from "@zhenggai/domain/supervision";
import type { Tx } from "../tx/tx.ts";

/** An item as it is kept: its id, and the text that says whether it has changed. */
interface KeptItem {
	readonly issueId: IssueId;
	readonly id: string;
	readonly text: string;
}

/** What the trays hold of issues, and the instruments that their items are made of. */
export interface InTrayBefore {
	readonly items: readonly KeptItem[];
	readonly instruments: ReadonlyMap<IssueId, readonly Instrument[]>;
}

interface FoundRow {
	readonly issue_id: IssueId;
	readonly id: string;
	readonly item: string | null;
	readonly instrument: Instrument | null;
}

/** Reads the items alone, for whoever knows the instruments. */
export async function loadInTrayItems(tx: Tx, issueIds: readonly IssueId[]): Promise<readonly KeptItem[]> {
	const { rows } = await tx.client.query<KeptItem>({
		name: "in-tray-items-before",
		text: `SELECT issue_id AS "issueId", id, item::text AS text FROM ledger.in_tray
			WHERE issue_id = ANY($1::uuid[])`,
		values: [issueIds],
	});
	return rows;
}

/** Reads both in one question: a command waits for the database once. Instruments in the order of their drafts. */
export async function loadInTrayOf(tx: Tx, issueIds: readonly IssueId[]): Promise<InTrayBefore> {
	const { rows } = await tx.client.query<FoundRow>({
		name: "in-tray-before",
		text: `SELECT issue_id, id, item, instrument FROM (
				SELECT t.issue_id, t.id, t.item::text AS item, NULL::json AS instrument, NULL::timestamptz AS drafted_at
				FROM ledger.in_tray t WHERE t.issue_id = ANY($1::uuid[])
				UNION ALL
				SELECT i.issue_id, i.id, NULL, i.state, i.drafted_at
				FROM ledger.instrument i WHERE i.issue_id = ANY($1::uuid[])
			) found ORDER BY issue_id, drafted_at, id`,
		values: [issueIds],
	});
	const instruments = rows.flatMap(({ instrument }) => (instrument === null ? [] : [instrument]));
	return {
		items: rows.flatMap(({ issue_id: issueId, id, item }) =>
			item === null ? [] : [{ issueId, id, text: item }],
		),
		instruments: Map.groupBy(instruments, ({ issueId }) => issueId),
	};
}

/** What an issue asks of whom, with where it is. */
export interface InTrayOfIssue {
	readonly region: RegionCode;
	readonly items: readonly InTrayItem[];
}

/** Rows of one statement. */
const CHUNK = 2000;

/**
 * Writes what waits now in the place of what waited before, where it differs, and tells how many rows it wrote or took
 * away. Rows are touched in the order of their keys.
 */
export async function writeInTray(
	tx: Tx,
	before: readonly KeptItem[],
	after: readonly InTrayOfIssue[],
): Promise<number> {
	// Ids are worked out only where something differs: of a million issues that the night looks at most are as they were.
	const left = new Map<string, KeptItem>();
	for (const row of before) left.set(row.text, row);
	const changed: { region: RegionCode; item: InTrayItem; id: string; text: string }[] = [];
	for (const { region, items } of after) {
		for (const item of items) {
			const text = JSON.stringify(item);
			if (!left.delete(text)) changed.push({ region, item, id: derivedUuid(item.key), text });
		}
	}
	const rewritten = new Set(changed.map(({ item, id }) => `${item.issueId} ${id}`));
	const gone = [...left.values()].filter(({ issueId, id }) => !rewritten.has(`${issueId} ${id}`));
	changed.sort((a, b) => (a.item.issueId + a.id < b.item.issueId + b.id ? -1 : 1));
	for (let at = 0; at < gone.length; at += CHUNK) {
		const rows = gone.slice(at, at + CHUNK);
		await tx.send({
			name: "in-tray-remove",
			text: `DELETE FROM ledger.in_tray t USING unnest($1::uuid[], $2::uuid[]) AS r(issue_id, id)
				WHERE t.issue_id = r.issue_id AND t.id = r.id`,
			values: [rows.map(({ issueId }) => issueId), rows.map(({ id }) => id)],
		});
	}
	for (let at = 0; at < changed.length; at += CHUNK) {
		const rows = changed.slice(at, at + CHUNK);
		await tx.send({
			name: "in-tray-write",
			text: `INSERT INTO ledger.in_tray (issue_id, id, whose, kind, due_on, region, item)
				SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[], $6::int[], $7::json[])
				ON CONFLICT (issue_id, id) DO UPDATE SET whose = excluded.whose, kind = excluded.kind,
					due_on = excluded.due_on, region = excluded.region, item = excluded.item`,
			values: [
				rows.map(({ item }) => item.issueId),
				rows.map(({ id }) => id),
				rows.map(({ item }) => partyKey(item.whose)),
				rows.map(({ item }) => item.kind),
				rows.map(({ item }) => item.due ?? "infinity"),
				rows.map(({ region }) => Number(region)),
				rows.map(({ text }) => text),
			],
		});
	}
	return gone.length + changed.length;
}
