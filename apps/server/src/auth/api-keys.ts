import { createHash, randomBytes } from "node:crypto";
import type { ApiKeyRow, NewApiKey } from "@zhenggai/domain/access";
import { type Actor, Instant } from "@zhenggai/domain/kernel";
import type { Database } from "@zhenggai/storage";
import { findApiKey, insertApiKey, listApiKeys, revokeApiKey, touchApiKey } from "@zhenggai/storage/access";
import { ShortCache } from "./short-cache.ts";

const DAY_MS = 86_400_000;
/** How long a key found good is taken as good without asking the database again; a revocation elsewhere waits so long. */
const TRUST_MS = 5000;
/** A key's last use is noted once in this time, not at every request. */
const TOUCH_MS = 60_000;
const SHOWN_CHARACTERS = 9;

export const KEY_PREFIX = "zgk_";

const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex");

const nameOf = (actor: Actor): string => ("name" in actor ? actor.name : actor.kind);

/** Keys of programs: made, found, used and ended. */
export type ApiKeys = {
	list(): Promise<ApiKeyRow[]>;
	/** The key itself is in this answer and nowhere else: only its hash is kept. */
	create(key: NewApiKey, madeBy: Actor): Promise<{ key: string; row: ApiKeyRow }>;
	/** Ends a key at once on this node, and within seconds on others. False where there is none. */
	revoke(id: string): Promise<boolean>;
	/** The key that a program presented, if it still holds. Notes the use. */
	use(presented: string): Promise<ApiKeyRow | null>;
	/** Resolves when every noted use is written. */
	settled(): Promise<void>;
};

const holds = (row: ApiKeyRow, now: number): boolean =>
	row.revokedAt === null && Date.parse(row.expiresAt) > now;

/** The uses of keys, written now and then beside the requests. */
function useLog(database: Database, clock: () => number) {
	const last = new Map<string, number>();
	const writing = new Set<Promise<void>>();
	return {
		note(id: string): void {
			const now = clock();
			if (now - (last.get(id) ?? 0) < TOUCH_MS) return;
			last.set(id, now);
			const at = Instant.parse(new Date(now).toISOString());
			const written = touchApiKey(database, id, at)
				.catch(() => database.log("warn", "The use of a key could not be noted"))
				.finally(() => writing.delete(written));
			writing.add(written);
		},
		settled: async (): Promise<void> => void (await Promise.all(writing)),
	};
}

export function createApiKeys(
	database: Database,
	newId: () => string,
	clock: () => number = () => Date.now(),
): ApiKeys {
	const found = new ShortCache<ApiKeyRow>(TRUST_MS, 1000, clock);
	const uses = useLog(database, clock);
	const moment = (ms: number) => Instant.parse(new Date(ms).toISOString());
	return {
		list: () => listApiKeys(database),
		async create({ days, ...asked }, madeBy) {
			const key = `${KEY_PREFIX}${randomBytes(32).toString("base64url")}`;
			const now = clock();
			const row: ApiKeyRow = {
				id: newId(),
				...asked,
				prefix: key.slice(0, SHOWN_CHARACTERS),
				createdAt: moment(now),
				createdBy: nameOf(madeBy),
				expiresAt: moment(now + days * DAY_MS),
				lastUsedAt: null,
				revokedAt: null,
			};
			await insertApiKey(database, row, hashOf(key));
			return { key, row };
		},
		async revoke(id) {
			const known = await revokeApiKey(database, id, moment(clock()));
			found.clear();
			return known;
		},
		async use(presented) {
			const hash = hashOf(presented);
			const row = found.get(hash) ?? (await findApiKey(database, hash));
			if (row === null || !holds(row, clock())) return null;
			found.set(hash, row);
			uses.note(row.id);
			return row;
		},
		settled: uses.settled,
	};
}
