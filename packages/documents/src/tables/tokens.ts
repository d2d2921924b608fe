import type { View } from "../text/view.ts";
import type { Token } from "./assign.ts";

/** The non-blank lines of a view from one offset to another, cell borders at their ends taken off, pipes inside splitting. */
export function tokensOf(view: View, from: number, to: number): Token[] {
	const tokens: Token[] = [];
	let gap = true;
	for (let i = 0; i < view.lineStarts.length; i++) {
		const lineStart = view.lineStarts[i] ?? 0;
		const lineEnd = (view.lineStarts[i + 1] ?? view.norm.length + 1) - 1;
		if (lineEnd <= from && lineEnd !== lineStart) continue;
		if (lineStart >= to) break;
		if (lineStart < from) continue;
		const line = view.norm.slice(lineStart, lineEnd);
		if (line.trim() === "") {
			gap = true;
			continue;
		}
		let start = lineStart;
		for (const piece of line.split("|")) {
			const trimmed = piece.trim();
			if (trimmed !== "") {
				const at = start + piece.indexOf(trimmed);
				tokens.push({
					norm: trimmed,
					line: view.lineAt(at),
					start: at,
					end: at + trimmed.length,
					gap: gap || line.includes("|"),
				});
				gap = false;
			}
			start += piece.length + 1;
		}
	}
	return tokens;
}

/** Whether blank lines separate most tokens: the table was flattened with a gap between its cells. */
export const isGapped = (tokens: readonly Token[]): boolean =>
	tokens.length > 4 && tokens.filter((token) => token.gap).length > tokens.length * 0.4;
