import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clientOptions } from "./client.ts";
import type { Connection } from "./connection.ts";
import { dropSession, keepSession } from "./sessions.ts";

const url = "http://ledger.example";
let folder = "";
let path = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "zhenggai-session-"));
	path = join(folder, "sessions", "ledger.json");
});
afterEach(() => {
	vi.unstubAllGlobals();
	rmSync(folder, { recursive: true });
});

const signIn = (token: string) => keepSession(path, { url, token, name: "沈知远", endsAt: "" });

const connection = (token: string): Connection => ({
	...{ url, token, from: "session", localFile: null, sessionFile: path },
});

/** A server that knows one token, and notes what it was asked with. */
function server() {
	const asked: { token: string | null; unattended: string | null }[] = [];
	const holds = { token: "zgt_one" };
	vi.stubGlobal("fetch", async (_input: unknown, init?: RequestInit) => {
		const headers = new Headers(init?.headers);
		const token = headers.get("authorization")?.replace("Bearer ", "") ?? null;
		asked.push({ token, unattended: headers.get("x-zhenggai-unattended") });
		return new Response(null, { status: token === holds.token ? 200 : 401 });
	});
	return { asked, holds };
}

test("a session that has ended is not asked with again; who signs in anew is taken on", async () => {
	const { asked, holds } = server();
	const changed = vi.fn();
	signIn("zgt_one");
	const { fetch: ask = fetch } = clientOptions(connection("zgt_one"), { attended: () => true, changed });
	const status = async () => (await ask(url)).status;
	expect(await status()).toBe(200);
	holds.token = "zgt_two";
	expect([await status(), await status(), await status()]).toEqual([401, 401, 401]);
	expect(asked).toHaveLength(2);
	signIn("zgt_two");
	expect(await status()).toBe(200);
	expect(changed).toHaveBeenCalledTimes(1);
	dropSession(path);
	expect(await status()).toBe(401);
	expect(asked).toHaveLength(3);
});

test("what is asked without a hand at the keys says so", async () => {
	const { asked } = server();
	signIn("zgt_one");
	const hands = { there: true };
	const attendance = { attended: () => hands.there, changed: () => {} };
	const { fetch: ask = fetch } = clientOptions(connection("zgt_one"), attendance);
	await ask(url);
	hands.there = false;
	await ask(url);
	expect(asked.map(({ unattended }) => unattended)).toEqual([null, "1"]);
});
