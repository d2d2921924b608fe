/** One import of a file: what is named, on which line, and whether only types come of it. */
export type Import = { readonly specifier: string; readonly line: number; readonly typeOnly: boolean };

/** A file as the laws look at it. */
export type Source = {
	/** Path from the checkout's root, with `/`. */
	readonly path: string;
	readonly text: string;
	/** The text with comments and the contents of strings blanked, line by line the same length. */
	readonly code: string;
	readonly imports: readonly Import[];
};

const blank = (text: string): string => text.replace(/[^\n]/g, " ");

/** Comments, strings, template strings without holes, and regular expressions, in the order in which they begin. */
const NOT_CODE =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.|\$(?!\{))*`|(?<=[=(,:[!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g;

const withoutComments = (text: string): string =>
	text.replace(NOT_CODE, (part) => (part.startsWith("/*") || part.startsWith("//") ? blank(part) : part));

/** The same text with everything blank that is no code. */
export const codeOf = (text: string): string => text.replace(NOT_CODE, blank);

const STATIC = /^[ \t]*(?:import|export)\b(?<what>[^;"']*?)(?:\bfrom\s*)?["'](?<specifier>[^"'\n]+)["']/gm;
const DYNAMIC = /\bimport\s*\(\s*["'](?<specifier>[^"'\n]+)["']/g;

/** Whether an import clause brings only types: `type { … }`, or braces in which every name is a type. */
function bringsOnlyTypes(clause: string): boolean {
	if (/^\s*type\b/.test(clause)) return true;
	const inner = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1];
	const names = inner
		?.split(",")
		.map((name) => name.trim())
		.filter((name) => name !== "");
	return names !== undefined && names.length > 0 && names.every((name) => name.startsWith("type "));
}

export function importsOf(text: string): Import[] {
	const code = withoutComments(text);
	const lineAt = (index: number) => code.slice(0, index).split("\n").length;
	// An exported value may hold a string too: only `from`, or an import of nothing but its effects, names a module.
	const named = [...code.matchAll(STATIC)].filter(([text]) => /\bfrom\s*["']|^\s*import\s*["']/.test(text));
	return [...named, ...code.matchAll(DYNAMIC)].map((match) => ({
		specifier: match.groups?.specifier ?? "",
		line: lineAt(match.index + match[0].length),
		typeOnly: bringsOnlyTypes((match.groups?.what ?? "").replace(/\bfrom\s*$/, "")),
	}));
}

export const sourceOf = (path: string, text: string): Source => ({
	path,
	text,
	code: codeOf(text),
	imports: importsOf(text),
});
