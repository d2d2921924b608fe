// Prints field-level F1 and every fault over the fixtures of a folder (or the shared samples): `node scripts/corpus.ts [DIR] [FILTER]`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readDocument } from "../src/index.ts";
import { Score, scoreIssues } from "../src/testing/score.ts";

const root = process.argv[2] ?? new URL("../fixtures", import.meta.url).pathname;
const filter = process.argv[3] ?? "";
const score = new Score();
for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted()) {
	const expected = `${root}/${file.replace(/\.\w+$/, "")}.expected.json`;
	if (file.endsWith(".json") || !existsSync(expected) || !file.includes(filter) || !/(?:^|\/)a/.test(file))
		continue;
	const proposal = await readDocument({ name: file, bytes: readFileSync(`${root}/${file}`) });
	scoreIssues(score, file, JSON.parse(readFileSync(expected, "utf8")), proposal);
	if (proposal.kind !== "plan") score.faults.push(`${file} kind ${proposal.kind}`);
}
console.log(score.table());
console.log(score.faults.join("\n"));
