import type { Token } from "./assign.ts";

/** A header found among the lines of a flattened table. */
export interface FlatHeader<T extends string> {
	columns: { name: T | null; word: string }[];
	/** Tokens from…to hold the header. */
	from: number;
	to: number;
}

/**
 * Finds a run of header cells among tokens: at least `least` known words in a row, each in one token, cut into up to
 * three tokens (责任↵单位), or several in one token with spaces between. Short unknown words inside the run count as
 * unknown columns.
 */
export function findHeader<T extends string>(
	tokens: readonly Token[],
	fieldOf: (norm: string) => T | null,
	least: number,
): FlatHeader<T> | null {
	for (let i = 0; i < tokens.length; i++) {
		const header = headerAt(tokens, i, fieldOf);
		if (header && header.columns.filter((column) => column.name !== null).length >= least) return header;
	}
	return null;
}

function headerAt<T extends string>(
	tokens: readonly Token[],
	start: number,
	fieldOf: (norm: string) => T | null,
): FlatHeader<T> | null {
	const columns: FlatHeader<T>["columns"] = [];
	let i = start;
	let to = start;
	let unknown = 0;
	while (i < tokens.length && columns.length < 24) {
		const found = wordAt(tokens, i, fieldOf);
		if (found) {
			columns.push(...found.columns);
			i += found.length;
			to = i;
			unknown = 0;
			continue;
		}
		const text = tokens[i]?.norm ?? "";
		if (columns.length === 0 || ++unknown > 2 || text.length > 14 || /[。,;:\d]/.test(text)) break;
		columns.push({ name: null, word: text });
		i++;
	}
	while (columns.at(-1)?.name === null) columns.pop();
	return columns.length >= 2 ? { columns, from: start, to } : null;
}

function wordAt<T extends string>(
	tokens: readonly Token[],
	at: number,
	fieldOf: (norm: string) => T | null,
): { columns: FlatHeader<T>["columns"]; length: number } | null {
	const first = tokens[at]?.norm ?? "";
	if (first.length > 60 || first.includes(":")) return null;
	const whole = fieldOf(first);
	let joined = first;
	let best: { word: string; name: T; length: number } | null = whole
		? { word: first, name: whole, length: 1 }
		: null;
	for (let length = 2; length <= 4; length++) {
		const next = tokens[at + length - 1]?.norm;
		if (next === undefined || next.length > 14) break;
		joined += next;
		const name = fieldOf(joined);
		if (name) {
			best = { word: joined, name, length };
		}
	}
	if (best) return { columns: [{ name: best.name, word: best.word }], length: best.length };
	const words = first.split(/\s+/);
	if (words.length < 2) return null;
	const columns = splitWords(words, fieldOf);
	return columns ? { columns, length: 1 } : null;
}

/** Words of one line as header cells, neighbours joined where only together they are known (受理 编号). */
function splitWords<T extends string>(
	words: readonly string[],
	fieldOf: (norm: string) => T | null,
): FlatHeader<T>["columns"] | null {
	const columns: FlatHeader<T>["columns"] = [];
	for (let i = 0; i < words.length; ) {
		let taken = 0;
		for (let length = 1; length <= 3 && taken === 0; length++) {
			const word = words.slice(i, i + length).join("");
			const name = fieldOf(word);
			if (name) {
				columns.push({ name, word });
				taken = length;
			}
		}
		if (taken === 0) return null;
		i += taken;
	}
	return columns;
}
