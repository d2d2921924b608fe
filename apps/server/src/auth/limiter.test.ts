import { describe, expect, test } from "vitest";
import { FailureLimiter } from "./limiter.ts";
import { ShortCache } from "./short-cache.ts";

const MINUTE = 60_000;

describe("FailureLimiter", () => {
	const start = () => {
		const clock = { now: 1_000_000 };
		return { clock, limiter: new FailureLimiter({ failures: 3, windowMs: 10 * MINUTE }, () => clock.now) };
	};

	test("lets fewer failures than the limit pass", () => {
		const { limiter } = start();
		limiter.fail("a");
		limiter.fail("a");
		expect(limiter.waitSeconds("a")).toBe(0);
	});

	test("waits the whole time from the failure that reached the limit", () => {
		const { limiter, clock } = start();
		limiter.fail("a");
		clock.now += 9 * MINUTE;
		limiter.fail("a");
		limiter.fail("a");
		expect(limiter.waitSeconds("a")).toBe(600);
		clock.now += 10 * MINUTE - 1;
		expect(limiter.waitSeconds("a")).toBe(1);
		clock.now += 1;
		expect(limiter.waitSeconds("a")).toBe(0);
	});

	test("does not add up failures that lie far apart", () => {
		const { limiter, clock } = start();
		for (let day = 0; day < 10; day += 1) {
			limiter.fail("a");
			clock.now += 11 * MINUTE;
		}
		expect(limiter.waitSeconds("a")).toBe(0);
	});

	test("counts each key for itself and forgets at a success", () => {
		const { limiter } = start();
		for (let i = 0; i < 3; i += 1) limiter.fail("a");
		expect([limiter.waitSeconds("a") > 0, limiter.waitSeconds("b")]).toEqual([true, 0]);
		limiter.succeed("a");
		expect(limiter.waitSeconds("a")).toBe(0);
	});
});

describe("ShortCache", () => {
	test("forgets after its time, also what is set again and again", () => {
		const clock = { now: 0 };
		const cache = new ShortCache<string>(5, 10, () => clock.now);
		cache.set("k", "first");
		clock.now = 4;
		cache.set("k", "second");
		expect(cache.get("k")).toBe("first");
		clock.now = 5;
		expect(cache.get("k")).toBeNull();
	});

	test("keeps no more than it may", () => {
		const cache = new ShortCache<number>(1000, 2, () => 0);
		for (const n of [1, 2, 3]) cache.set(String(n), n);
		expect([cache.get("1"), cache.get("2"), cache.get("3")]).toEqual([null, 2, 3]);
	});
});
