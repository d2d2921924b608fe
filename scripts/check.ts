// `pnpm check`: formatting and lint, types of everything, unused code, and the laws of the tree.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./lib/builds.ts";
import { ROOT, run } from "./lib/run.ts";
import { complain, secondsSince, tell } from "./lib/say.ts";

type Step = { readonly what: string; readonly run: () => Promise<{ code: number; output: string }> };

const folders = (parent: string): string[] =>
	readdirSync(join(ROOT, parent), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => `${parent}/${entry.name}`);

/** Every part of the tree that has types of its own. */
const typed = (): string[] =>
	[...folders("packages"), ...folders("apps"), "tooling", "scripts", "bench", "e2e"].filter((folder) =>
		existsSync(join(ROOT, folder, "tsconfig.json")),
	);

/** Checks the types of everything; two at a time, as the compiler itself works in parallel. */
async function checkTypes(): Promise<{ code: number; output: string }> {
	for (const name of ["api", "client"] as const) await ensureBuilt(name);
	const waiting = typed();
	const failures: string[] = [];
	const worker = async () => {
		for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
			const { code, output } = await run("tsc", ["-p", folder, "--pretty", "false"], { quiet: true });
			if (code !== 0) failures.push(output);
		}
	};
	await Promise.all([worker(), worker()]);
	return { code: failures.length === 0 ? 0 : 1, output: failures.join("\n") };
}

const STEPS: readonly Step[] = [
	{
		what: "lint and format (biome)",
		run: () => run("biome", ["check", "--max-diagnostics=50", "."], { quiet: true }),
	},
	{ what: "types (tsc)", run: checkTypes },
	{ what: "unused code (knip)", run: () => run("knip", ["--no-progress"], { quiet: true }) },
	{ what: "laws of the tree", run: () => run("node", ["tooling/src/laws/main.ts"], { quiet: true }) },
];

let failed = 0;
for (const step of STEPS) {
	const began = performance.now();
	const { code, output } = await step.run().catch((error: unknown) => ({ code: 1, output: String(error) }));
	tell(`${code === 0 ? "ok    " : "FAILED"}  ${step.what}  (${secondsSince(began)})`);
	if (code === 0) continue;
	failed += 1;
	complain(output);
}
tell(failed === 0 ? `All ${STEPS.length} checks passed` : `${failed} of ${STEPS.length} checks failed`);
process.exit(failed === 0 ? 0 : 1);
