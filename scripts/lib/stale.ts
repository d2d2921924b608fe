import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./run.ts";

/** What a build is made of and where it goes, all relative to the checkout. */
export type Build = {
	readonly inputs: readonly string[];
	readonly output: string;
};

const IGNORED = new Set(["node_modules", "dist", ".turbo"]);
const isTest = (name: string): boolean => /\.(test|prop\.test|db\.test)\.tsx?$|\.test-d\.ts$/.test(name);

function filesOf(path: string): string[] {
	const full = join(ROOT, path);
	if (!existsSync(full)) return [];
	const entries = readdirSync(full, { withFileTypes: true });
	return entries.flatMap((entry) => {
		if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : filesOf(join(path, entry.name));
		return isTest(entry.name) ? [] : [join(path, entry.name)];
	});
}

/** A digest of everything that a build reads: contents, so that a checkout or a copy does not make it stale. */
function fingerprint({ inputs }: Build): string {
	const hash = createHash("sha256").update(process.version);
	const files = inputs.flatMap((input) => (/\.\w+$/.test(input) ? [input] : filesOf(input)));
	for (const file of files.toSorted()) {
		const full = join(ROOT, file);
		if (existsSync(full)) hash.update(`\0${relative(ROOT, full)}\0`).update(readFileSync(full));
	}
	return hash.digest("hex");
}

const stampOf = ({ output }: Build): string => join(ROOT, output, ".built-from");

/** Builds only where something that the build reads has changed since the last one. Gives whether it did. */
export async function buildIfStale(build: Build, make: () => Promise<void>): Promise<boolean> {
	const wanted = fingerprint(build);
	const stamp = stampOf(build);
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
	await make();
	writeFileSync(stamp, wanted);
	return true;
}
