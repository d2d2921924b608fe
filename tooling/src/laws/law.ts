import type { Source } from "./source.ts";

/** Where a law is broken. */
export type Breach = { readonly line: number; readonly what: string };

/** A law of the tree: what it forbids, why, and how it is found. */
export type Law = {
	readonly id: string;
	/** Shown with every breach, so that whoever meets it learns the reason and not only the ban. */
	readonly reason: string;
	/** `warn` is told but fails nothing. */
	readonly level: "error" | "warn";
	check(source: Source): readonly Breach[];
};

/** Every place where a pattern occurs in the code of a file. */
export function occurrences(code: string, pattern: RegExp): Breach[] {
	return code.split("\n").flatMap((text, index) => {
		const found = pattern.exec(text);
		return found === null ? [] : [{ line: index + 1, what: found[0].trim() }];
	});
}
