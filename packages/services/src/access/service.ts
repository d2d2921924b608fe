import type { ApiKeyRow, Me, NewApiKey, User } from "@zhenggai/domain/access";
import type { Actor, Outcome } from "@zhenggai/domain/kernel";

/** The use cases of the room `access`. */
export interface AccessService {
	getMe(actor: Actor): Promise<Me>;
	listUsers(actor: Actor): Promise<User[]>;
	registerUser(actor: Actor, user: Omit<User, "id" | "active">): Promise<Outcome<User>>;
	/** A one-time link for a person, valid for 15 minutes. Only the operator of the server's own machine may ask. */
	createSignInLink(actor: Actor, username: string): Promise<{ url: string; expiresAt: string }>;
	listApiKeys(actor: Actor): Promise<ApiKeyRow[]>;
	/** The key is returned this once and never again. */
	createApiKey(actor: Actor, key: NewApiKey): Promise<Outcome<{ key: string; row: ApiKeyRow }>>;
	revokeApiKey(actor: Actor, id: string): Promise<void>;
}
