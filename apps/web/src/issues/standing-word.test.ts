import { expect, test } from "vitest";
import { daysText, standingWord } from "./standing-word.ts";

test("days are counted as long as an issue is open, and no longer", () => {
	expect(standingWord({ standing: "overdue", daysLeft: -14 })).toEqual({ word: "逾期14天" });
	expect(standingWord({ standing: "over", daysLeft: -233 })).toEqual({});
	expect(standingWord({ standing: "none", daysLeft: null })).toEqual({});
	expect(daysText({ standing: "over", daysLeft: -233 })).toBe("");
});
