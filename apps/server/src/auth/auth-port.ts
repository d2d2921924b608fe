import type { User } from "@zhenggai/domain/access";
import { Instant, say } from "@zhenggai/domain/kernel";
import type { AuthPort } from "@zhenggai/services";
import { ServiceError } from "@zhenggai/services/contract";
import type { Database } from "@zhenggai/storage";
import { findUserByName, insertUser, listUsers } from "@zhenggai/storage/access";
import { z } from "zod";
import type { ApiKeys } from "./api-keys.ts";
import type { Auth } from "./auth.ts";
import { LINK_MS, linkIdentifier, newLinkToken } from "./sign-in-link.ts";

/** Accounts, one-time links and keys for the use cases, which decide who may ask. */
export function createAuthPort(
	database: Database,
	auth: Auth,
	apiKeys: ApiKeys,
	settings: { readonly publicUrl: string; readonly newId: () => string },
): AuthPort {
	return {
		listUsers: () => listUsers(database),
		findUser: (username) => findUserByName(database, username),
		async registerUser(person) {
			const user: User = { ...person, id: settings.newId(), active: true };
			if (await insertUser(database, user)) return user;
			throw new ServiceError("CONFLICT", say("用户名已被使用", "The username is taken"));
		},
		async createSignInLink(user) {
			if (!user.active)
				throw new ServiceError("NOT_ALLOWED", say("该账户已停用", "The account is not active"));
			const token = newLinkToken();
			const expiresAt = new Date(Date.now() + LINK_MS);
			const { internalAdapter } = await auth.$context;
			await internalAdapter.createVerificationValue({
				identifier: linkIdentifier(token),
				value: user.id,
				expiresAt,
			});
			const url = `${settings.publicUrl}/sign-in?token=${token}`;
			return { url, expiresAt: Instant.parse(expiresAt.toISOString()) };
		},
		listApiKeys: () => apiKeys.list(),
		createApiKey: (key, madeBy) => apiKeys.create(key, madeBy),
		async revokeApiKey(id) {
			const known = z.uuid().safeParse(id).success && (await apiKeys.revoke(id));
			if (!known) throw new ServiceError("NOT_FOUND", say("没有这个密钥", "There is no such key"));
		},
	};
}
