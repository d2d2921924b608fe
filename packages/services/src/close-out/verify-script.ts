import { SAY_SEALS, VERIFY_SEALS } from "./verify-seals-script.ts";

/**
 * The program inside of an archive that checks it without any ledger: `node verify.mjs`. It needs Node alone and reads
 * nothing but the files beside it. It repeats the rules of the journal in its own words on purpose: whoever doubts the
 * ledger does not want to be checked by it.
 */
export const VERIFY_SCRIPT = `// Checks this archive offline: node verify.mjs
// 离线核验本档案：node verify.mjs
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const read = (path) => readFileSync(join(here, path));
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const canonical = (value) => {
	if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
	if (value !== null && typeof value === "object") {
		const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
		return "{" + keys.map((key) => JSON.stringify(key) + ":" + canonical(value[key])).join(",") + "}";
	}
	return JSON.stringify(value);
};
const wrong = [];
const check = (holds, words) => {
	if (!holds) wrong.push(words);
};

const manifest = JSON.parse(read("manifest.json").toString("utf8"));
const index = read("index.json");
const journal = JSON.parse(read("journal.json").toString("utf8"));

let before = "0".repeat(64);
for (const [at, { hash, prevHash, ...entry }] of journal.entries()) {
	check(entry.version === at + 1, "journal.json: entry " + (at + 1) + " is missing or out of place");
	check(prevHash === before, "journal.json: entry " + entry.version + " does not follow the one before");
	check(hash === sha256(prevHash + canonical(entry)), "journal.json: entry " + entry.version + " was changed");
	check(entry.streamId === manifest.issueId, "journal.json: entry " + entry.version + " is of another issue");
	before = hash;
}
const last = journal.at(-1);
const archive = last?.payload?.archive;
check(last?.type === "issueClosed" && archive !== undefined, "journal.json: it does not end with the close-out");
check(before === manifest.journalHead, "manifest.json: another journal than this one");
check(sha256(index) === archive?.sha256, "index.json: it is not what was frozen at the close-out");

const listed = new Map(manifest.files.map((file) => [file.sha256, file.path]));
for (const file of archive?.files ?? []) {
	const path = listed.get(file.sha256);
	if (path === undefined) check(false, "files: " + file.name + " is missing");
	else {
		let bytes = null;
		try {
			bytes = read(path);
		} catch {
			check(false, "files: " + file.name + " is missing");
		}
		if (bytes !== null) check(sha256(bytes) === file.sha256, path + ": it is not the file that was frozen");
	}
}
const belongs = new Set(manifest.files.map(({ path }) => path));
try {
	for (const name of readdirSync(join(here, "files"))) {
		check(belongs.has("files/" + name), "files/" + name + ": it does not belong to this archive");
	}
} catch {
	check(manifest.files.length === 0, "files: the folder is missing");
}
${VERIFY_SEALS}
if (wrong.length === 0) {
	console.log("OK  " + manifest.number + "  " + journal.length + " entries, " + manifest.files.length + " files");
	console.log("完好  journal head " + before);
${SAY_SEALS}} else {
	for (const words of wrong) console.error("WRONG  " + words);
	process.exitCode = 1;
}
`;
