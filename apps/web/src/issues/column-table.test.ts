import { describe, expect, test } from "vitest";
import { defaultLayout, readLayout } from "./column-table.ts";

describe("a remembered layout", () => {
	test("comes back as it was", () => {
		expect(readLayout(JSON.parse(JSON.stringify(defaultLayout)))).toEqual(defaultLayout);
	});

	test("loses columns that are no more and gains new ones at its end", () => {
		const layout = readLayout({
			order: ["gone", "statement", "number"],
			visibility: { gone: true },
			widths: {},
			frozen: ["gone"],
		});
		expect(layout?.order.slice(0, 2)).toEqual(["statement", "number"]);
		expect(layout?.order).toHaveLength(defaultLayout.order.length);
		expect(layout?.frozen).toEqual([]);
		expect(Object.keys(layout?.visibility ?? {})).not.toContain("gone");
	});

	test.each([["text"], [null], [[1, 2]], [7]])("that is damaged (%j) is dropped", (value) => {
		expect(readLayout(value)).toBeNull();
	});

	test("never takes a width that is no width", () => {
		expect(readLayout({ widths: { number: "wide", statement: -4, goal: 300 } })?.widths).toEqual({
			goal: 300,
		});
	});
});
