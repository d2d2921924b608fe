import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KEYMAP, type KeyContext, matchKey, remapped } from "./keymap.ts";
import { keysPage } from "./keys-page.ts";
import { chordLabel } from "./terminal/chord.ts";

const CONTEXTS: readonly KeyContext[] = ["list", "detail", "help", "menu", "notice"];
const FORMS: readonly KeyContext[] = ["form", "choice"];

test.each([...CONTEXTS, ...FORMS])(
	"in %s no key means two things, and none is the beginning of another",
	(context) => {
		const chords = KEYMAP.filter((entry) => entry.contexts.includes(context)).flatMap(
			(entry) => entry.chords,
		);
		expect(new Set(chords).size).toBe(chords.length);
		for (const chord of chords)
			expect(chords.some((other) => other !== chord && other.startsWith(`${chord} `))).toBe(false);
	},
);

test.each(CONTEXTS)("%s can always be left", (context) => {
	const commands = KEYMAP.filter((entry) => entry.contexts.includes(context)).map((entry) => entry.command);
	expect(commands).toContain("pane.back");
	expect(commands).toContain("program.quit");
});

test("docs/keys.md is what the keymap says; scripts/write-keys.ts writes it", () => {
	const written = readFileSync(new URL("../../../docs/keys.md", import.meta.url), "utf8");
	expect(written).toBe(keysPage());
});

test("a sequence waits for its second key, and gives way to another key", () => {
	expect(matchKey(KEYMAP, "list", "", "g")).toEqual({ kind: "pending", chord: "g" });
	expect(matchKey(KEYMAP, "list", "g", "g")).toEqual({ kind: "command", command: "move.first" });
	expect(matchKey(KEYMAP, "list", "g", "j")).toEqual({ kind: "command", command: "move.down" });
	expect(matchKey(KEYMAP, "list", "", "€")).toEqual({ kind: "none" });
});

test("the user's own keys stand in place of the built-in ones", () => {
	const own = remapped({ "row.copy": ["Y"], "no.such.command": ["x"] });
	expect(matchKey(own, "list", "", "Y")).toEqual({ kind: "command", command: "row.copy" });
	expect(matchKey(own, "list", "", "y")).toEqual({ kind: "none" });
});

test("chords are shown as people write them", () => {
	expect(["ctrl+d", "enter", "shift+tab", "g g", "?"].map(chordLabel)).toEqual([
		"^d",
		"Enter",
		"Shift+Tab",
		"gg",
		"?",
	]);
});
