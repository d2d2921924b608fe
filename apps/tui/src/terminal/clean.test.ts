import { expect, test } from "vitest";
import { cleanLine, cleanText } from "./clean.ts";

test.each([
	{ name: "colour codes", dirty: "\u001b[31m红\u001b[0m", clean: "红" },
	{ name: "a title change", dirty: "甲\u001b]0;pwned\u0007乙", clean: "甲乙" },
	{ name: "a clipboard write", dirty: "甲\u001b]52;c;cm0gLXJm\u001b\\乙", clean: "甲乙" },
	{ name: "cursor movement", dirty: "甲\u001b[2J\u001b[H乙", clean: "甲乙" },
	{ name: "bells and backspaces", dirty: "甲\u0007\b乙", clean: "甲乙" },
	{ name: "C1 controls", dirty: "甲\u009b31m乙", clean: "甲31m乙" },
	{ name: "reversed reading order", dirty: "甲\u202e乙\u202c", clean: "甲乙" },
	{ name: "a lone escape at the end", dirty: "甲\u001b", clean: "甲" },
	{ name: "tabs and line breaks", dirty: "甲\t乙\r\n丙", clean: "甲 乙 丙" },
])("$name do not reach the terminal", ({ dirty, clean }) => {
	expect(cleanLine(dirty)).toBe(clean);
});

test("text of several lines keeps its lines", () => {
	expect(cleanText("甲\r\n乙\u2028丙")).toBe("甲\n乙\n丙");
});
