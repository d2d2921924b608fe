// Looks at every source file of the tree and tells which laws it breaks. Exit code 1 where one is an error.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, judgeText, LAWS } from "./index.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Tracked files and new ones that are not ignored. */
function sourcePaths(): string[] {
	const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", "*.ts", "*.tsx"], {
		cwd: ROOT,
		encoding: "utf8",
	});
	return listed.split("\n").filter((path) => path !== "" && existsSync(join(ROOT, path)));
}

const tell = ({ path, line, what, law }: Finding): string =>
	`${path}:${line}  ${law.level} ${law.id}: ${what}`;

const paths = sourcePaths();
const findings = paths.flatMap((path) => judgeText(path, readFileSync(join(ROOT, path), "utf8")));
for (const law of LAWS) {
	const broken = findings.filter((finding) => finding.law === law);
	if (broken.length === 0) continue;
	console.log(`${law.id}: ${law.reason}`);
	for (const finding of broken) console.log(`  ${tell(finding)}`);
}
const errors = findings.filter(({ law }) => law.level === "error").length;
console.log(
	`${paths.length} files, ${LAWS.length} laws, ${errors} broken, ${findings.length - errors} warnings`,
);
process.exit(errors === 0 ? 0 : 1);
