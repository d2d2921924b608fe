import { expect, test } from "vitest";
import { personOf } from "./names.ts";

test.each([
	{ text: "沈知远", name: "沈知远", title: null },
	{ text: "沈知远（副市长）", name: "沈知远", title: "副市长" },
	{ text: "沈知远(市委常委、副市长)", name: "沈知远", title: "市委常委、副市长" },
	{ text: " 分管副市长 ", name: "分管副市长", title: null },
])("person: $text", ({ text, name, title }) => {
	expect(personOf(text)).toEqual({ name, title });
});
