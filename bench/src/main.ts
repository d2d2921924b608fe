import { parseArgs } from "node:util";
import { cases } from "./cases/index.ts";
import { table } from "./print.ts";
import type { BenchResult } from "./result.ts";

const names = cases.map(({ name }) => name);
const USAGE = `pnpm bench [NAME …] [--json]\n\n${names.map((name) => `  ${name}`).join("\n")}`;

/** What was asked for, or how to ask, printed at the end of the program. */
function asked(): { json: boolean; chosen: typeof cases } {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				json: { type: "boolean", default: false },
				only: { type: "string" },
				help: { type: "boolean" },
			},
		});
		if (values.help) end(USAGE, 0);
		const wanted = [...positionals, ...(values.only === undefined ? [] : [values.only])];
		const unknown = wanted.find((name) => !names.includes(name));
		if (unknown !== undefined) end(`No benchmark "${unknown}".\n${USAGE}`, 2);
		return {
			json: values.json,
			chosen: wanted.length === 0 ? cases : cases.filter(({ name }) => wanted.includes(name)),
		};
	} catch (error) {
		return end(`${error instanceof Error ? error.message : error}\n${USAGE}`, 2);
	}
}

function end(text: string, code: number): never {
	(code === 0 ? console.log : console.error)(text);
	process.exit(code);
}

const { json, chosen } = asked();
const results: BenchResult[] = [];
for (const benchCase of chosen) {
	console.error(`· ${benchCase.name}`);
	results.push(...(await benchCase.run((line) => console.error(`  ${line}`))));
}
console.log(json ? JSON.stringify({ results }) : table(results));
process.exit(0);
