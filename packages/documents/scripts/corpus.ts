// Prints field-level F1 and every fault over the fixtures of a folder: `node scripts/corpus.ts [FILTER]`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readDocument } from "../src/index.ts";
import { Score, scoreIssues } from "../src/testing/score.ts";
import { scoreComplaints, scoreNotices } from "../src/testing/score-rest.ts";

const root = new URL("../fixtures", import.meta.url).pathname;
const filter = process.argv[2] ?? "";
const kinds = { a: "plan", b: "complaints", c: "notice" } as const;
const scorers = { a: scoreIssues, b: scoreComplaints, c: scoreNotices } as const;
for (const kind of ["a", "b", "c"] as const) {
	const score = new Score();
	for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted()) {
		const expected = `${root}/${file.replace(/\.\w+$/, "")}.expected.json`;
		if (file.endsWith(".json") || !existsSync(expected) || !file.includes(filter) || !file.startsWith(kind))
			continue;
		const proposal = await readDocument({ name: file, bytes: readFileSync(`${root}/${file}`) });
		scorers[kind](score, file, JSON.parse(readFileSync(expected, "utf8")), proposal);
		if (proposal.kind !== kinds[kind]) score.faults.push(`${file} kind ${proposal.kind}`);
	}
	console.log(`— ${kinds[kind]}\n${score.table()}\n${score.faults.join("\n")}`);
}
