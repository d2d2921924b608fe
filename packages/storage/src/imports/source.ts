import type { ImportId } from "@zhenggai/domain/kernel";
import type { Database } from "../db/database.ts";
import { readerOf, type Tx } from "../tx/tx.ts";

/** What a draft was read from: a file with its name, or pasted text in UTF-8. */
export interface KeptSource {
	readonly kind: "file" | "pasted";
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** Keeps what a draft was read from, byte for byte. */
export async function keepSource(tx: Tx, id: ImportId, { kind, name, bytes }: KeptSource): Promise<void> {
	await tx.client.query(
		"INSERT INTO ledger.import_source (import_id, kind, name, bytes) VALUES ($1, $2, $3, $4)",
		[id, kind, name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
	);
}

/** What a draft was read from; null for one that was discarded, or made before sources were kept. */
export async function findSource(from: Database | Tx, id: ImportId): Promise<KeptSource | null> {
	const { rows } = await readerOf(from).client.query<KeptSource>(
		"SELECT kind, name, bytes FROM ledger.import_source WHERE import_id = $1",
		[id],
	);
	const [row] = rows;
	return row === undefined ? null : { ...row, bytes: new Uint8Array(row.bytes) };
}

/** Lets go of what a draft was read from. */
export async function dropSource(tx: Tx, id: ImportId): Promise<void> {
	await tx.client.query("DELETE FROM ledger.import_source WHERE import_id = $1", [id]);
}
