import { expect, test } from "vitest";
import { findReceipts } from "./receipts.ts";

test.each([
	["举报件D3LJ202607010001反映", "D3LJ202607010001"],
	["举报件D3LJ2026070100001反映", "D3LJ2026070100001"],
	["举报件X370000202607010001反映", "X370000202607010001"],
	["举报件D3QD20260701001反映", "D3QD20260701001"],
	["举报件 D3 LJ 2026 0701 0001 反映", "D3LJ202607010001"],
])("the whole receipt number of %s", (text, number) => {
	expect(findReceipts(text).map((found) => found.number)).toEqual([number]);
});
