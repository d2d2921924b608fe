import { describe, expect, test } from "vitest";
import { en } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

const holes = (text: string): string[] =>
	[...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ""))].sort();

describe("the two languages", () => {
	test("have the same keys", () => {
		expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort());
	});

	test("leave no sentence empty", () => {
		const empty = [...Object.entries(zhCN), ...Object.entries(en)].filter(([, text]) => text.trim() === "");
		expect(empty).toEqual([]);
	});

	test("fill the same values", () => {
		for (const [key, text] of Object.entries<string>(zhCN)) {
			const english: string = Object.entries(en).find(([name]) => name === key)?.[1] ?? "";
			expect({ key, holes: holes(english) }).toEqual({ key, holes: holes(text) });
		}
	});

	test("keep Chinese out of the English sentences, but for what shows Chinese on purpose", () => {
		const chinese = Object.entries(en)
			.filter(([, text]) => /[一-鿿]/.test(text))
			.map(([key]) => key);
		expect(chinese).toEqual(["palette.language", "import.pastePlaceholder"]);
	});
});
