import { cleanText } from "./clean.ts";
import { EMPTY_LINE, type Line, line, segment, type Tone } from "./lines.ts";
import type { Look } from "./look.ts";

/** A section of a page: its heading and the line it begins on. */
export type Anchor = { readonly title: string; readonly line: number };

/** A text to be scrolled through: its lines and its sections. */
export type Page = { readonly lines: readonly Line[]; readonly anchors: readonly Anchor[] };

/** Sets a page of a given width from headings, fields and paragraphs. */
export type PageWriter = {
	heading(title: string, note?: string): void;
	/** Free text, broken to the width; `indent` in cells. */
	text(text: string, tone?: Tone, indent?: number): void;
	/** `label  value`, the value broken beside its label. */
	field(label: string, value: string, tone?: Tone): void;
	/** Lines set elsewhere. */
	raw(...lines: readonly Line[]): void;
	gap(): void;
	page(): Page;
};

const MAXIMUM_LABEL = 20;

/** Begins a page. `labelWidth` are the cells that field labels get. */
export function writePage(look: Look, width: number, labelWidth: number): PageWriter {
	const lines: Line[] = [];
	const anchors: Anchor[] = [];
	const { cells } = look;
	const room = Math.max(8, width - 1);
	const label = Math.min(labelWidth, MAXIMUM_LABEL, Math.floor(room / 3));

	const gap = () => {
		if (lines.length > 0 && lines.at(-1) !== EMPTY_LINE) lines.push(EMPTY_LINE);
	};
	return {
		heading(title, note = "") {
			gap();
			anchors.push({ title, line: lines.length });
			const rest = room - cells.width(title) - cells.width(note) - 2 - (note === "" ? 0 : 1);
			const rule = look.marks.rule.repeat(Math.max(0, Math.floor(rest / cells.width(look.marks.rule))));
			lines.push(
				line(
					segment(title, "strong"),
					segment(note === "" ? " " : ` ${note} `, "notice"),
					segment(rule, "dim"),
				),
			);
		},
		text(text, tone = "plain", indent = 0) {
			const space = " ".repeat(indent);
			for (const part of cells.wrap(cleanText(text), room - indent))
				lines.push(line(segment(space + part, tone)));
		},
		field(name, value, tone = "plain") {
			const parts = cells.wrap(cleanText(value), room - label - 1);
			for (const [index, part] of parts.entries()) {
				const head = cells.fit(index === 0 ? name : "", label);
				lines.push(line(segment(`${head} `, "dim"), segment(part, tone)));
			}
		},
		raw: (...more) => {
			lines.push(...more);
		},
		gap,
		page: () => ({ lines, anchors }),
	};
}
