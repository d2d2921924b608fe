import { testDatabase } from "@zhenggai/storage/testing";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { cookieOf, startHarness } from "../testing/harness.ts";
import { LINK_MS } from "./sign-in-link.ts";

const database = await testDatabase();
const harness = await startHarness(database);
const secure = await startHarness(database, { publicUrl: "https://ledger.example" });
const person = await harness.newPerson("prov-office");

afterAll(async () => {
	await harness.close();
	await secure.close();
});
afterEach(() => void vi.useRealTimers());

const tokenOf = async (): Promise<string> =>
	new URL((await harness.port.createSignInLink(person)).url).searchParams.get("token") ?? "";

const redeem = (token: string, headers: Record<string, string> = {}) =>
	harness.ask("/sign-in", {
		method: "POST",
		body: new URLSearchParams({ token }),
		headers: { origin: harness.url, ...headers },
	});

/** Lets the clock of this process run ahead; timers and sockets go on as they are. */
const pass = (ms: number) => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });

describe("one-time link", () => {
	test("opening it does not use it, pressing the button signs in, and it works once", async () => {
		const token = await tokenOf();
		for (let look = 0; look < 3; look += 1) {
			const page = await harness.ask(`/sign-in?token=${token}`);
			expect(page.status).toBe(200);
			expect(page.headers.getSetCookie()).toEqual([]);
			expect(await page.text()).toContain(`value="${token}"`);
		}
		const first = await redeem(token);
		expect([first.status, first.headers.get("location")]).toEqual([303, "/"]);
		expect((await harness.me({ cookie: cookieOf(first) })).status).toBe(200);
		const second = await redeem(token);
		expect(second.status).toBe(401);
		expect(second.headers.getSetCookie()).toEqual([]);
		expect(await second.text()).toContain("已使用");
	});

	test("of many simultaneous uses one succeeds", async () => {
		const token = await tokenOf();
		const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(token)));
		expect(answers.map(({ status }) => status).toSorted()).toEqual([303, ...Array(7).fill(401)]);
	});

	test("works until 15 minutes have passed and not after", async () => {
		const [inTime, tooLate] = [await tokenOf(), await tokenOf()];
		pass(LINK_MS - 5000);
		expect((await redeem(inTime)).status).toBe(303);
		pass(10_000);
		expect((await redeem(tooLate)).status).toBe(401);
	});

	test.each(["", "wrong", "a".repeat(43), "%00", "a".repeat(5000)])("refuses %j", async (token) => {
		const answer = await redeem(token);
		expect(answer.status).toBe(401);
		expect(answer.headers.getSetCookie()).toEqual([]);
	});

	test("is kept as a hash alone", async () => {
		const token = await tokenOf();
		const { rows } = await database.pool.query("SELECT * FROM auth.verification");
		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	test("does not appear in any log", async () => {
		const token = await tokenOf();
		await harness.ask(`/sign-in?token=${token}`);
		await redeem(token);
		expect(harness.logText()).not.toContain(token);
		expect(harness.logText()).not.toContain(person.username);
		expect(harness.logText()).not.toContain(person.name);
	});

	test("escapes what it is given", async () => {
		const page = await harness.ask(`/sign-in?token=${encodeURIComponent('"><script>alert(1)</script>')}`);
		expect(await page.text()).not.toContain("<script>");
	});

	test("does not sign in somebody who was deactivated", async () => {
		const other = await harness.newPerson("left-office");
		const link = await harness.port.createSignInLink(other);
		await database.pool.query(`UPDATE auth."user" SET active = false WHERE id = $1`, [other.id]);
		expect((await redeem(new URL(link.url).searchParams.get("token") ?? "")).status).toBe(401);
		await expect(harness.port.createSignInLink({ ...other, active: false })).rejects.toThrow();
	});
});

