import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

// Each room's SPEC.md numbers its invariants (`- **I1** …`); a test names those it shows in its title (`[rules I1]`,
// `[rules I1 I4]`). This holds the two together, both ways, for every room that has a SPEC.md.

const ROOT = import.meta.dirname;
const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" });
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

const INVARIANT = /^[\s|>*#-]*(I\d+)\b/gm;
const NAMED = /\[([a-z-]+)((?: I\d+)+)\]/g;
/** Lines of code with their beginning up to the first quotation mark cut off: titles, but no comments. */
const titlesIn = (text: string) =>
	text
		.split("\n")
		.filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
		.map((line) => /["'`].*/.exec(line)?.[0] ?? "")
		.join("\n");

const numbersIn = (text: string) => [...text.matchAll(INVARIANT)].flatMap(([, number]) => number ?? []);

const named = new Map<string, Set<string>>();
for (const file of files.filter((name) => name.endsWith(".test.ts"))) {
	for (const [, room = "", numbers = ""] of titlesIn(read(file)).matchAll(NAMED)) {
		const of = named.get(room) ?? new Set();
		for (const number of numbers.trim().split(" ")) of.add(number);
		named.set(room, of);
	}
}
const specs = files.filter((file) => /[\\/]SPEC\.md$/.test(file));

test("there are rooms with a SPEC.md, and tests name only such rooms", () => {
	const rooms = specs.map((spec) => dirname(spec));
	expect(rooms).toContain("rules");
	expect([...named.keys()].filter((room) => !rooms.includes(room))).toEqual([]);
});

describe.each(specs.map((spec) => [dirname(spec), spec] as const))("%s/SPEC.md", (room, spec) => {
	const numbers = numbersIn(read(spec));
	const inTests = [...(named.get(room) ?? [])];

	test("numbers every invariant once", () => {
		expect(numbers).not.toEqual([]);
		expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
	});

	test("every invariant is named by a test", () => {
		expect(numbers.filter((number) => !inTests.includes(number))).toEqual([]);
	});

	test("every invariant that a test names exists", () => {
		expect(inTests.filter((number) => !numbers.includes(number))).toEqual([]);
	});
});
