import { EventSource as FetchingEventSource } from "eventsource";
import { afterEach, describe, expect, test, vi } from "vitest";
import { baseUrl, eventSourceOf, fetchOf } from "./transport.ts";

afterEach(() => void vi.unstubAllGlobals());

describe("baseUrl", () => {
	test.each([
		["https://ledger.example/", "https://ledger.example"],
		["https://ledger.example", "https://ledger.example"],
		["", ""],
	])("%j", (url, expected) => {
		expect(baseUrl({ url })).toBe(expected);
	});
});

describe("fetchOf", () => {
	const asked = async (token?: string) => {
		const fetch = vi.fn(async (_input: string | URL | Request, _init?: RequestInit) => new Response());
		const options = token === undefined ? { url: "", fetch } : { url: "", fetch, token };
		await fetchOf(options)("/trpc", { headers: { accept: "application/json" } });
		return fetch.mock.calls[0]?.[1];
	};

	test("sends the key, and what was asked for beside it", async () => {
		const headers = new Headers((await asked("zgk_1"))?.headers);
		expect([headers.get("authorization"), headers.get("accept")]).toEqual([
			"Bearer zgk_1",
			"application/json",
		]);
	});

	test("without a key lets the cookie speak, to its own origin alone", async () => {
		const init = await asked();
		expect(new Headers(init?.headers).has("authorization")).toBe(false);
		expect(init?.credentials).toBe("same-origin");
	});
});

describe("eventSourceOf", () => {
	class Native {}

	test("takes the browser's own where the cookie speaks", () => {
		vi.stubGlobal("EventSource", Native);
		expect(eventSourceOf({ url: "" })).toBe(Native);
	});

	test("takes one that can send a key", () => {
		vi.stubGlobal("EventSource", Native);
		expect(eventSourceOf({ url: "", token: "zgk_1" })).toBe(FetchingEventSource);
	});

	test("works where there is none", () => {
		vi.stubGlobal("EventSource", undefined);
		expect(eventSourceOf({ url: "" })).toBe(FetchingEventSource);
	});
});
