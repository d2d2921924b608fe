import { expect, test } from "vitest";
import { toTsv } from "./tsv.ts";

test("rows and columns are separated as spreadsheets read them", () => {
	expect(
		toTsv(
			["编号", "问题"],
			[
				["1", "河道"],
				["2", "扬尘"],
			],
		),
	).toBe("编号\t问题\n1\t河道\n2\t扬尘");
});

test("a tab, a line break or a quote in a cell does not damage the next one", () => {
	expect(toTsv(["a"], [['he said "no"'], ["two\nlines"], ["tab\there"]])).toBe(
		'a\n"he said ""no"""\n"two\nlines"\n"tab\there"',
	);
});
