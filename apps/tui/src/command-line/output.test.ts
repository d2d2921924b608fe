import { expect, test } from "vitest";
import { makeCells } from "../terminal/cells.ts";
import { csvText, jsonText, plainRows, tableText } from "./output.ts";

const cells = makeCells({ ambiguousWide: false, ascii: false });

test("CSV quotes what it must and disarms formulas, but not numbers", () => {
	expect(
		csvText([
			["问题", "a,b", 'say "x"'],
			["=1+1", "-3", "@x"],
		]),
	).toBe('问题,"a,b","say ""x"""\r\n\'=1+1,-3,\'@x\r\n');
});

test("plain rows have no tab, line break or escape of their own", () => {
	expect(plainRows([["甲\t乙\n丙", "\u001b[31m丁"]])).toBe("甲 乙 丙\t丁\n");
});

test("a table lines up in cells and keeps to the terminal", () => {
	const text = tableText(
		[{ heading: "编号" }, { heading: "天", align: "right" }, { heading: "问题", flexible: true }],
		[
			["L-1", "-12", "城南污水处理厂进水浓度长期偏低，管网错接、漏接严重"],
			["L-22", "7", "noise"],
		],
		{ total: 30, headings: true },
		cells,
	);
	expect(text).toBe(
		[
			"编号   天  问题",
			"----  ---  -------------------",
			"L-1   -12  城南污水处理厂进水…",
			"L-22    7  noise",
			"",
		].join("\n"),
	);
	for (const line of text.split("\n")) expect(cells.width(line)).toBeLessThanOrEqual(30);
});

test("JSON into a pipe is one line", () => {
	expect(jsonText({ a: [1] }, null)).toBe('{"a":[1]}\n');
});
