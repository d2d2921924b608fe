import { ApiKeyRow, User } from "@zhenggai/domain/access";
import type { InferSelectModel } from "drizzle-orm";
import type { apiKey, user } from "./table.ts";

/** The person as the domain knows it; a row of better-auth without a username cannot be one and is refused. */
export const toUser = (row: InferSelectModel<typeof user>): User =>
	User.parse({
		id: row.id,
		username: row.username,
		name: row.name,
		role: row.role,
		region: row.region,
		unitId: row.unitId,
		personId: row.personId,
		active: row.active,
	});

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** The key as lists show it: without its hash. */
export const toApiKeyRow = (row: Omit<InferSelectModel<typeof apiKey>, "hash">): ApiKeyRow =>
	ApiKeyRow.parse({
		id: row.id,
		name: row.name,
		prefix: row.prefix,
		role: row.role,
		region: row.region,
		unitId: row.unitId,
		verbs: row.verbs,
		createdBy: row.createdBy,
		createdAt: iso(row.createdAt),
		expiresAt: iso(row.expiresAt),
		lastUsedAt: iso(row.lastUsedAt),
		revokedAt: iso(row.revokedAt),
	});
