import { describe, expect, test } from "vitest";
import { defaultLayout, readLayout } from "./column-table.ts";

const standard = defaultLayout(
	["number", "statement", "goal"].map((id) => ({ id, width: 100, shown: id !== "goal" })),
	["number"],
);

describe("a remembered layout", () => {
	test("comes back as it was", () => {
		expect(readLayout(JSON.parse(JSON.stringify(standard)), standard)).toEqual(standard);
	});

	test("loses columns that are no more and gains new ones at its end", () => {
		const remembered = {
			order: ["gone", "statement", "number"],
			visibility: { gone: true },
			widths: {},
			frozen: ["gone"],
		};
		const layout = readLayout(remembered, standard);
		expect(layout?.order).toEqual(["statement", "number", "goal"]);
		expect(layout?.frozen).toEqual([]);
		expect(Object.keys(layout?.visibility ?? {})).not.toContain("gone");
	});

	test.each([["text"], [null], [[1, 2]], [7]])("that is damaged (%j) is dropped", (value) => {
		expect(readLayout(value, standard)).toBeNull();
	});

	test("never takes a width that is no width", () => {
		expect(readLayout({ widths: { number: "wide", statement: -4, goal: 300 } }, standard)?.widths).toEqual({
			goal: 300,
		});
	});
});
