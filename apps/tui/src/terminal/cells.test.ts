import { describe, expect, test } from "vitest";
import { makeCells } from "./cells.ts";

const narrow = makeCells({ ambiguousWide: false, ascii: false });
const wide = makeCells({ ambiguousWide: true, ascii: true });

test.each([
	{ text: "漏水", cells: 4 },
	{ text: "a漏b", cells: 4 },
	{ text: "，。", cells: 4 },
	{ text: "e\u0301", cells: 1 },
	{ text: "👨‍👩‍👧", cells: 2 },
	{ text: "ｱ", cells: 1 },
	{ text: "\u001b[31m红\u001b[0m", cells: 2 },
])("$text takes $cells cells", ({ text, cells }) => {
	expect(narrow.width(text)).toBe(cells);
});

test("characters of ambiguous width take one cell or two, as the terminal draws them", () => {
	expect(narrow.width("①…“”")).toBe(4);
	expect(wide.width("①…“”")).toBe(8);
});

describe("clip", () => {
	test.each([
		{ text: "城南污水处理厂", width: 7, clipped: "城南污…" },
		{ text: "城南污水处理厂", width: 6, clipped: "城南…" },
		{ text: "城南", width: 4, clipped: "城南" },
		{ text: "城南", width: 3, clipped: "城…" },
		{ text: "城南", width: 1, clipped: "" },
		{ text: "城南", width: 0, clipped: "" },
		{ text: "works", width: 4, clipped: "wor…" },
	])("$text to $width cells is $clipped", ({ text, width, clipped }) => {
		expect(narrow.clip(text, width)).toBe(clipped);
	});

	test("never takes more than it may, whatever the width", () => {
		const text = "赤岭尾矿渣场①②…“漏” waste 12.6 公里👨‍👩‍👧";
		for (let width = 0; width < 60; width += 1) {
			expect(narrow.width(narrow.clip(text, width))).toBeLessThanOrEqual(width);
			expect(wide.width(wide.clip(text, width))).toBeLessThanOrEqual(width);
		}
	});
});

test("fit gives exactly the width, on either side", () => {
	for (const width of [3, 4, 5, 8]) {
		expect(narrow.width(narrow.fit("漏水ab", width))).toBe(width);
		expect(narrow.width(narrow.fit("漏水ab", width, "right"))).toBe(width);
	}
	expect(narrow.fit("7", 3, "right")).toBe("  7");
});

describe("wrap", () => {
	test("breaks Chinese anywhere, words not at all, and keeps punctuation off the start of a line", () => {
		expect(narrow.wrap("城南污水处理厂，雨天溢流", 14)).toEqual(["城南污水处理", "厂，雨天溢流"]);
		expect(narrow.wrap("12.6 km of sewers", 8)).toEqual(["12.6 km", "of", "sewers"]);
	});

	test("keeps line breaks and loses no character", () => {
		const text = "第一行\n第二行（一）完成12.6公里管网";
		const joined = narrow.wrap(text, 9).join("").replace(/\s/g, "");
		expect(joined).toBe(text.replace(/\s/g, ""));
		expect(narrow.wrap("甲\n\n乙", 9)).toEqual(["甲", "", "乙"]);
	});

	test("no line is wider than it may be", () => {
		for (let width = 2; width < 30; width += 1)
			for (const line of narrow.wrap("赤岭尾矿渣场“防渗层”破损，supercalifragilistic渗滤液", width))
				expect(narrow.width(line)).toBeLessThanOrEqual(width);
	});
});

test("a window on a long line leaves out what is only half inside", () => {
	expect(narrow.window("甲乙丙丁", 2, 4)).toBe("乙丙");
	expect(narrow.window("甲乙丙丁", 2, 5)).toBe("乙丙");
	expect(narrow.window("甲乙丙丁", 1, 4)).toBe("乙丙");
});
