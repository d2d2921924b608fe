import { type Line, plainText, type Segment, segment } from "./lines.ts";

/** The words of a filter text that can be seen in a text: no fields, nothing inverted. */
export const visibleWords = (filterText: string): string[] =>
	filterText
		.split(/\s+/)
		.filter((word) => word !== "" && !/^[!！]/.test(word) && !/[:：]/.test(word))
		.map((word) => word.replace(/["“”]/g, "").toLowerCase())
		.filter((word) => word !== "");

export const containsWord = (line: Line, words: readonly string[]): boolean => {
	const text = plainText(line).toLowerCase();
	return words.some((word) => text.includes(word));
};

function split(part: Segment, word: string): Segment[] {
	if (part.tone === "match") return [part];
	const lower = part.text.toLowerCase();
	const pieces: Segment[] = [];
	let at = 0;
	// Lower-casing may change the length of rare letters; then positions would not fit and nothing is marked.
	if (lower.length !== part.text.length) return [part];
	for (let found = lower.indexOf(word, at); found >= 0; found = lower.indexOf(word, at)) {
		if (found > at) pieces.push(segment(part.text.substring(at, found), part.tone));
		pieces.push(segment(part.text.substring(found, found + word.length), "match"));
		at = found + word.length;
	}
	if (at < part.text.length) pieces.push(segment(part.text.substring(at), part.tone));
	return pieces;
}

/** The line with every occurrence of the words marked. Widths stay as they are. */
export function highlight(line: Line, words: readonly string[]): Line {
	if (words.length === 0 || !containsWord(line, words)) return line;
	let segments: Segment[] = [...line.segments];
	for (const word of words) segments = segments.flatMap((part) => split(part, word));
	return { segments, fill: line.fill };
}
