import { describe, expect, test } from "vitest";
import { BatchSize } from "./batch-size.ts";

const sizeAfter = (...took: readonly (readonly [number, number])[]): number => {
	const size = new BatchSize(200);
	for (const [issues, ms] of took) size.took(issues, ms);
	return size.next;
};

describe("the size of a transaction of the sweep", () => {
	test("grows where issues are quick and shrinks where they are slow", () => {
		expect(sizeAfter()).toBe(200);
		expect(sizeAfter([200, 60])).toBe(400);
		expect(sizeAfter([200, 240])).toBe(125);
	});

	test("doubles at most, and stays within its bounds", () => {
		expect(sizeAfter([200, 1])).toBe(400);
		expect(sizeAfter([200, 1], [400, 1], [800, 1], [1000, 1])).toBe(1000);
		expect(sizeAfter([200, 60_000], [100, 60_000])).toBe(100);
	});

	test("is not changed by a transaction that found nothing, or less than it could have taken", () => {
		expect(sizeAfter([0, 5])).toBe(200);
		expect(sizeAfter([10, 90])).toBe(200);
	});
});
