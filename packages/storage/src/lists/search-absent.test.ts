import { expect, test } from "vitest";
import { parseSearch, tsqueryOf } from "./search-text.ts";

test.each([
	{ name: "beside words", text: "污水 !噪声", query: "'污水' & !('噪声')" },
	{ name: "in full width", text: "！噪声", query: "!('噪声')" },
	{ name: "of several words: not all of them", text: "!污水厂", query: "!('污水' & '水厂')" },
	{ name: "with letters", text: "!Cod", query: "!('cod':*)" },
])("a word that must not occur: $name", ({ text, query }) => {
	const search = parseSearch(text);
	expect(search && tsqueryOf(search.matches, search.absent)).toBe(query);
});

test("a mark of inversion alone asks for nothing", () => {
	expect(parseSearch("!")).toBeNull();
	expect(parseSearch("! ！")).toBeNull();
});
