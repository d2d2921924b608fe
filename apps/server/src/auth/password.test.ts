import { describe, expect, test } from "vitest";
import { weakness } from "./password.ts";

describe("weakness", () => {
	test.each([
		["Qing-ping2026", true],
		["正确的马电池订书钉Ab1-", true],
		["Short-1a", false],
		["alllowercaseonly", false],
		["lowercase-and-dashes", false],
		["12345678901234567890", false],
		["Aa1-Aa1-Aa1-", false],
		["Zhang.San-2026", false],
		[`Aa1-${"x".repeat(130)}`, false],
	])("%s → %s", (password, good) => {
		const found = weakness(password, "zhang.san");
		expect(found === null).toBe(good);
		if (found !== null) expect([found.zh, found.en].every((text) => text.length > 5)).toBe(true);
	});
});
