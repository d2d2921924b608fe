import { expect, test } from "vitest";
import { newUserCode, readUserCode, shownCode, userCodeHash } from "./user-code.ts";

test("a code is read as it is shown, however it is typed", () => {
	for (let made = 0; made < 200; made += 1) {
		const code = newUserCode();
		const shown = shownCode(code);
		expect(shown).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
		for (const typed of [shown, shown.toLowerCase(), ` ${shown.replace("-", "—")} `, code])
			expect(readUserCode(typed)).toBe(code);
	}
});

test.each(["", "BCDF-GHJ", "BCDF-GHJKL", "BCDF-GHJA", "BCDF-GHJ1", "BCDF/GHJK"])("%j is no code", (typed) => {
	expect(readUserCode(typed)).toBeNull();
});

test("its hash depends on the server's secret", () => {
	expect(userCodeHash("BCDFGHJK", "one")).not.toBe(userCodeHash("BCDFGHJK", "other"));
});
