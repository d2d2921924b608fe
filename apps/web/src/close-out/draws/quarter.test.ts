import { expect, test } from "vitest";
import { quarterOf } from "./quarter.ts";

test.each([
	["2026-01-01", "2026-01-01", "2026-03-31"],
	["2026-06-30", "2026-04-01", "2026-06-30"],
	["2024-02-29", "2024-01-01", "2024-03-31"],
	["2026-12-31", "2026-10-01", "2026-12-31"],
])("the quarter of %s is %s to %s", (day, from, to) => {
	expect(quarterOf(day)).toEqual({ from, to });
});
