import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { awaitSignIn, type SignInRequest } from "./terminal.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Said = { status?: number; body: unknown } | "broken";
const refused = (error: string): Said => ({ status: 400, body: { error } });
const granted: Said = { body: { access_token: "zgt_x", expires_in: 60 } };

/** A server that gives these answers one after the other, and notes when it was asked. */
function serverSaying(answers: readonly Said[]) {
	const asked: number[] = [];
	const left = [...answers];
	const began = Date.now();
	const answer = async () => {
		asked.push(Math.round((Date.now() - began) / 1000));
		const said = left.shift() ?? refused("authorization_pending");
		if (said === "broken") throw new TypeError("fetch failed");
		return Response.json(said.body, { status: said.status ?? 200 });
	};
	return { asked, options: { url: "http://ledger.example", fetch: answer } };
}

const request = (): SignInRequest => ({
	...{ deviceCode: "d", userCode: "BCDF-GHJK", address: "http://ledger.example/device" },
	...{ expiresAt: Date.now() + 60_000, intervalMs: 5000 },
});

test.each([
	["granted after two waits", [refused("authorization_pending"), granted], "granted", [5, 10]],
	["denied", [refused("access_denied")], "denied", [5]],
	["over on the server", [refused("invalid_grant")], "expired", [5]],
	[
		"slower when told so, and from then on",
		[refused("slow_down"), refused("authorization_pending"), granted],
		"granted",
		[5, 15, 26],
	],
	[
		"on through a broken line and a proxy's answer",
		["broken", { status: 502, body: null }, granted],
		"granted",
		[5, 15, 31],
	],
] as const)("%s", async (_name, answers, kind, asked) => {
	const server = serverSaying(answers);
	const answer = awaitSignIn(server.options, request());
	await vi.advanceTimersByTimeAsync(60_000);
	expect([(await answer).kind, server.asked]).toEqual([kind, asked]);
});

test("nobody answers: it is over when its time is", async () => {
	const server = serverSaying([]);
	const answer = awaitSignIn(server.options, request());
	await vi.advanceTimersByTimeAsync(70_000);
	expect([await answer, server.asked.length]).toEqual([{ kind: "expired" }, 12]);
});

test("whoever gives up is not asked for any more", async () => {
	const server = serverSaying([]);
	const stop = new AbortController();
	const answer = awaitSignIn(server.options, request(), { signal: stop.signal });
	const ended = expect(answer).rejects.toThrow("enough");
	await vi.advanceTimersByTimeAsync(7000);
	stop.abort(new Error("enough"));
	await ended;
	await vi.advanceTimersByTimeAsync(60_000);
	expect(server.asked).toEqual([5]);
});
