import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { readDocument } from "./reading.ts";
import { Score } from "./testing/score.ts";
import { scoreComplaints, scoreNotices } from "./testing/score-rest.ts";

// Examples that may lie beside the repository; their labels are explained in a README there.
const folder = new URL("../../../../shared/samples/", import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];

const names = z.array(z.string()).optional();
const text = z.string().nullable().optional();
const Label = z.object({
	seq: z.int().nullable(),
	title: z.string().optional(),
	responsibleUnits: names,
	supervisingUnits: names,
	deadlineText: text,
	deadlineDate: text,
	kind: text,
	measuresCount: z.int().nullable().optional(),
	receiptNo: text,
	region: text,
	pollutionTypes: names,
	verdict: text,
	concluded: z.boolean().nullable().optional(),
	publicityStart: text,
	publicityEnd: text,
	truncated: names,
});

const CATEGORY: Readonly<Record<string, string>> = { date: "fixed", ongoing: "longTerm" };
const VERDICT: Readonly<Record<string, string>> = {
	属实: "true",
	部分属实: "partlyTrue",
	基本属实: "mostlyTrue",
	不属实: "untrue",
};
const TYPE: Readonly<Record<string, string>> = {
	大气: "air",
	水: "water",
	土壤: "soil",
	噪声: "noise",
	生态: "ecology",
	其他: "other",
};

test.skipIf(files.length === 0).each(files.map((name) => ({ name })))("sample $name", async ({ name }) => {
	const labels = z
		.array(Label)
		.parse(JSON.parse(readFileSync(new URL(name.replace(".txt", ".expected.json"), folder), "utf8")));
	const proposal = await readDocument({ name, bytes: readFileSync(new URL(name, folder)) });
	const score = new Score();
	if (name.startsWith("b")) {
		const expected = labels.map((label) => ({
			seq: label.seq,
			receiptNumber: label.receiptNo ?? null,
			region: label.region ?? null,
			pollutionTypes: (label.pollutionTypes ?? []).map((type) => TYPE[type] ?? type),
			verdict: label.verdict ? (VERDICT[label.verdict] ?? null) : null,
			status: label.concluded === true ? "closed" : label.concluded === false ? "open" : null,
		}));
		scoreComplaints(score, name, expected, proposal);
	} else {
		const expected = labels.map(({ measuresCount, kind, ...label }) => ({
			...label,
			...(label.truncated?.includes("measures") ? {} : { measuresCount: measuresCount ?? null }),
			...(kind === undefined ? {} : { kind: kind === null ? null : (CATEGORY[kind] ?? kind) }),
		}));
		scoreNotices(score, name, expected, proposal);
	}
	expect(score.faults).toEqual([]);
});
