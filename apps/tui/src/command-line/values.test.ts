import { vocab } from "@zhenggai/domain/vocabulary";
import { expect, test } from "vitest";
import { noSuchValue, valueNamed } from "./values.ts";

test.each([
	["provOffice", "provOffice"],
	["PROVOFFICE", "provOffice"],
	["省整改办", "provOffice"],
	[" provincial rectification office ", "provOffice"],
	["整改办", null],
	["", null],
])("%s is the role %s", (text, role) => {
	expect(valueNamed(vocab.role, text)).toBe(role);
});

test("what is no value is answered with all there are, in both languages", () => {
	const { zh, en } = noSuchValue(vocab.tier, "村级");
	expect(zh).toBe("没有“村级”。可用：central（中央）、province（省级）、city（市级）、county（县级）");
	expect(en).toContain("county (County)");
});
