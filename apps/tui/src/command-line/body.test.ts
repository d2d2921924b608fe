import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bodyOf, bodyProblem } from "./body.ts";

const folder = mkdtempSync(join(tmpdir(), "zhenggai-body-"));
afterAll(() => rmSync(folder, { recursive: true }));

const given = (file: string | null, ...set: readonly string[]): Parameters<typeof bodyOf>[0] => ({
	options: {
		flag: () => false,
		value: (name) => (name === "file" && file !== null ? file : undefined),
		values: (name) => (name === "set" ? set : []),
	},
});

test("particulars come of a file and of single fields, which win", async () => {
	const file = join(folder, "body.json");
	writeFileSync(file, '\uFEFF{"reason":"甲","on":"2026-03-02"}');
	expect(await bodyOf(given(file, "reason=乙", 'areas=["680121"]', "note=a=b", "number=2"))).toEqual({
		reason: "乙",
		on: "2026-03-02",
		areas: ["680121"],
		note: "a=b",
		number: 2,
	});
	expect(await bodyOf(given(null))).toEqual({});
});

test("what is no object or no field is a mistake of the command line", async () => {
	const file = join(folder, "list.json");
	writeFileSync(file, "[1]");
	await expect(bodyOf(given(file))).rejects.toMatchObject({ code: 2 });
	await expect(bodyOf(given(null, "=x"))).rejects.toMatchObject({ code: 2 });
	expect(bodyProblem([{ path: ["found", 0], message: "text" }]).text.en).toContain("found.0: text");
});
