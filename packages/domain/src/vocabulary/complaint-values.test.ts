import { expect, test } from "vitest";
import { complaintValueText } from "./index.ts";

test.each([
	["status", "stageClosed", "阶段性办结", "Stage-closed"],
	["verdict", "partlyTrue", "部分属实", "Partly true"],
	["channel", "phone", "来电", "Call"],
	["isKey", "true", "重点关注", "Key item"],
	["pollutionTypes", "water、dust", "水、扬尘", "Water, Dust"],
	["places", "621202、621200", "武都区、621200", "武都区, 621200"],
	["summary", "open", "open", "open"],
	["status", "未见过的值", "未见过的值", "未见过的值"],
] as const)("%s %s is shown in the words of the trade", (field, text, zh, en) => {
	const nameOf = (code: string) => (code === "621202" ? "武都区" : code);
	expect(complaintValueText(field, text, "zh-CN", nameOf)).toBe(zh);
	expect(complaintValueText(field, text, "en", nameOf)).toBe(en);
});