describe("session", () => {
	test("its cookie is closed to scripts and to other sites, and Secure over https", async () => {
		const [plain] = (await redeem(await tokenOf())).headers.getSetCookie();
		expect(plain).toMatch(/^zhenggai\.session_token=/);
		expect(plain).toMatch(/; HttpOnly/i);
		expect(plain).toMatch(/; SameSite=Lax/i);
		expect(plain).toMatch(/; Path=\//i);
		expect(plain).not.toMatch(/; Secure/i);
		const cookie = await secure.signIn(person);
		expect(cookie).toMatch(/^__Secure-zhenggai\.session_token=/);
	});

	test("a new sign-in never continues the session that the browser came with", async () => {
		const before = await harness.signIn(person);
		const after = await harness.signIn(person, before);
		expect(after).not.toBe(before);
		expect((await harness.me({ cookie: before })).status).toBe(401);
		expect((await harness.me({ cookie: after })).status).toBe(200);
	});

	test("a cookie that somebody made up is nobody", async () => {
		const planted = "zhenggai.session_token=fixed-by-attacker.c2lnbmF0dXJl";
		expect((await harness.me({ cookie: planted })).status).toBe(401);
		const cookie = await harness.signIn(person, planted);
		expect(cookie).not.toContain("fixed-by-attacker");
	});

	test("a changed signature does not hold", async () => {
		const cookie = await harness.signIn(person);
		const [name, value = ""] = cookie.split("=");
		const [token = ""] = decodeURIComponent(value).split(".");
		expect((await harness.me({ cookie: `${name}=${token}.${"A".repeat(43)}=` })).status).toBe(401);
	});

	test("ends when signed out, at once", async () => {
		const cookie = await harness.signIn(person);
		expect((await harness.me({ cookie })).status).toBe(200);
		const out = await harness.ask("/auth/sign-out", {
			method: "POST",
			headers: { cookie, origin: harness.url },
		});
		expect(out.status).toBe(200);
		expect((await harness.me({ cookie })).status).toBe(401);
	});

	test("goes on while it is used and ends after 30 idle minutes", async () => {
		const cookie = await harness.signIn(person);
		for (let minutes = 0; minutes < 80; minutes += 20) {
			pass(20 * 60_000);
			expect((await harness.me({ cookie })).status).toBe(200);
		}
		pass(31 * 60_000);
		expect((await harness.me({ cookie })).status).toBe(401);
	});

	test("ends after 8 hours however much it is used", async () => {
		const cookie = await harness.signIn(person);
		for (let minutes = 0; minutes < 475; minutes += 25) {
			pass(25 * 60_000);
			if (minutes < 450)
				expect((await harness.me({ cookie })).status, `after ${minutes + 25} minutes`).toBe(200);
		}
		pass(10 * 60_000);
		expect((await harness.me({ cookie })).status).toBe(401);
	});
});

describe("password", () => {
	const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
		method: "POST",
		body: JSON.stringify(body),
		headers: { "content-type": "application/json", origin: harness.url, ...headers },
	});
	const good = "Qing-ping 2026 湖";

	test("nobody has one until it is set, and nobody can sign up", async () => {
		const newcomer = await harness.newPerson("no-password");
		const tried = await harness.ask(
			"/auth/sign-in/username",
			json({ username: newcomer.username, password: good }),
		);
		expect(tried.status).toBe(401);
		for (const path of [
			"/auth/sign-up/email",
			"/auth/sign-in/email",
			"/auth/request-password-reset",
			"/auth/update-user",
		]) {
			const answer = await harness.ask(
				path,
				json({ email: "a@b.cn", name: "x", password: good, role: "provOffice" }),
			);
			expect(answer.status, path).toBe(404);
		}
	});

	test("is set after a sign-in by link, opens a session, and a weak one is refused", async () => {
		const user = await harness.newPerson("with-password");
		const cookie = await harness.signIn(user);
		for (const weak of ["short1A", "alllowercaseletters", "With-Password-2026"]) {
			const refused = await harness.ask("/auth/set-password", json({ newPassword: weak }, { cookie }));
			expect(refused.status, weak).toBe(400);
		}
		const set = await harness.ask("/auth/set-password", json({ newPassword: good }, { cookie }));
		expect(set.status).toBe(200);
		const signedIn = await harness.ask(
			"/auth/sign-in/username",
			json({ username: "With-Password", password: good }),
		);
		expect(signedIn.status).toBe(200);
		expect((await harness.me({ cookie: cookieOf(signedIn) })).status).toBe(200);
		expect(harness.logText()).not.toContain(good);
	});

	test("five wrong ones and the account waits a quarter of an hour, also for the right one", async () => {
		const user = await harness.newPerson("under-attack");
		const cookie = await harness.signIn(user);
		await harness.ask("/auth/set-password", json({ newPassword: good }, { cookie }));
		const attempt = (password: string) =>
			harness.ask("/auth/sign-in/username", json({ username: user.username, password }));
		for (let wrong = 0; wrong < 5; wrong += 1) expect((await attempt("Wrong-guess-1")).status).toBe(401);
		const locked = await attempt(good);
		expect(locked.status).toBe(429);
		expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(800);
		pass(16 * 60_000);
		expect((await attempt(good)).status).toBe(200);
	});
});
