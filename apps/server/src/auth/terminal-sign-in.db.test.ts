import { testDatabase } from "@zhenggai/storage/testing";
import { afterAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { startHarness } from "../testing/harness.ts";
import { INTERVAL_SECONDS, REQUEST_MS } from "./device-grant.ts";
import { readUserCode } from "./user-code.ts";

const database = await testDatabase();
const harness = await startHarness(database);
const person = await harness.newPerson("duty-desk");

afterAll(async () => {
	vi.useRealTimers();
	await harness.close();
});

/** Lets the clock of this process run ahead, from test to test: it never goes back. Timers and sockets go on as they are. */
const pass = (ms: number) => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });

const CLIENT = "zhenggai-terminal";
const GRANT = "urn:ietf:params:oauth:grant-type:device_code";
const TERMINAL = "值班台-1";

const oauth = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
	harness.ask(`/oauth/${path}`, { method: "POST", body: new URLSearchParams(body), headers });

const post = (path: string, body: unknown, cookie: string, headers: Record<string, string> = {}) =>
	harness.ask(path, {
		method: "POST",
		body: JSON.stringify(body),
		headers: { "content-type": "application/json", origin: harness.url, cookie, ...headers },
	});

const Codes = z.object({
	device_code: z.string(),
	user_code: z.string(),
	verification_uri: z.string(),
	interval: z.number(),
});
const Polled = z.looseObject({ error: z.string().optional(), access_token: z.string().default("") });
const Sessions = z.object({
	items: z.array(z.looseObject({ id: z.string(), kind: z.string(), current: z.boolean() })),
});

/** A terminal begins, a minute after the one before it: fewer than an address may. */
async function begin(terminal = TERMINAL) {
	pass(60_000);
	const answer = await oauth("device_authorization", { client_id: CLIENT, terminal });
	expect(answer.status).toBe(200);
	return Codes.parse(await answer.json());
}

/** The terminal asks, after the wait that it is told. */
async function poll(device_code: string, waited = INTERVAL_SECONDS) {
	pass(waited * 1000);
	const answer = await oauth("token", { client_id: CLIENT, grant_type: GRANT, device_code });
	return { status: answer.status, body: Polled.parse(await answer.json()) };
}

const decide = (code: string, approve: boolean, cookie: string) =>
	post("/auth/device/decide", { code, approve }, cookie);

