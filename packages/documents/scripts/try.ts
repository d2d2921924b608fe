// Reads the files given on the command line and prints what was read: `node scripts/try.ts FILE …`.
import { readFile } from "node:fs/promises";
import { proposalJson, readDocument } from "../src/index.ts";

for (const name of process.argv.slice(2)) {
	const started = performance.now();
	const proposal = await readDocument({ name, bytes: await readFile(name) });
	const took = Math.round(performance.now() - started);
	console.log(`== ${name} ${proposal.layout ?? "-"} ${took} ms`);
	console.log(JSON.stringify(proposalJson(proposal), null, 1));
}
