import type { ApiKeyRow, NewApiKey, User } from "@zhenggai/domain/access";
import type { Actor, Instant } from "@zhenggai/domain/kernel";
import type { Database, JournalFeed } from "@zhenggai/storage";
import type { FileStore } from "@zhenggai/storage/files";
import type { Vault } from "./kit/vault.ts";
import type { SweepLanes } from "./sweep/lanes.ts";

/** Accounts, sign-in links and keys. The server implements it; the services decide who may ask. */
export interface AuthPort {
	listUsers(): Promise<User[]>;
	findUser(username: string): Promise<User | null>;
	registerUser(user: Omit<User, "id" | "active">): Promise<User>;
	createSignInLink(user: User): Promise<{ url: string; expiresAt: Instant }>;
	listApiKeys(): Promise<ApiKeyRow[]>;
	createApiKey(key: NewApiKey, madeBy: Actor): Promise<{ key: string; row: ApiKeyRow }>;
	revokeApiKey(id: string): Promise<void>;
}

/** Everything the use cases need from outside. Time and ids come in, so that tests and replays decide them. */
export type ServiceDependencies = {
	readonly database: Database;
	/** The node's one reader of the journal, for live changes. Whoever opened it closes it. */
	readonly feed: JournalFeed;
	readonly now: () => Instant;
	/** A new UUIDv7. */
	readonly newId: () => string;
	readonly auth: AuthPort;
	/** Evidence files by the hash of their bytes: a directory, or whatever else has the same verbs. */
	readonly files: FileStore;
	/** The most bytes that one evidence file may have. */
	readonly fileLimit: number;
	/** Whether people without an account may read what is published, and object to it. */
	readonly publicAccess: boolean;
	/** Seals what is kept about people who are no users. */
	readonly vault: Vault;
	readonly version: string;
	/** Threads for a night that takes longer than a moment; without them the node sweeps in its own. */
	readonly sweepLanes?: SweepLanes;
};
