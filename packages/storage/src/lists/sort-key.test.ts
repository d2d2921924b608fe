import { expect, test } from "vitest";
import { numberKey } from "./sort-key.ts";

test("numbers sort as people count", () => {
	const printed: [string, number | null][] = [
		["无号", null],
		["38-10", 38],
		["第12项", 12],
		["38-2", 38],
		["二", 2],
		["100", 100],
		["9", 9],
	];
	const sorted = printed.toSorted(([a, x], [b, y]) => (numberKey(a, x) < numberKey(b, y) ? -1 : 1));
	expect(sorted.map(([number]) => number)).toEqual(["二", "9", "第12项", "38-2", "38-10", "100", "无号"]);
});

test("a control character does not get into the key", () => {
	expect(numberKey("1\u00002", 1)).not.toContain("\u0000");
});
