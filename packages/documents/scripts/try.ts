// Reads the files given on the command line and prints what was read: `node scripts/try.ts [--json] FILE …`.
import { readFile } from "node:fs/promises";
import { proposalJson, proposalTable, readDocument } from "../src/index.ts";

const json = process.argv.includes("--json");
for (const name of process.argv.slice(2).filter((argument) => argument !== "--json")) {
	const bytes = await readFile(name);
	const started = performance.now();
	const proposal = await readDocument({ name, bytes });
	const took = Math.round(performance.now() - started);
	console.log(`== ${name}: ${proposal.kind} ${proposal.layout ?? ""} (${took} ms)`);
	console.log(json ? JSON.stringify(proposalJson(proposal), null, 1) : proposalTable(proposal).join("\n"));
}
