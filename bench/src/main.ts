import { parseArgs } from "node:util";
import { cases } from "./cases/index.ts";
import { table } from "./print.ts";
import type { BenchResult } from "./result.ts";

const { values } = parseArgs({
	options: { json: { type: "boolean", default: false }, only: { type: "string" }, help: { type: "boolean" } },
});

if (values.help) {
	console.log(`pnpm bench [--only NAME] [--json]\n\n${cases.map((c) => `  ${c.name}`).join("\n")}`);
	process.exit(0);
}

const chosen = cases.filter((c) => values.only === undefined || c.name === values.only);
if (chosen.length === 0) {
	console.error(`No benchmark "${values.only}". There are: ${cases.map((c) => c.name).join(", ")}`);
	process.exit(2);
}

const results: BenchResult[] = [];
for (const benchCase of chosen) {
	console.error(`· ${benchCase.name}`);
	results.push(...(await benchCase.run((line) => console.error(`  ${line}`))));
}
console.log(values.json ? JSON.stringify({ results }) : table(results));
process.exit(0);
