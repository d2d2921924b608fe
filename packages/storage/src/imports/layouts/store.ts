import { ColumnLayout } from "@zhenggai/domain/issues";
import { Instant, type RegionCode } from "@zhenggai/domain/kernel";
import type { Database } from "../../db/database.ts";
import { readerOf, type Tx } from "../../tx/tx.ts";

interface LayoutRow extends Omit<ColumnLayout, "savedAt"> {
	readonly savedAt: Date;
}

const COLUMNS = `l.id, l.version, l.region::text AS region, l.layout, l.kind, l.columns, l.saved_at AS "savedAt",
	l.saved_by AS "savedBy"`;

const toLayout = ({ savedAt, ...row }: LayoutRow): ColumnLayout =>
	ColumnLayout.parse({ ...row, savedAt: Instant.parse(savedAt.toISOString()) });

/** What these offices remember, in the order in which they are named and the latest first. */
export async function listColumnLayouts(
	from: Database | Tx,
	regions: readonly RegionCode[],
): Promise<readonly ColumnLayout[]> {
	const { rows } = await readerOf(from).client.query<LayoutRow>(
		`SELECT ${COLUMNS} FROM ledger.column_layout l WHERE l.region = ANY($1::int[])
		 ORDER BY array_position($1::int[], l.region), l.saved_at DESC, l.id`,
		[regions.map(Number)],
	);
	return rows.map(toLayout);
}

/** What an office remembers of a layout, held until the transaction ends; null where it remembers nothing. */
export async function findColumnLayout(
	tx: Tx,
	region: RegionCode,
	layout: ColumnLayout["layout"],
): Promise<ColumnLayout | null> {
	const { rows } = await tx.client.query<LayoutRow>(
		`SELECT ${COLUMNS} FROM ledger.column_layout l WHERE l.region = $1 AND l.layout = $2 FOR UPDATE`,
		[Number(region), layout],
	);
	const [row] = rows;
	return row === undefined ? null : toLayout(row);
}

/** Keeps a mapping in the place of the one before. */
export async function saveColumnLayout(tx: Tx, layout: ColumnLayout): Promise<void> {
	await tx.client.query(
		`INSERT INTO ledger.column_layout (id, version, region, layout, kind, columns, saved_at, saved_by)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		 ON CONFLICT (region, layout) DO UPDATE SET id = excluded.id, version = excluded.version, kind = excluded.kind,
			columns = excluded.columns, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
		[
			layout.id,
			layout.version,
			Number(layout.region),
			layout.layout,
			layout.kind,
			JSON.stringify(layout.columns),
			layout.savedAt,
			layout.savedBy,
		],
	);
}

/** Forgets a mapping. */
export async function deleteColumnLayout(tx: Tx, id: ColumnLayout["id"]): Promise<void> {
	await tx.client.query("DELETE FROM ledger.column_layout WHERE id = $1", [id]);
}
