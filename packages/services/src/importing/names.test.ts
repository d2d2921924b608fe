import { expect, test } from "vitest";
import { personOf, unitKindOf } from "./names.ts";

test.each([
	{ text: "沈知远", name: "沈知远", title: null },
	{ text: "沈知远（副市长）", name: "沈知远", title: "副市长" },
	{ text: "沈知远(市委常委、副市长)", name: "沈知远", title: "市委常委、副市长" },
	{ text: " 分管副市长 ", name: "分管副市长", title: null },
])("person: $text", ({ text, name, title }) => {
	expect(personOf(text)).toEqual({ name, title });
});

test.each([
	["青屏市生态环境局", "department"],
	["松泉县人民政府", "government"],
	["中共青屏市委", "partyCommittee"],
	["市整改办", "rectificationOffice"],
	["清源水务有限公司", "enterprise"],
	["青屏经济技术开发区管委会", "park"],
	["河道治理中心", "institution"],
	["若干人", "other"],
])("kind of %s is %s", (name, kind) => {
	expect(unitKindOf(name)).toBe(kind);
});
