import { expect, test } from "vitest";
import { loadPinyinMatch, plainMatch, rank } from "./match.ts";

const items = [{ label: "整改台账" }, { label: "导入方案" }, { label: "API keys" }];
const found = (query: string, match: typeof plainMatch) =>
	rank(items, query, match).map(({ item }) => item.label);

test("nothing typed shows everything", () => {
	expect(found("  ", plainMatch)).toEqual(items.map((item) => item.label));
});

test("plain words match in any case", () => {
	expect(found("KEYS", plainMatch)).toEqual(["API keys"]);
	expect(found("台账", plainMatch)).toEqual(["整改台账"]);
	expect(found("没有", plainMatch)).toEqual([]);
});

test("pinyin and its initials match Chinese", async () => {
	const match = await loadPinyinMatch();
	expect(found("tz", match)).toEqual(["整改台账"]);
	expect(found("daoru", match)).toEqual(["导入方案"]);
	expect(match("整改台账", "tz")).toEqual([2, 3]);
});

test("a match nearer to the beginning comes first", () => {
	const list = [{ label: "单位台账" }, { label: "台账" }];
	expect(rank(list, "台账", plainMatch).map(({ item }) => item.label)).toEqual(["台账", "单位台账"]);
});
