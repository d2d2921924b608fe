import { expect, test } from "vitest";
import {
	EMPTY_INPUT,
	type InputAction,
	inputBeforeCursor,
	inputOf,
	inputText,
	reduceInput,
} from "./input-state.ts";

const run = (text: string, ...actions: InputAction[]) => actions.reduce(reduceInput, inputOf(text));

test("what an input method composes arrives as one insertion", () => {
	const state = reduceInput(EMPTY_INPUT, { type: "insert", text: "污水处理" });
	expect(inputText(state)).toBe("污水处理");
	expect(state.cursor).toBe(4);
});

test("the cursor moves and deletes by whole glyphs", () => {
	expect(inputText(run("甲👨‍👩‍👧", { type: "backspace" }))).toBe("甲");
	expect(inputText(run("甲乙丙", { type: "left" }, { type: "backspace" }))).toBe("甲丙");
	expect(inputText(run("甲乙丙", { type: "home" }, { type: "delete" }))).toBe("乙丙");
	expect(inputBeforeCursor(run("甲乙丙", { type: "left" }))).toBe("甲乙");
});

test("a combining mark joins the glyph before it", () => {
	const state = run("e", { type: "insert", text: "\u0301" });
	expect(state.glyphs).toEqual(["e\u0301"]);
	expect(state.cursor).toBe(1);
});

test("words and the whole line go at once", () => {
	expect(inputText(run("时限:逾期 污水 ", { type: "deleteWord" }))).toBe("时限:逾期 ");
	expect(inputText(run("甲乙丙", { type: "left" }, { type: "deleteToStart" }))).toBe("丙");
});

test("nothing happens at the ends", () => {
	expect(run("", { type: "backspace" }, { type: "left" }, { type: "delete" })).toEqual(EMPTY_INPUT);
	expect(run("甲", { type: "right" }).cursor).toBe(1);
});
