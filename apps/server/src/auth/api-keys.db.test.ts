import type { NewApiKey } from "@zhenggai/domain/access";
import { type Actor, RegionCode } from "@zhenggai/domain/kernel";
import { testDatabase } from "@zhenggai/storage/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Harness, PROVINCE, startHarness } from "../testing/harness.ts";

const database = await testDatabase();
const operator: Actor = {
	kind: "operator",
	name: "operator",
	role: "provOffice",
	region: PROVINCE,
	unitId: null,
};
const CITY = RegionCode.parse("680100");
const asked: NewApiKey = {
	...{
		name: "数据共享平台",
		role: "cityOffice",
		region: CITY,
		unitId: null,
		verbs: ["read", "import"],
		days: 30,
	},
};
const DAY_MS = 86_400_000;

let harness: Harness;
beforeAll(async () => {
	harness = await startHarness(database);
});
afterAll(() => harness.close());
afterEach(() => void vi.useRealTimers());

const make = (more: Partial<NewApiKey> = {}) => harness.port.createApiKey({ ...asked, ...more }, operator);
const use = (key: string, headers: Record<string, string> = {}) =>
	harness.me({ authorization: `Bearer ${key}`, ...headers });
const pass = (ms: number) => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });

describe("a program's key", () => {
	test("speaks with its own role, region and verbs", async () => {
		const { key, row } = await make();
		const answer = await use(key);
		expect(answer.status).toBe(200);
		expect(await answer.json()).toMatchObject({
			result: {
				data: {
					kind: "program",
					name: row.name,
					role: "cityOffice",
					region: CITY,
					actions: ["read", "import"],
				},
			},
		});
	});

	test("is kept as a hash; lists show its beginning alone", async () => {
		const { key, row } = await make();
		const { rows } = await database.pool.query("SELECT * FROM auth.api_key");
		expect(JSON.stringify([rows, await harness.port.listApiKeys()])).not.toContain(key.slice(12));
		expect(key.startsWith(row.prefix)).toBe(true);
		expect(row.prefix.length).toBeLessThan(12);
		expect(row.createdBy).toBe("operator");
	});

	test("ends when it is revoked, at once, and stays in the list with that moment", async () => {
		const { key, row } = await make();
		expect((await use(key)).status).toBe(200);
		await harness.port.revokeApiKey(row.id);
		expect((await use(key)).status).toBe(401);
		const listed = (await harness.port.listApiKeys()).find(({ id }) => id === row.id);
		expect(listed?.revokedAt).not.toBeNull();
		await harness.port.revokeApiKey(row.id);
		const again = (await harness.port.listApiKeys()).find(({ id }) => id === row.id);
		expect(again?.revokedAt).toBe(listed?.revokedAt);
	});

	test("revoked on another node it ends here within seconds", async () => {
		const { key, row } = await make();
		expect((await use(key)).status).toBe(200);
		await database.pool.query("UPDATE auth.api_key SET revoked_at = now() WHERE id = $1", [row.id]);
		pass(5001);
		expect((await use(key)).status).toBe(401);
	});

	test("holds to its last day and not longer, also while it is in use", async () => {
		const { key } = await make({ days: 1 });
		pass(DAY_MS - 2000);
		expect((await use(key)).status).toBe(200);
		pass(3000);
		expect((await use(key)).status).toBe(401);
	});

	test("notes its last use", async () => {
		const { key, row } = await make();
		expect(row.lastUsedAt).toBeNull();
		await use(key);
		await harness.apiKeys.settled();
		const listed = (await harness.port.listApiKeys()).find(({ id }) => id === row.id);
		expect(Date.now() - Date.parse(listed?.lastUsedAt ?? "")).toBeLessThan(10_000);
	});

	test.each(["no-such-key", "not-a-uuid", "019a0000-0000-7000-8000-000000000000"])(
		"there is nothing to revoke at %s",
		async (id) => {
			await expect(harness.port.revokeApiKey(id)).rejects.toMatchObject({ code: "NOT_FOUND" });
		},
	);

	test("decides alone: a wrong one never falls back to a session", async () => {
		const cookie = await harness.signIn(await harness.newPerson("both-ways"));
		expect((await harness.me({ cookie })).status).toBe(200);
		expect((await use("zgk_wrong", { cookie })).status).toBe(401);
	});
});

describe("credentials that do not hold", () => {
	test("are refused, and from the 31st on the address waits; a good key still works", async () => {
		const other = await startHarness(database);
		const { key } = await other.port.createApiKey(asked, operator);
		const attempt = (token: string) => other.me({ authorization: token });
		for (let wrong = 0; wrong < 30; wrong += 1) {
			expect((await attempt(wrong % 2 === 0 ? "Bearer zgk_wrong" : "Basic abc")).status).toBe(401);
		}
		const waiting = await attempt("Bearer zgk_wrong");
		expect(waiting.status).toBe(429);
		expect(Number(waiting.headers.get("retry-after"))).toBeGreaterThan(0);
		expect((await attempt(`Bearer ${key}`)).status).toBe(200);
		await other.close();
	});
});

describe("the operator's token", () => {
	test("speaks as the operator of the machine", async () => {
		const answer = await use(harness.localToken);
		expect(await answer.json()).toMatchObject({
			result: { data: { kind: "operator", role: "provOffice", region: PROVINCE } },
		});
	});

	test.each(["x-forwarded-for", "forwarded"])(
		"is refused when it comes through a proxy (%s)",
		async (header) => {
			expect((await use(harness.localToken, { [header]: "203.0.113.9" })).status).toBe(401);
		},
	);

	test("a wrong one is refused", async () => {
		expect((await use(`${harness.localToken}x`)).status).toBe(401);
	});
});
