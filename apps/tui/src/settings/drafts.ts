import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { field, parseFields } from "./json.ts";
import { stateFolder } from "./state-folder.ts";

/** What was written into a form and not sent yet. */
export type KeptDraft = { readonly at: string; readonly values: Readonly<Record<string, string>> };

/** Drafts of forms, by what each is a draft of. */
export type Drafts = {
	get(key: string): KeptDraft | null;
	put(key: string, draft: KeptDraft): void;
	drop(key: string): void;
};

/** The oldest go first beyond so many. */
const MOST_DRAFTS = 100;

/** Where drafts are kept: `$XDG_STATE_HOME/zhenggai/drafts.json`, readable by its owner alone. */
export const draftsPath = (env: NodeJS.ProcessEnv): string => join(stateFolder(env), "drafts.json");

type Kept = Readonly<Record<string, unknown>>;

function readKept(path: string): Kept {
	try {
		return parseFields(readFileSync(path, "utf8")) ?? {};
	} catch {
		return {};
	}
}

function draftOf(kept: unknown): KeptDraft | null {
	if (typeof kept !== "object" || kept === null) return null;
	const fields: Kept = { ...kept };
	const values: unknown = fields.values;
	if (typeof values !== "object" || values === null) return null;
	const texts = Object.entries(values).filter(
		(entry): entry is [string, string] => typeof entry[1] === "string",
	);
	return { at: field.text(fields, "at") ?? "", values: Object.fromEntries(texts) };
}

/** Writes by way of a second file, so that a crash never leaves half of it. A folder that cannot be written keeps none. */
function write(path: string, kept: Kept): void {
	const draft = `${path}.${process.pid}.new`;
	try {
		mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
		writeFileSync(draft, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
		renameSync(draft, path);
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
	}
}

/** The drafts of this user on this machine. Read anew at every access: another window may have written. */
export const fileDrafts = (path: string): Drafts => ({
	get: (key) => draftOf(readKept(path)[key]),
	put(key, draft) {
		const { [key]: _before, ...others } = readKept(path);
		const entries = Object.entries(others).slice(-(MOST_DRAFTS - 1));
		write(path, Object.fromEntries([...entries, [key, draft]]));
	},
	drop(key) {
		const { [key]: dropped, ...others } = readKept(path);
		if (dropped !== undefined) write(path, others);
	},
});
