import type { ApiKeyRow } from "@zhenggai/domain/access";
import type { Instant } from "@zhenggai/domain/kernel";
import { and, desc, eq, getTableColumns, isNull, lt, or } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import { readerOf, type Tx } from "../tx/index.ts";
import { toApiKeyRow } from "./mapper.ts";
import { apiKey } from "./table.ts";

const { hash: _hash, ...shown } = getTableColumns(apiKey);

/** Keys that are made by people are few: a list beyond this is cut. */
const MOST = 1000;

export async function insertApiKey(from: Database | Tx, row: ApiKeyRow, hash: string): Promise<void> {
	const { createdAt, expiresAt, lastUsedAt, revokedAt, ...rest } = row;
	await readerOf(from)
		.sql.insert(apiKey)
		.values({
			...rest,
			hash,
			createdAt: new Date(createdAt),
			expiresAt: new Date(expiresAt),
			lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt),
			revokedAt: revokedAt === null ? null : new Date(revokedAt),
		});
}

/** The key with this SHA-256 (lower-case hexadecimal), whatever its state; null when there is none. */
export async function findApiKey(from: Database | Tx, hash: string): Promise<ApiKeyRow | null> {
	const [row] = await readerOf(from).sql.select(shown).from(apiKey).where(eq(apiKey.hash, hash)).limit(1);
	return row === undefined ? null : toApiKeyRow(row);
}

/** The newest first, also those that have ended. */
export async function listApiKeys(from: Database | Tx): Promise<ApiKeyRow[]> {
	const rows = await readerOf(from)
		.sql.select(shown)
		.from(apiKey)
		.orderBy(desc(apiKey.createdAt), desc(apiKey.id))
		.limit(MOST);
	return rows.map(toApiKeyRow);
}

/** Ends a key. The moment of the first revocation stays; false where there is no such key. */
export async function revokeApiKey(from: Database | Tx, id: string, at: Instant): Promise<boolean> {
	const reader = readerOf(from);
	await reader.sql
		.update(apiKey)
		.set({ revokedAt: new Date(at) })
		.where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)));
	const [row] = await reader.sql.select({ id: apiKey.id }).from(apiKey).where(eq(apiKey.id, id)).limit(1);
	return row !== undefined;
}

/** Notes that a key was used; an earlier moment than the one noted changes nothing. */
export async function touchApiKey(from: Database | Tx, id: string, at: Instant): Promise<void> {
	const used = new Date(at);
	await readerOf(from)
		.sql.update(apiKey)
		.set({ lastUsedAt: used })
		.where(and(eq(apiKey.id, id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, used))));
}
