import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { readDocument } from "./reading.ts";
import { Score, scoreIssues } from "./testing/score.ts";

const names = z.array(z.string());
const Expected = z.array(
	z.object({
		seq: z.int().nullable().optional(),
		number: z.string().nullable().optional(),
		title: z.string().optional(),
		responsibleUnits: names.optional(),
		leadUnits: names.optional(),
		supportingUnits: names.optional(),
		supervisingUnits: names.optional(),
		deadlineText: z.string().nullable().optional(),
		deadlineDate: z.string().nullable().optional(),
		kind: z.string().nullable().optional(),
		goal: z.string().nullable().optional(),
		measuresCount: z.int().nullable().optional(),
	}),
);

const root = new URL("../fixtures/", import.meta.url);
const cases = readdirSync(root, { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && /^a\d/.test(entry.name))
	.flatMap((folder) =>
		readdirSync(new URL(`${folder.name}/`, root))
			.filter(
				(file) =>
					existsSync(new URL(`${folder.name}/${file.replace(/\.\w+$/, "")}.expected.json`, root)) &&
					!file.endsWith(".json"),
			)
			.map((file) => ({ name: `${folder.name}/${file}` })),
	);

const halfWidth = (text: string): string =>
	text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

async function scoreOf(name: string, change: (text: string) => string): Promise<Score> {
	const text = readFileSync(new URL(name, root), "utf8");
	const expected = Expected.parse(
		JSON.parse(readFileSync(new URL(`${name.replace(/\.\w+$/, "")}.expected.json`, root), "utf8")),
	);
	const proposal = await readDocument({ name, bytes: new TextEncoder().encode(change(text)) });
	const score = new Score();
	scoreIssues(score, name, expected, proposal);
	return score;
}

test.each(cases)("$name reads as expected, as printed", async ({ name }) => {
	expect((await scoreOf(name, (text) => text)).faults).toEqual([]);
});

test.each(cases)("$name reads as expected in half width", async ({ name }) => {
	expect((await scoreOf(name, halfWidth)).faults).toEqual([]);
});