/** Signs a terminal in and gives its token. */
async function signedIn(user = person): Promise<string> {
	const codes = await begin();
	expect((await decide(codes.user_code, true, await harness.signIn(user))).status).toBe(200);
	const { status, body } = await poll(codes.device_code);
	expect(status).toBe(200);
	return body.access_token;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("the grant", () => {
	test("a terminal shows a code, a person lets it in, and it is that person", async () => {
		const codes = await begin();
		expect(codes).toMatchObject({ verification_uri: `${harness.url}/device`, interval: 5 });
		expect(codes.user_code).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
		expect(await poll(codes.device_code, 0)).toEqual({
			status: 400,
			body: expect.objectContaining({ error: "authorization_pending" }),
		});
		const cookie = await harness.signIn(person);
		const typed = codes.user_code.toLowerCase().replace("-", " ");
		const looked = await post("/auth/device/look", { code: typed }, cookie);
		expect(await looked.json()).toMatchObject({
			...{ code: codes.user_code, terminal: TERMINAL, address: "127.0.0.1", sameAddress: true },
		});
		expect(await (await decide(typed, true, cookie)).json()).toEqual({ approved: true });
		const granted = await poll(codes.device_code);
		expect(granted).toMatchObject({ status: 200, body: { token_type: "Bearer", expires_in: 8 * 3600 } });
		const token = granted.body.access_token;
		expect(token).toMatch(/^zgt_[\w-]{43}$/);
		const [atTerminal, onWeb] = await Promise.all([
			harness.ask("/auth/credential", { headers: bearer(token) }),
			harness.ask("/auth/credential", { headers: { cookie } }),
		]);
		expect(await atTerminal.json()).toMatchObject({ by: "terminal", kind: "person" });
		expect(await onWeb.json()).toMatchObject({ by: "browser", kind: "person" });
		const me = async (headers: Record<string, string>) => (await harness.me(headers)).json();
		expect(await me(bearer(token))).toEqual(await me({ cookie }));
	});

	test("is for once: the codes give nothing a second time, and of many who ask at once one gets the session", async () => {
		const codes = await begin();
		const cookie = await harness.signIn(person);
		expect((await decide(codes.user_code, true, cookie)).status).toBe(200);
		expect((await decide(codes.user_code, true, cookie)).status).toBe(404);
		pass(INTERVAL_SECONDS * 1000);
		const body = { client_id: CLIENT, grant_type: GRANT, device_code: codes.device_code };
		const answers = await Promise.all(Array.from({ length: 6 }, () => oauth("token", body)));
		expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400, 400, 400]);
		expect((await poll(codes.device_code)).body.error).toBe("invalid_grant");
	});

	test("is denied, and the terminal is told", async () => {
		const codes = await begin();
		expect((await decide(codes.user_code, false, await harness.signIn(person))).status).toBe(200);
		expect((await poll(codes.device_code)).body.error).toBe("access_denied");
		expect((await poll(codes.device_code)).body.error).toBe("invalid_grant");
	});

	test("ends after ten minutes, approved or not", async () => {
		const [left, approved] = [await begin(), await begin()];
		const cookie = await harness.signIn(person);
		expect((await decide(approved.user_code, true, cookie)).status).toBe(200);
		pass(REQUEST_MS);
		expect((await poll(approved.device_code, 0)).body.error).toBe("expired_token");
		const late = await begin();
		pass(REQUEST_MS + 1000);
		expect(
			(await post("/auth/device/look", { code: late.user_code }, await harness.signIn(person))).status,
		).toBe(404);
		expect((await poll(left.device_code, 0)).body.error).toBe("expired_token");
	});

	test("who asks too soon waits longer each time, also once it is approved", async () => {
		const codes = await begin();
		const errorAfter = async (seconds: number) => (await poll(codes.device_code, seconds)).body.error;
		expect(await errorAfter(0)).toBe("authorization_pending");
		expect(await errorAfter(4)).toBe("slow_down");
		expect(await errorAfter(9)).toBe("slow_down");
		expect(await errorAfter(15)).toBe("authorization_pending");
		await decide(codes.user_code, true, await harness.signIn(person));
		expect(await errorAfter(10)).toBe("slow_down");
		expect((await poll(codes.device_code, 20)).status).toBe(200);
	});

	test("somebody who was deactivated after approving gives no session", async () => {
		const other = await harness.newPerson("left-the-desk");
		const codes = await begin();
		expect((await decide(codes.user_code, true, await harness.signIn(other))).status).toBe(200);
		await database.pool.query(`UPDATE auth."user" SET active = false WHERE id = $1`, [other.id]);
		expect((await poll(codes.device_code)).body.error).toBe("access_denied");
	});

	test.each([
		["another client", "device_authorization", { client_id: "somebody" }, 401, "invalid_client"],
		["another grant", "token", { client_id: CLIENT, grant_type: "password" }, 400, "unsupported_grant_type"],
		["no code", "token", { client_id: CLIENT, grant_type: GRANT }, 400, "invalid_request"],
	])("refuses %s", async (_name, path, body: Record<string, string>, status, error) => {
		pass(16 * 60_000);
		const answer = await oauth(path, body);
		expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining({ error })]);
	});
});

