// `pnpm test`: builds what tests need, runs all of them, and closes with one line: `N passed, N failed`.
// Arguments go to Vitest: `pnpm test --project domain`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closingLine, failures, isGood, type Tally, tally, type VitestReport } from "../tooling/src/tally.ts";
import { ensureBuilt, type TargetName } from "./lib/builds.ts";
import { run } from "./lib/run.ts";
import { complain, tell } from "./lib/say.ts";

const NEEDED: readonly TargetName[] = ["api", "client", "web", "tui"];

/** Why what tests need cannot be built; null where it is. */
async function build(): Promise<string | null> {
	try {
		for (const name of NEEDED) await ensureBuilt(name);
		return null;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		complain(why);
		return why;
	}
}

type Outcome = Tally & { readonly failures: readonly string[] };

async function runVitest(args: readonly string[]): Promise<Outcome> {
	const folder = mkdtempSync(join(tmpdir(), "zhenggai-tests-"));
	const file = join(folder, "report.json");
	try {
		const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
		const { code } = await run("vitest", ["run", ...reporters, ...args]);
		if (!existsSync(file)) return { passed: 0, failed: 1, failures: ["Vitest ended without a report"] };
		const report: VitestReport = JSON.parse(readFileSync(file, "utf8"));
		return { ...tally(report, code), failures: failures(report) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * All tests, or those that are asked for. End-to-end tests wait for servers, browsers and terminals most of their time,
 * one file after the other: the rest runs beside them.
 */
async function runTests(args: readonly string[]): Promise<Outcome> {
	if (args.length > 0) return runVitest(args);
	const parts = await Promise.all([runVitest(["--project", "e2e"]), runVitest(["--project", "!e2e"])]);
	return parts.reduce((sum, part) => ({
		passed: sum.passed + part.passed,
		failed: sum.failed + part.failed,
		failures: [...sum.failures, ...part.failures],
	}));
}

const args = process.argv.slice(2).filter((argument) => argument !== "--");
const built = await build();
const result = await runTests(args);
const total = built === null ? result : { ...result, failed: result.failed + 1 };
tell("");
for (const failure of built === null ? result.failures : [built, ...result.failures])
	tell(`FAILED ${failure}`);
tell(closingLine(total));
process.exit(isGood(total) ? 0 : 1);
