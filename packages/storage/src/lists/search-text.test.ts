import { describe, expect, it, test } from "vitest";
import {
	foldParts,
	foldText,
	indexWords,
	parseSearch,
	SEARCHABLE_CHARACTERS,
	tsqueryOf,
} from "./search-text.ts";

const wordsOf = (text: string) => indexWords(foldText(text));

test.each([
	{ name: "pairs and the last character", text: "污水直排", words: ["污水", "水直", "直排", "排"] },
	{ name: "one character alone", text: "湖", words: ["湖"] },
	{ name: "full width, upper case", text: "ＣＯＤ超标", words: ["cod", "超标", "标"] },
	{ name: "white space of the layout is gone", text: "污 水\n直\t排", words: ["污水", "水直", "直排", "排"] },
	{ name: "marks part runs", text: "污水、直排", words: ["污水", "水", "直排", "排"] },
	{ name: "digits and letters", text: "PM2.5 第38-2项", words: ["pm2", "5", "第", "38", "2", "项"] },
	{ name: "a character outside of the basic plane is one", text: "𠮷野", words: ["𠮷野", "野"] },
	{ name: "repetition marks belong to the run", text: "时时々", words: ["时时", "时々", "々"] },
	{ name: "control characters are white space", text: "污\u0000水", words: ["污水", "水"] },
	{ name: "nothing", text: "，。 —", words: [] },
])("words: $name", ({ text, words }) => {
	expect(wordsOf(text)).toEqual(words);
});

test.each([
	{ name: "two characters", text: "污水", query: "'污水'", exact: [] },
	{ name: "one character is a beginning", text: "湖", query: "'湖':*", exact: [] },
	{
		name: "three characters must stand together",
		text: "污水厂",
		query: "'污水' & '水厂'",
		exact: ["污水厂"],
	},
	{ name: "letters are a beginning", text: "Cod", query: "'cod':*", exact: [] },
	{ name: "two terms", text: "污水 cod", query: "'污水' & 'cod':*", exact: [] },
	{
		name: "marks inside count, marks outside do not",
		text: "“38-2”。",
		query: "'38' & '2':*",
		exact: ["38-2"],
	},
	{
		name: "letters that end before Chinese are whole",
		text: "12项",
		query: "'12' & '项':*",
		exact: ["12项"],
	},
	{ name: "a quote cannot end the word", text: "o'neill\\", query: "'o' & 'neill':*", exact: ["o'neill"] },
	{ name: "full-width space", text: "污水　直排", query: "'污水' & '直排'", exact: [] },
])("search: $name", ({ text, query, exact }) => {
	const search = parseSearch(text);
	expect(search && tsqueryOf(search.matches)).toBe(query);
	expect(search?.exact).toEqual(exact);
});

describe("limits", () => {
	it("finds nothing to look for in marks alone", () => {
		expect(parseSearch("，。—")).toBeNull();
	});

	it("keeps parts apart and ends at the limit", () => {
		expect(foldParts(["污水", "", "直排"])).toBe("污水\n直排");
		expect(indexWords(foldParts(["污水", "直排"]))).not.toContain("水直");
		expect(foldParts(["湖".repeat(SEARCHABLE_CHARACTERS + 10)])).toHaveLength(SEARCHABLE_CHARACTERS);
	});
});
