import { testDatabase } from "@zhenggai/storage/testing";
import { expect, test } from "vitest";
import { startHarness } from "../testing/harness.ts";

const database = await testDatabase();

test("visitors wait who ask without end, a batch counting as all that it asks; people who are signed in do not", async () => {
	const harness = await startHarness(database, {
		trustProxy: true,
		visitors: { failures: 4, windowMs: 600_000 },
	});
	try {
		const cookie = await harness.signIn(await harness.newPerson("neighbour"));
		const ask = async (path: string, from: string, headers: Record<string, string> = {}) =>
			harness.ask(`/trpc/${path}`, { headers: { ...headers, "x-forwarded-for": from } });
		expect((await ask("access.me", "203.0.113.9")).status).toBe(401);
		const three = "access.me,access.me,access.me?batch=1&input=%7B%7D";
		expect((await ask(three, "203.0.113.9")).status).not.toBe(429);
		const refused = await ask("access.me", "203.0.113.9");
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(500);
		expect((await ask("access.me", "203.0.113.10")).status).toBe(401);
		expect((await ask("access.me", "203.0.113.9", { cookie })).status).toBe(200);
	} finally {
		await harness.close();
	}
});
