import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { field, parseFields } from "./json.ts";

/** What is remembered between runs, in `$XDG_CONFIG_HOME/zhenggai/config.json`. Everything may be left out. */
export type Config = {
	/** Columns of the ledger, in order. */
	readonly columns?: readonly string[] | undefined;
	/** Sort of the ledger: `due`, or `-due` for the other way round. */
	readonly sort?: string | undefined;
	/** The same of the list of complaints. */
	readonly complaintColumns?: readonly string[] | undefined;
	readonly complaintSort?: string | undefined;
	/** Keys that differ from the built-in ones: command → chords. */
	readonly keys?: Readonly<Record<string, readonly string[]>> | undefined;
	/** Share of the list in a split screen, in per cent. */
	readonly split?: number | undefined;
	readonly preview?: boolean | undefined;
	/** `wide` where the terminal draws ambiguous characters in two cells. */
	readonly ambiguous?: string | undefined;
	readonly language?: string | undefined;
};

/** Where the settings are kept. */
export function configPath(env: NodeJS.ProcessEnv): string {
	const base = env.XDG_CONFIG_HOME ?? "";
	return join(base === "" ? join(homedir(), ".config") : base, "zhenggai", "config.json");
}

export type ConfigRead = { readonly config: Config; readonly broken: boolean };

/** The settings; none where there is no file, none and `broken` where the file is not what it should be. */
export function readConfig(path: string): ConfigRead {
	let text: string;
	try {
		text = readFileSync(path, "utf8");
	} catch {
		return { config: {}, broken: false };
	}
	const fields = parseFields(text);
	if (fields === null) return { config: {}, broken: true };
	return {
		config: {
			columns: field.texts(fields, "columns"),
			sort: field.text(fields, "sort"),
			complaintColumns: field.texts(fields, "complaintColumns"),
			complaintSort: field.text(fields, "complaintSort"),
			keys: field.textLists(fields, "keys"),
			split: field.whole(fields, "split"),
			preview: field.truth(fields, "preview"),
			ambiguous: field.text(fields, "ambiguous"),
			language: field.text(fields, "language"),
		},
		broken: false,
	};
}

/**
 * Remembers `changes` beside what is there, fields of a later version included. Written by way of a second file,
 * so that a crash never leaves half of it; a broken file is left alone.
 */
export function rememberConfig(path: string, changes: Config): void {
	let present: Readonly<Record<string, unknown>> | null = {};
	try {
		present = parseFields(readFileSync(path, "utf8"));
	} catch {
		present = {};
	}
	if (present === null) return;
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const draft = `${path}.${process.pid}.new`;
	writeFileSync(draft, `${JSON.stringify({ ...present, ...changes }, null, "\t")}\n`, { mode: 0o600 });
	renameSync(draft, path);
}
