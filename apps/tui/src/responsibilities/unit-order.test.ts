import { expect, test } from "vitest";
import { parentsFirst } from "./unit-order.ts";

const place = (value: string, parent: number | null = null) => ({ value, parent });

test("parents come first, the rest keeps its order, and parents are places in the new list", () => {
	expect(parentsFirst([place("站", 1), place("分局", 2), place("局"), place("公司")])).toEqual({
		ok: true,
		list: [place("局"), place("公司"), place("分局", 0), place("站", 2)],
	});
});

test("units that stand above each other are named, with what hangs on them", () => {
	expect(parentsFirst([place("甲", 1), place("乙", 0), place("丙", 1), place("丁")])).toEqual({
		ok: false,
		circle: ["甲", "乙", "丙"],
	});
	expect(parentsFirst([place("自己", 0)])).toEqual({ ok: false, circle: ["自己"] });
	expect(parentsFirst([])).toEqual({ ok: true, list: [] });
});
