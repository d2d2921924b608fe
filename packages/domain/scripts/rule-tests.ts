import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../src/catalogue.ts";
import { noticeRuleCases } from "../src/close-out/testing/cases.ts";
import { complaintRuleCases } from "../src/complaints/testing/cases.ts";
import { issueRuleCases } from "../src/issues/testing/cases.ts";

/*
 * Which tests show which rule: for a rule with a check the named cases that its room's `rules.test.ts` runs over, and for
 * every rule the tests that name its id in the title, as in `[SUP-05]`. Read out of the sources, so that the list says
 * what is there; `rule-tests.test.ts` holds the committed file against it.
 */

const SOURCES = join(import.meta.dirname, "../src");
const NAMED = /\[((?:[A-Z]{2,4}-\d{2} ?)+)\]/g;
/** A title: the first argument of a call or the first column of a table, in whichever quotation marks. */
const TITLE = /[([]\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`)/g;
const SWITCHED_OFF = /\b(?:test|it|describe)\.(?:skip|todo|only|fails)\b/;

type Cases = Readonly<Record<string, readonly { readonly name: string }[]>>;
const CASES: readonly (readonly [file: string, cases: Cases])[] = [
	["issues/rules.test.ts", issueRuleCases],
	["complaints/rules.test.ts", complaintRuleCases],
	["close-out/rules.test.ts", noticeRuleCases],
];

const withoutComments = (text: string): string =>
	text
		.split("\n")
		.filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
		.join("\n");

/** The titles of a file's tests that name rules. Throws for a file that switches tests off: they would show nothing. */
function titlesOf(file: string): { title: string; ids: string[] }[] {
	const text = withoutComments(readFileSync(join(SOURCES, file), "utf8"));
	if (SWITCHED_OFF.test(text)) throw new Error(`${file} switches tests off`);
	return [...text.matchAll(TITLE)]
		.map(([, double, single, template]) => double ?? single ?? template ?? "")
		.map((title) => ({
			title,
			ids: [...title.matchAll(NAMED)].flatMap(([, ids = ""]) => ids.trim().split(" ")),
		}))
		.filter(({ ids }) => ids.length > 0);
}

/** Every rule of the catalogue with the tests that show it, as `file › title`. */
export function ruleTests(): Record<string, string[]> {
	const tests: Record<string, string[]> = Object.fromEntries(catalogue.map(({ id }) => [id, []]));
	for (const [file, cases] of CASES) {
		for (const [id, of] of Object.entries(cases)) {
			tests[id]?.push(...of.map(({ name }) => `${file} › ${id} › ${name}`));
		}
	}
	const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".test.ts"))
		.map((name) => name.replaceAll("\\", "/"))
		.toSorted();
	for (const file of files) {
		for (const { title, ids } of titlesOf(file)) {
			for (const id of ids) tests[id]?.push(`${file} › ${title}`);
		}
	}
	return tests;
}
