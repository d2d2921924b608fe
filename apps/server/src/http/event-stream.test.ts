import { setTimeout as delay } from "node:timers/promises";
import { initTRPC, TRPCError, tracked } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { eventStream, isSubscription } from "./event-stream.ts";

type Context = { readonly who: string };

const t = initTRPC.context<Context>().create({
	sse: { ping: { enabled: true, intervalMs: 60 }, client: { reconnectAfterInactivityMs: 400 } },
	errorFormatter: ({ shape, ctx }) => ({
		...shape,
		data: { ...shape.data, who: ctx?.who, stack: undefined },
	}),
});

let released = 0;

const router = t.router({
	things: t.router({
		get: t.procedure.query(() => "a thing"),
		watch: t.procedure
			.input(z.object({ after: z.string().optional(), lastEventId: z.string().optional() }))
			.subscription(async function* ({ ctx, input }) {
				yield tracked("1:1", { who: ctx.who, from: input.lastEventId ?? input.after ?? null });
				yield tracked("1:2", { text: "两行\n文字", list: [1, null] });
			}),
		plain: t.procedure.subscription(async function* () {
			yield { done: 1, of: 2 };
			yield "end";
		}),
		breaks: t.procedure.subscription(async function* () {
			yield tracked("2:1", {});
			throw new TRPCError({ code: "FORBIDDEN", message: "no more" });
		}),
		forbidden: t.procedure
			.use(() => {
				throw new TRPCError({ code: "UNAUTHORIZED", message: "who?" });
			})
			.subscription(async function* () {
				yield 1;
			}),
		slow: t.procedure.subscription(async function* ({ signal }) {
			try {
				yield 1;
				await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
			} finally {
				released += 1;
			}
		}),
	}),
});

const ours = (path: string, query = "", headers: Record<string, string> = {}) =>
	eventStream({
		...{ router, path, url: new URL(`http://localhost/trpc/${path}${query}`), headers: new Headers(headers) },
		context: { who: "沈知远" },
		onError: () => undefined,
	});

const theirs = (path: string, query = "", headers: Record<string, string> = {}) =>
	fetchRequestHandler({
		...{ endpoint: "/trpc", router, req: new Request(`http://localhost/trpc/${path}${query}`, { headers }) },
		createContext: () => ({ who: "沈知远" }),
	});

const input = (value: unknown) => `?input=${encodeURIComponent(JSON.stringify(value))}`;

describe("an event stream", () => {
	test.each([
		["values with ids", "things.watch", input({ after: "0:9" }), {}],
		["a subscriber that comes back", "things.watch", input({}), { "last-event-id": "0:7" }],
		["one that says so in its address", "things.watch", `${input({})}&lastEventId=0:8`, {}],
		["one without any other input", "things.watch", "?Last-Event-Id=0:8", {}],
		["values without ids", "things.plain", "", {}],
		["a failure on the way", "things.breaks", "", {}],
		["a refusal", "things.forbidden", "", {}],
		["an input that does not fit", "things.watch", input({ after: 7 }), {}],
		["an input that is no JSON", "things.watch", "?input=%7B", {}],
	])("is what tRPC's own handler would say: %s", async (_, path, query, headers) => {
		const [own, stock] = [await ours(path, query, headers), await theirs(path, query, headers)];
		expect(own.status).toBe(stock.status);
		expect([...own.headers]).toEqual([...stock.headers].filter(([name]) => name !== "vary"));
		// What is wrong with JSON is said in the engine's words in one, and in ours in the other.
		const text = async (answer: Response) =>
			(await answer.text()).replace(/"message":"[^"]*JSON[^"]*"/, '"message":"Invalid input"');
		expect(await text(own)).toBe(await text(stock));
	});

	test("pings where nothing else is said, and lets go of its source when its reader leaves", async () => {
		const before = released;
		const reader = (await ours("things.slow")).body?.getReader();
		if (reader === undefined) throw new Error("no body");
		const heard: string[] = [];
		while (heard.length < 4) heard.push(Buffer.from((await reader.read()).value ?? []).toString());
		expect(heard).toEqual([
			'event: connected\ndata: {"reconnectAfterInactivityMs":400}\n\n\n',
			"data: 1\n\n\n",
			"event: ping\ndata: \n\n\n",
			"event: ping\ndata: \n\n\n",
		]);
		await reader.cancel();
		for (let turn = 0; released === before && turn < 200; turn++) await delay(10);
		expect(released).toBe(before + 1);
	});

	test("is made for subscriptions alone", () => {
		expect(isSubscription(router, "things.watch")).toBe(true);
		expect(isSubscription(router, "things.get")).toBe(false);
		expect(isSubscription(router, "things.none")).toBe(false);
		expect(isSubscription(router, "constructor")).toBe(false);
	});
});
