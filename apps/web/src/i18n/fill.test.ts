import { expect, test } from "vitest";
import { fill } from "./fill.ts";

test.each([
	["plain text stays", "全部", {}, "全部"],
	["a value is filled in", "共{n}条", { n: 12 }, "共12条"],
	["the same value twice", "{a}、{a}", { a: "甲" }, "甲、甲"],
	["one", "{n} {n|row|rows}", { n: 1 }, "1 row"],
	["many", "{n} {n|row|rows}", { n: 3 }, "3 rows"],
	["none counts as many", "{n} {n|row|rows}", { n: 0 }, "0 rows"],
	["a missing value is seen, not hidden", "共{n}条", {}, "共{n}条"],
])("%s", (_name, text, values, expected) => {
	expect(fill(text, values)).toBe(expected);
});
