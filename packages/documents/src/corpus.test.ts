import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { readDocument } from "./reading.ts";
import { Score, scoreIssues } from "./testing/score.ts";
import { scoreComplaints, scoreNotices } from "./testing/score-rest.ts";

const names = z.array(z.string());
const text = z.string().nullable().optional();
const Expected = z.array(
	z.object({
		seq: z.int().nullable().optional(),
		number: text,
		title: z.string().optional(),
		responsibleUnits: names.optional(),
		leadUnits: names.optional(),
		supportingUnits: names.optional(),
		supervisingUnits: names.optional(),
		deadlineText: text,
		deadlineDate: text,
		kind: text,
		goal: text,
		measuresCount: z.int().nullable().optional(),
		receiptNumber: text,
		region: text,
		pollutionTypes: names.optional(),
		verdict: text,
		status: text,
		publicityStart: text,
		publicityEnd: text,
		receiptNumbers: names.optional(),
	}),
);

const root = new URL("../fixtures/", import.meta.url);
const expectedName = (name: string): string => `${name.replace(/\.\w+$/, "")}.expected.json`;
const cases = readdirSync(root, { recursive: true, encoding: "utf8" })
	.filter((name) => !name.endsWith(".json") && existsSync(new URL(expectedName(name), root)))
	.toSorted()
	.map((name) => ({ name }));

const KINDS = { a: "plan", b: "complaints", c: "notice" } as const;
const SCORERS = { a: scoreIssues, b: scoreComplaints, c: scoreNotices } as const;
const kindOf = (name: string) => (name.startsWith("b") ? "b" : name.startsWith("c") ? "c" : "a");

/** Whether the words of a fixture can be changed without changing how the file is built. */
const isText = (name: string): boolean => /\.(?:txt|md)$/.test(name);

const halfWidth = (words: string): string =>
	words.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
const fullWidth = (words: string): string =>
	words.replace(/(?<=[\u4e00-\u9fff”）])[:,;]|\((?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\)/g, (char) =>
		String.fromCharCode(char.charCodeAt(0) + 0xfee0),
	);

async function faultsOf(name: string, change: ((words: string) => string) | null): Promise<string[]> {
	const file = readFileSync(new URL(name, root));
	const expected = Expected.parse(JSON.parse(readFileSync(new URL(expectedName(name), root), "utf8")));
	const bytes = change ? new TextEncoder().encode(change(file.toString("utf8"))) : new Uint8Array(file);
	const proposal = await readDocument({ name, bytes });
	const kind = kindOf(name);
	const score = new Score();
	SCORERS[kind](score, name, expected, proposal);
	return proposal.kind === KINDS[kind] ? score.faults : [...score.faults, `kind ${proposal.kind}`];
}

test("every layout of plans, form of complaint tables and template of notices has a fixture", () => {
	const folders = new Set(cases.map(({ name }) => name.split("/")[0]));
	expect([...folders].toSorted()).toEqual(
		[
			"a1",
			"a10",
			"a11",
			"a12",
			"a13",
			"a14",
			"a2",
			"a3",
			"a4",
			"a5",
			"a6",
			"a7",
			"a8",
			"a9",
			"b",
			"c",
		].toSorted(),
	);
});

test.each(cases)("$name reads as expected, as printed", async ({ name }) => {
	expect(await faultsOf(name, null)).toEqual([]);
});

test.each(cases.filter(({ name }) => isText(name)))(
	"$name reads as expected in half width",
	async ({ name }) => {
		expect(await faultsOf(name, halfWidth)).toEqual([]);
	},
);

test.each(cases.filter(({ name }) => isText(name)))(
	"$name reads as expected in full width",
	async ({ name }) => {
		expect(await faultsOf(name, fullWidth)).toEqual([]);
	},
);
