import { expect, test } from "vitest";
import { positionOf } from "./position.ts";

test.each([
	["105.92, 33.40", [105.92, 33.4]],
	["105.92，33.40", [105.92, 33.4]],
	["105.92 33.40", [105.92, 33.4]],
	["33.40", null],
	["200, 33", null],
	["105, 95", null],
	["东经, 北纬", null],
	["", null],
])("%j", (text, expected) => {
	expect(positionOf(text)).toEqual(expected);
});
