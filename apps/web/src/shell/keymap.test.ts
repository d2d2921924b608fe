import { describe, expect, test } from "vitest";
import { zhCN } from "../i18n/zh-CN.ts";
import { chordOf, isTyping, keymap, matchKey } from "./keymap.ts";

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	...more,
});

describe("chords", () => {
	test.each([
		["a letter", press("j"), "j"],
		["a capital is the same key", press("J"), "j"],
		["Ctrl", press("k", { ctrlKey: true }), "Mod+k"],
		["⌘", press("k", { metaKey: true }), "Mod+k"],
		["a named key", press("ArrowDown"), "ArrowDown"],
		["Alt belongs to the browser", press("k", { altKey: true }), null],
	])("%s", (_name, event, expected) => {
		expect(chordOf(event)).toBe(expected);
	});
});

describe("matching", () => {
	test("one key", () => {
		expect(matchKey("j", null, "ledger")).toEqual({ command: "down", pending: null });
	});

	test("two keys, one after the other", () => {
		const first = matchKey("g", null, "everywhere");
		expect(first).toEqual({ command: null, pending: "g" });
		expect(matchKey("u", first.pending, "everywhere")).toEqual({ command: "goUnits", pending: null });
	});

	test("a second key that means nothing ends the chord", () => {
		expect(matchKey("z", "g", "everywhere")).toEqual({ command: null, pending: null });
	});

	test("the ledger's keys mean nothing elsewhere", () => {
		expect(matchKey("j", null, "everywhere")).toEqual({ command: null, pending: null });
	});
});

test("no chord means two things in one place", () => {
	for (const where of ["everywhere", "ledger"] as const) {
		const chords = keymap
			.filter((binding) => binding.where === "everywhere" || binding.where === where)
			.flatMap((binding) => binding.chords);
		expect(new Set(chords).size).toBe(chords.length);
	}
});

test("every binding has its words", () => {
	for (const binding of keymap) expect(zhCN[binding.label]).toBeTruthy();
});

test("keys belong to the box that is being typed in", () => {
	expect(isTyping(document.createElement("input"))).toBe(true);
	expect(isTyping(document.createElement("textarea"))).toBe(true);
	expect(isTyping(document.createElement("button"))).toBe(false);
	expect(isTyping(null)).toBe(false);
});
