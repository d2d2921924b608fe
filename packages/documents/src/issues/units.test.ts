import { expect, test } from "vitest";
import { isCollective, splitUnits } from "./units.ts";

const cases: { name: string; text: string; units: string[] }[] = [
	{
		name: "separators of all kinds",
		text: "省发展改革委、省水利厅，省财政厅,省公安厅；省司法厅",
		units: ["省发展改革委", "省水利厅", "省财政厅", "省公安厅", "省司法厅"],
	},
	{
		name: "a committee and its government",
		text: "清河县委、县政府、市水务局",
		units: ["清河县委、县政府", "市水务局"],
	},
	{ name: "party and government", text: "各市州党委、政府", units: ["各市州党委、政府"] },
	{ name: "a prefecture's joint body", text: "各地(市)委、行署(政府)", units: ["各地(市)委、行署(政府)"] },
	{
		name: "a park's joint body",
		text: "园区党工委、管委会，市工信局",
		units: ["园区党工委、管委会", "市工信局"],
	},
	{ name: "a joint office", text: "市委、市政府督查室", units: ["市委、市政府督查室"] },
	{ name: "the same place named twice", text: "金河市委、金河市政府", units: ["金河市委、金河市政府"] },
	{ name: "two different places", text: "甲县委、乙县政府", units: ["甲县委", "乙县政府"] },
	{ name: "a bureau that ends like a committee", text: "市住建委、市政府", units: ["市住建委", "市政府"] },
	{
		name: "brackets hold together",
		text: "各县（市、区）人民政府、市林业局",
		units: ["各县（市、区）人民政府", "市林业局"],
	},
	{
		name: "an elided prefix stays as printed",
		text: "自治区农牧业厅、国土厅",
		units: ["自治区农牧业厅", "国土厅"],
	},
	{
		name: "spaces behind complete names",
		text: "县住建局 县城管局 县公安局",
		units: ["县住建局", "县城管局", "县公安局"],
	},
	{
		name: "a name broken by a line end",
		text: "省自\n然资源厅、省水利厅",
		units: ["省自然资源厅", "省水利厅"],
	},
	{ name: "one unit a line", text: "市委办公室\n市政府办公室", units: ["市委办公室", "市政府办公室"] },
	{ name: "nothing", text: "—", units: [] },
];

test.each(cases)("$name: $text", ({ text, units }) => {
	expect(splitUnits(text)).toEqual(units);
});

test("collective names are told apart from offices", () => {
	expect(["各县市、各部门", "自治区有关部门", "市水务局"].map(isCollective)).toEqual([true, true, false]);
});
