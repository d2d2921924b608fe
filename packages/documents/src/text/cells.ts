/** Display cells of a text on a terminal: wide and full-width characters take two, combining marks and controls none. */
export function cellsOf(text: string): number {
	let cells = 0;
	for (const char of text) cells += widthOf(char);
	return cells;
}

const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const widthOf = (char: string): number => (NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1);

/** The text cut to at most `width` display cells and filled with spaces to exactly that many. */
export function fitCells(text: string, width: number): string {
	const clean = text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "");
	if (cellsOf(clean) <= width) return clean + " ".repeat(width - cellsOf(clean));
	let out = "";
	let cells = 0;
	for (const char of clean) {
		const next = cells + widthOf(char);
		if (next > width - 2) break;
		out += char;
		cells = next;
	}
	return `${out}..${" ".repeat(Math.max(0, width - cells - 2))}`;
}
