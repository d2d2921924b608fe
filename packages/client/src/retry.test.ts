import { type Operation, TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@zhenggai/api";
import { describe, expect, test } from "vitest";
import { mayRetry, retryDelay } from "./retry.ts";

const operation = (more: Partial<Operation> = {}): Operation => ({
	...{ id: 1, type: "subscription", path: "issues.watch", input: undefined, context: {}, signal: null },
	...more,
});

/** What an event source reports of an answer that is not a stream. */
const answered = (status: number) =>
	TRPCClientError.from<AppRouter>(Object.assign(new Error("not a stream"), { code: status }));
const broken = TRPCClientError.from<AppRouter>(new Error("connection refused"));

describe("mayRetry", () => {
	test.each([502, 503, 504, 429, 500])("a subscription is opened again after %i", (status) => {
		expect(mayRetry({ op: operation(), error: answered(status) })).toBe(true);
	});

	test("and after a broken line", () => {
		expect(mayRetry({ op: operation(), error: broken })).toBe(true);
	});

	test.each([400, 401, 403, 404])("not after %i, which asking again does not change", (status) => {
		expect(mayRetry({ op: operation(), error: answered(status) })).toBe(false);
	});

	test.each(["query", "mutation"] as const)("a %s is the caller's to repeat", (type) => {
		expect(mayRetry({ op: operation({ type }), error: broken })).toBe(false);
	});

	test("not when the caller has ended it", () => {
		expect(mayRetry({ op: operation({ signal: AbortSignal.abort() }), error: broken })).toBe(false);
	});
});

describe("retryDelay", () => {
	test("doubles, ends at half a minute, and is spread over its upper half", () => {
		const longest = [1, 2, 3, 4, 5, 6, 50].map((attempt) => retryDelay(attempt, () => 1));
		expect(longest).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
		expect(retryDelay(3, () => 0)).toBe(2000);
	});
});
