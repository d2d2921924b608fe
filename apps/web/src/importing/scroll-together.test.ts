import { expect, test } from "vitest";
import { createScrollTogether, lineOf, placeOf } from "./scroll-together.ts";

const items = [
	{ key: "a", lines: [3, 6] },
	{ key: "b", lines: [7, 7] },
	{ key: "c", lines: [10, 19] },
] as const;

test.each([
	[1, { key: "a", part: 0 }],
	[3, { key: "a", part: 0 }],
	[5, { key: "a", part: 0.5 }],
	[7, { key: "b", part: 0 }],
	[7.5, { key: "b", part: 0.5 }],
	[8, { key: "c", part: 0 }],
	[15, { key: "c", part: 0.5 }],
	[20, null],
])("line %d of the source", (line, place) => {
	expect(placeOf(items, line)).toEqual(place);
});

test("a place in the reading and its line in the source are each other's", () => {
	for (const item of items) {
		for (const part of [0, 0.25, 0.5, 0.75]) {
			expect(placeOf(items, lineOf(item, part))).toEqual({ key: item.key, part });
		}
	}
	expect(placeOf([], 4)).toBeNull();
});

/** Two panes that record what they are asked. */
function panes(on: boolean) {
	const asked: string[] = [];
	const scroll = createScrollTogether({
		on: () => on,
		items: () => items,
		list: () => ({ show: () => undefined, top: (key, part) => asked.push(`list ${key} ${part}`) }),
		source: () => ({ top: (line) => asked.push(`source ${line}`) }),
	});
	const reading = document.createElement("div");
	const source = document.createElement("div");
	scroll.drivenBy("reading")(reading);
	scroll.drivenBy("source")(source);
	return { asked, scroll, reading, source };
}

test("only the pane that somebody works in moves the other", () => {
	const { asked, scroll, source, reading } = panes(true);
	scroll.readingAt("c", 0.5);
	scroll.sourceAt(5);
	source.dispatchEvent(new Event("wheel"));
	scroll.sourceAt(5);
	scroll.readingAt("a", 0.5);
	reading.dispatchEvent(new Event("keydown"));
	scroll.readingAt("a", 0);
	expect(asked).toEqual(["source 15", "list a 0.5", "source 3"]);
});

test("nothing moves when it is switched off", () => {
	const { asked, scroll } = panes(false);
	scroll.readingAt("c", 0);
	expect(asked).toEqual([]);
});