describe("what stands against misuse", () => {
	test("codes and tokens are kept as hashes alone, and none of them is logged", async () => {
		const codes = await begin();
		await decide(codes.user_code, true, await harness.signIn(person));
		const waiting = await database.pool.query("SELECT * FROM auth.device_request");
		const { body } = await poll(codes.device_code);
		const kept = await database.pool.query("SELECT * FROM auth.terminal_session");
		expect([waiting.rows.length > 0, kept.rows.length > 0]).toEqual([true, true]);
		const stored = JSON.stringify([waiting.rows, kept.rows]);
		const bare = readUserCode(codes.user_code) ?? "";
		for (const secret of [codes.device_code, codes.user_code, bare, body.access_token]) {
			expect(stored).not.toContain(secret);
			expect(harness.logText()).not.toContain(secret);
		}
		expect(harness.logText()).not.toContain(TERMINAL);
	});

	test("five wrong codes and the account waits a quarter of an hour, also with the right one", async () => {
		const user = await harness.newPerson("guesses-codes");
		const codes = await begin();
		const cookie = await harness.signIn(user);
		for (let wrong = 0; wrong < 5; wrong += 1)
			expect((await post("/auth/device/look", { code: "BBBB-BBBB" }, cookie)).status).toBe(404);
		for (const path of ["/auth/device/look", "/auth/device/decide"]) {
			const waits = await post(path, { code: codes.user_code, approve: true }, cookie);
			expect([waits.status, Number(waits.headers.get("retry-after")) > 800]).toEqual([429, true]);
		}
		expect((await poll(codes.device_code)).body.error).toBe("authorization_pending");
	});

	test("an address may begin so often, and guess at tokens so often", async () => {
		pass(16 * 60_000);
		const begun = await Promise.all(
			Array.from({ length: 40 }, () => oauth("device_authorization", { client_id: CLIENT })),
		);
		expect(begun.filter(({ status }) => status === 200)).toHaveLength(30);
		expect(begun.filter(({ status }) => status === 429)).toHaveLength(10);
		pass(16 * 60_000);
		const guessed: number[] = [];
		for (let guess = 0; guess < 31; guess += 1)
			guessed.push((await harness.me(bearer(`zgt_${"A".repeat(43)}`))).status);
		expect([guessed.slice(0, 30).every((status) => status === 401), guessed[30]]).toEqual([true, 429]);
		pass(16 * 60_000);
	});

	test("no page begins one, and no other site answers one", async () => {
		const codes = await begin();
		const pages: Record<string, string>[] = [{ origin: harness.url }, { "sec-fetch-site": "cross-site" }];
		for (const headers of pages) {
			expect((await oauth("device_authorization", { client_id: CLIENT }, headers)).status).toBe(403);
			expect((await oauth("revoke", { token: "x" }, headers)).status).toBe(403);
		}
		const cookie = await harness.signIn(person);
		const foreign = await harness.ask("/auth/device/decide", {
			method: "POST",
			body: JSON.stringify({ code: codes.user_code, approve: true }),
			headers: { "content-type": "application/json", origin: "https://elsewhere.example", cookie },
		});
		expect(foreign.status).toBe(403);
		expect((await poll(codes.device_code)).body.error).toBe("authorization_pending");
	});

	test("only a person at a browser answers: nobody, no key, no operator, and no other terminal", async () => {
		const token = await signedIn();
		const { key } = await harness.apiKeys.create(
			{ name: "数据平台", role: "provOffice", region: person.region, unitId: null, verbs: ["read"], days: 1 },
			{ kind: "system", name: "test" },
		);
		const codes = await begin();
		for (const headers of [{}, bearer(token), bearer(key), bearer(harness.localToken)]) {
			const answer = await post("/auth/device/decide", { code: codes.user_code, approve: true }, "", headers);
			expect(answer.status).toBe(401);
		}
		expect((await poll(codes.device_code)).body.error).toBe("authorization_pending");
	});

	test("a terminal's token is no cookie and does not speak to the account", async () => {
		const token = await signedIn();
		expect((await harness.me({ cookie: `zhenggai.session_token=${token}` })).status).toBe(401);
		const set = await post("/auth/set-password", { newPassword: "Qing-ping 2026 湖" }, "", bearer(token));
		expect(set.status).toBe(401);
		expect((await harness.ask("/auth/sessions", { headers: bearer(token) })).status).toBe(401);
	});

	test("a wrong token never falls back to the cookie beside it", async () => {
		const cookie = await harness.signIn(person);
		expect((await harness.me({ cookie, ...bearer("zgt_wrong") })).status).toBe(401);
	});

	test("what a terminal calls itself is kept without what would deceive", async () => {
		const codes = await begin(`值班台\u202e\u0007\n<b>${"长".repeat(200)}`);
		const looked = await post("/auth/device/look", { code: codes.user_code }, await harness.signIn(person));
		const { terminal } = z.object({ terminal: z.string() }).parse(await looked.json());
		expect(terminal).toMatch(/^值班台<b>长+$/);
		expect(terminal).toHaveLength(80);
	});
});

