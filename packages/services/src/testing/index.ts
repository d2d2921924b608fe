import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiKeyRow, User } from "@zhenggai/domain/access";
import { type Actor, Instant, RegionCode, type Role, type UnitId, type Verb } from "@zhenggai/domain/kernel";
import { type Database, type JournalFeed, openJournalFeed } from "@zhenggai/storage";
import { openFileStore } from "@zhenggai/storage/files";
import { type TestDatabase, testDatabase } from "@zhenggai/storage/testing";
import { afterAll } from "vitest";
import { createServices } from "../create-services.ts";
import { createVault } from "../kit/vault.ts";
import type { AuthPort, ServiceDependencies } from "../ports.ts";
import type { Services } from "../services.ts";
import { newId } from "./ids.ts";

export { newId } from "./ids.ts";

/** Accounts in memory: the port that the server implements on its own tables. */
export class MemoryAuth implements AuthPort {
	readonly users: User[] = [];
	readonly keys: ApiKeyRow[] = [];

	async listUsers(): Promise<User[]> {
		return this.users;
	}

	async findUser(username: string): Promise<User | null> {
		return this.users.find((user) => user.username === username) ?? null;
	}

	async registerUser(user: Omit<User, "id" | "active">): Promise<User> {
		const made = { ...user, id: newId(), active: true };
		this.users.push(made);
		return made;
	}

	async createSignInLink(user: User) {
		return {
			url: `https://example.invalid/${user.username}`,
			expiresAt: Instant.parse("2026-03-02T00:15:00.000Z"),
		};
	}

	async listApiKeys(): Promise<ApiKeyRow[]> {
		return this.keys;
	}

	async createApiKey(key: Parameters<AuthPort["createApiKey"]>[0], madeBy: Actor) {
		const { days: _, ...rest } = key;
		const row: ApiKeyRow = {
			...rest,
			id: newId(),
			prefix: "zg_12345",
			createdAt: Instant.parse("2026-03-01T00:00:00.000Z"),
			createdBy: "name" in madeBy ? madeBy.name : "",
			expiresAt: Instant.parse("2026-06-01T00:00:00.000Z"),
			lastUsedAt: null,
			revokedAt: null,
		};
		this.keys.push(row);
		return { key: "zg_12345secret", row };
	}

	async revokeApiKey(id: string): Promise<void> {
		const at = this.keys.findIndex((key) => key.id === id);
		const key = this.keys[at];
		if (key !== undefined) this.keys[at] = { ...key, revokedAt: Instant.parse("2026-03-01T00:00:00.000Z") };
	}
}

export type TestServices = {
	readonly services: Services;
	readonly database: TestDatabase;
	readonly feed: JournalFeed;
	readonly auth: MemoryAuth;
	readonly dependencies: ServiceDependencies;
	/** Sets the clock; it stands still otherwise. */
	setNow(moment: string): void;
	/** The services of a second node on the same data. */
	another(): Promise<Services>;
};

/** The most bytes of an evidence file in tests. */
export const TEST_FILE_LIMIT = 2 * 1024 * 1024;

export const START = "2026-03-02T01:00:00.000Z";

/** Every use case on an empty database of the file's own, with a clock that stands still. */
export async function testServices(): Promise<TestServices> {
	const database = await testDatabase({ max: 16 });
	const feeds: JournalFeed[] = [];
	afterAll(async () => void (await Promise.all(feeds.map((feed) => feed.close()))));
	const feedOf = async (of: Database) => {
		const feed = await openJournalFeed(of, { pollMs: 300 });
		feeds.push(feed);
		return feed;
	};
	let now = Instant.parse(START);
	const auth = new MemoryAuth();
	const feed = await feedOf(database);
	const directory = await mkdtemp(join(tmpdir(), "zg-evidence-"));
	afterAll(() => rm(directory, { recursive: true, force: true }));
	const dependencies = {
		...{ database, feed, now: () => now, newId, auth, version: "0.1.0-test" },
		files: await openFileStore(directory),
		fileLimit: TEST_FILE_LIMIT,
		publicAccess: true,
		vault: createVault("a secret for tests and for nothing else"),
	};
	return {
		services: createServices(dependencies),
		database,
		feed,
		auth,
		dependencies,
		setNow: (moment) => {
			now = Instant.parse(moment);
		},
		another: async () => {
			const other = await database.another({ max: 8 });
			return createServices({ ...dependencies, database: other, feed: await feedOf(other) });
		},
	};
}

export const SYSTEM: Actor = { kind: "system", name: "系统" };

/** Somebody of a role in a region. */
export const person = (
	role: Role,
	region: string,
	unitId: UnitId | null = null,
	name = `${role} ${region}`,
): Actor => ({
	kind: "person",
	userId: `user-${role}-${region}-${name}`,
	personId: null,
	name,
	role,
	region: RegionCode.parse(region),
	unitId,
});

export const program = (role: Role, region: string, verbs: Verb[]): Actor => ({
	kind: "program",
	keyId: `key-${role}-${region}`,
	name: "对接程序",
	verbs,
	role,
	region: RegionCode.parse(region),
	unitId: null,
});
