import fc from "fast-check";
import { expect, test } from "vitest";
import { isMoreSimilar, similarity, wordingLikeness } from "./similarity.ts";

const cases: [string, string, string, number][] = [
	["the same", "加强巡查", "加强巡查", 1],
	["only punctuation, spaces and width differ", "加强巡查，完成３项。", "加强巡查 完成3项", 1],
	["nothing in common", "加强巡查", "建设管网", 0],
	["three of five pairs", "加强日常巡查", "加强日常监管", 0.6],
	["two empty texts", "", "，。", 1],
	["too short to have a pair", "水", "气", 0],
	["a text against nothing", "加强巡查", "", 0],
];
test.each(cases)("%s", (_name, a, b, value) => {
	expect(similarity(a, b)).toBeCloseTo(value, 10);
});

const text = fc.string({ unit: fc.constantFrom(..."渣库防渗治理巡查，。 12"), maxLength: 40 });

test("it is between 0 and 1, the same both ways, and 1 for itself", () => {
	fc.assert(
		fc.property(text, text, (a, b) => {
			const value = similarity(a, b);
			expect(value).toBeGreaterThanOrEqual(0);
			expect(value).toBeLessThanOrEqual(1);
			expect(similarity(b, a)).toBe(value);
			expect(similarity(a, a)).toBe(1);
		}),
		{ numRuns: 500 },
	);
});

test("the quick comparison gives the same answer as the exact one", () => {
	fc.assert(
		fc.property(text, text, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, threshold) => {
			expect(isMoreSimilar(a, b, threshold)).toBe(similarity(a, b) > threshold);
		}),
		{ numRuns: 2000 },
	);
});

const LONG =
	"石桥县渣库长期渗漏，下游断面镉、锌多次超标，县政府虽制定治理方案但推进缓慢，三年间仅完成前期勘察，周边群众反映强烈。";
test.each([
	["a quotation of the main sentence", "石桥县渣库长期渗漏，下游断面镉、锌多次超标", LONG, 0.9],
	["the whole", LONG, LONG, 1],
])("two wordings of one thing: %s", (_name, a, b, value) => {
	expect(wordingLikeness(a, b)).toBeCloseTo(value, 10);
	expect(wordingLikeness(b, a)).toBeCloseTo(value, 10);
});

test("what only shares some words, or is too short to tell, is no quotation", () => {
	const other = "石桥县渣库周边绿化不足，多次被群众投诉扬尘";
	expect(wordingLikeness(other, LONG)).toBe(similarity(other, LONG));
	expect(wordingLikeness("长期渗漏", LONG)).toBe(similarity("长期渗漏", LONG));
});