describe("the session", () => {
	test("goes on while it is used and ends after 30 idle minutes, and says so", async () => {
		const token = await signedIn();
		for (let minutes = 0; minutes < 80; minutes += 20) {
			pass(20 * 60_000);
			expect((await harness.me(bearer(token))).status).toBe(200);
		}
		pass(31 * 60_000);
		const ended = await harness.me(bearer(token));
		expect(ended.status).toBe(401);
		expect(await ended.json()).toMatchObject({ error: { text: { zh: "终端登录已结束" } } });
	});

	test("what no hand asked for does not keep it: a line of events, a list read anew by itself", async () => {
		const token = await signedIn();
		const alone: Record<string, string>[] = [
			{ accept: "text/event-stream" },
			{ "x-zhenggai-unattended": "1" },
		];
		for (let minutes = 0; minutes < 25; minutes += 5) {
			pass(5 * 60_000);
			for (const marks of alone) expect((await harness.me({ ...marks, ...bearer(token) })).status).toBe(200);
		}
		pass(6 * 60_000);
		expect((await harness.me(bearer(token))).status).toBe(401);
	});

	test("ends after 8 hours however much it is used", async () => {
		const token = await signedIn();
		for (let minutes = 0; minutes < 450; minutes += 25) {
			pass(25 * 60_000);
			expect((await harness.me(bearer(token))).status, `after ${minutes + 25} minutes`).toBe(200);
		}
		pass(29 * 60_000);
		expect((await harness.me(bearer(token))).status, "after 479 minutes").toBe(200);
		pass(2 * 60_000);
		expect((await harness.me(bearer(token))).status).toBe(401);
	});

	test("ends when the terminal signs out, at once, and signing out twice is well", async () => {
		const token = await signedIn();
		expect((await harness.me(bearer(token))).status).toBe(200);
		expect((await oauth("revoke", { token })).status).toBe(200);
		expect((await harness.me(bearer(token))).status).toBe(401);
		expect((await oauth("revoke", { token })).status).toBe(200);
	});

	test("stands in its person's list on the web, and is ended there by its person alone", async () => {
		const user = await harness.newPerson("many-places");
		const token = await signedIn(user);
		const cookie = await harness.signIn(user);
		const sessions = async () =>
			Sessions.parse(await (await harness.ask("/auth/sessions", { headers: { cookie } })).json()).items;
		const items = await sessions();
		const terminal = items.find(({ kind }) => kind === "terminal");
		expect(terminal).toMatchObject({ name: TERMINAL, address: "127.0.0.1", current: false });
		expect(items.filter(({ current }) => current)).toHaveLength(1);
		expect(JSON.stringify(items)).not.toContain("token");
		const stranger = await harness.signIn(person);
		expect((await post("/auth/sessions/end", { id: terminal?.id }, stranger)).status).toBe(404);
		expect((await harness.me(bearer(token))).status).toBe(200);
		expect((await post("/auth/sessions/end", { id: terminal?.id }, cookie)).status).toBe(200);
		expect((await harness.me(bearer(token))).status).toBe(401);
		expect((await sessions()).map(({ kind }) => kind)).not.toContain("terminal");
		const browser = items.find(({ current }) => current);
		expect((await post("/auth/sessions/end", { id: browser?.id }, cookie)).status).toBe(200);
		expect((await harness.me({ cookie })).status).toBe(401);
	});

	test("many who hold an ended one do not make their address wait", async () => {
		const token = await signedIn();
		await oauth("revoke", { token });
		for (let ask = 0; ask < 40; ask += 1) expect((await harness.me(bearer(token))).status).toBe(401);
		expect(
			(
				await harness.ask("/sign-in", {
					method: "POST",
					body: new URLSearchParams({ token: "x" }),
					headers: { origin: harness.url },
				})
			).status,
		).toBe(401);
	});

	test("ends with a new password, and with its person", async () => {
		const user = await harness.newPerson("new-password");
		const [before, later] = [await signedIn(user), await signedIn(user)];
		const cookie = await harness.signIn(user);
		expect((await harness.me(bearer(before))).status).toBe(200);
		const set = await post("/auth/set-password", { newPassword: "Qing-ping 2026 湖" }, cookie);
		expect(set.status).toBe(200);
		for (const token of [before, later]) expect((await harness.me(bearer(token))).status).toBe(401);
		const again = await signedIn(user);
		await database.pool.query(`UPDATE auth."user" SET active = false WHERE id = $1`, [user.id]);
		expect((await harness.me(bearer(again))).status).toBe(401);
	});

	test("ends with all others when its person leaves everywhere else", async () => {
		const user = await harness.newPerson("leaves-elsewhere");
		const token = await signedIn(user);
		const cookie = await harness.signIn(user);
		expect((await post("/auth/revoke-other-sessions", {}, cookie)).status).toBe(200);
		expect((await harness.me(bearer(token))).status).toBe(401);
		expect((await harness.me({ cookie })).status).toBe(200);
	});
});
