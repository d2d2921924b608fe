import { RegionCode } from "@zhenggai/domain/kernel";
import { expect, test } from "vitest";
import { isRegion, regionNamed } from "./places.ts";

const REGIONS = [
	["680000", "岚江省"],
	["680100", "青屏市"],
	["680121", "松泉县"],
	["680122", "白鹭县"],
].map(([code, name = ""]) => ({ code: RegionCode.parse(code), name }));

test.each([
	{ text: "680121", code: "680121" },
	{ text: " 青屏市 ", code: "680100" },
	{ text: "松泉", code: "680121" },
])("$text is $code", ({ text, code }) => {
	expect(regionNamed(REGIONS, text)).toMatchObject({ code });
});

test.each([
	{ text: "690000", words: "zhenggai regions add" },
	{ text: "没有市", words: "zhenggai regions add" },
	{ text: "", words: "zhenggai regions add" },
	{ text: "县", words: "680121 松泉县、680122 白鹭县" },
])("“$text” is no place, and the answer says what to do", ({ text, words }) => {
	const found = regionNamed(REGIONS, text);
	expect(isRegion(found) ? found.code : found.zh).toContain(words);
});
