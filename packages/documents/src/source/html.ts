import { Parser } from "htmlparser2";
import { warning } from "../warnings.ts";
import type { Limits } from "./limits.ts";
import type { SourceDocument } from "./model.ts";
import { LineSink } from "./sink.ts";

const SKIPPED = new Set([
	"script",
	"style",
	"noscript",
	"template",
	"head",
	"iframe",
	"object",
	"svg",
	"select",
	"textarea",
	"button",
]);
const BLOCK = new Set(
	"p div section article header footer nav main aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th form fieldset blockquote pre hr center address caption title body".split(
		" ",
	),
);
const VOID = new Set([
	"br",
	"img",
	"hr",
	"input",
	"meta",
	"link",
	"col",
	"area",
	"base",
	"embed",
	"source",
	"track",
	"wbr",
]);

/** Deepest nesting that is read; the parser's cost grows with it, and no page that people read comes near. */
const DEEPEST = 2000;
/** The text is parsed in pieces so that it can be left off in time. */
const PIECE = 32_768;

const span = (value: string | undefined): number => {
	const number = Number.parseInt(value ?? "1", 10);
	return Number.isFinite(number) ? number : 1;
};
const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
	"hidden" in attributes || /display\s*:\s*none/i.test(attributes.style ?? "");

/** Turns a web page into lines and tables. Scripts, styles and hidden parts are not text and are left out. */
export function readHtml(text: string, limits: Limits): SourceDocument {
	const sink = new LineSink(limits);
	let images = 0;
	let depth = 0;
	let line = "";
	let skipping: { tag: string; depth: number } | null = null;
	let preformatted = 0;
	const flush = (force = false) => {
		const clean = line.replace(/^[ \u00a0]+|[ \u00a0]+$/g, "");
		if (clean.length > 0 || force) sink.paragraph(clean);
		line = "";
	};
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (!VOID.has(name)) depth++;
				if (skipping) {
					if (skipping.tag === name && !VOID.has(name)) skipping.depth++;
					return;
				}
				if (SKIPPED.has(name) || (isHidden(attributes) && !VOID.has(name) && name !== "body")) {
					skipping = { tag: name, depth: 1 };
					return;
				}
				if (name === "img") images++;
				if (name === "br") flush(true);
				else if (BLOCK.has(name)) flush();
				if (name === "pre") preformatted++;
				if (name === "table") sink.openTable();
				if (name === "tr") sink.openRow();
				if (name === "td" || name === "th")
					sink.openCell(span(attributes.colspan), span(attributes.rowspan), false);
			},
			ontext(data) {
				if (skipping) return;
				line += preformatted > 0 ? data : data.replace(/[\s]+/g, " ");
				if (preformatted > 0 && line.includes("\n")) {
					const pieces = line.split("\n");
					line = pieces.pop() ?? "";
					sink.paragraph(pieces.join("\n"));
				}
			},
			onclosetag(name) {
				if (!VOID.has(name)) depth--;
				if (skipping) {
					if (skipping.tag === name && --skipping.depth === 0) skipping = null;
					return;
				}
				if (BLOCK.has(name)) flush();
				if (name === "pre") preformatted = Math.max(0, preformatted - 1);
				if (name === "td" || name === "th") sink.closeCell();
				if (name === "tr") sink.closeRow();
				if (name === "table") sink.closeTable();
			},
		},
		{ decodeEntities: true, lowerCaseTags: true },
	);
	for (let at = 0; at < text.length && depth <= DEEPEST; at += PIECE)
		parser.write(text.slice(at, at + PIECE));
	if (depth > DEEPEST) sink.limitReached = true;
	parser.end();
	flush();
	const warnings = sink.limitReached ? [warning("limitReached", { words: "html" })] : [];
	return { format: "html", lines: sink.lines, tables: sink.tables, images, warnings };
}
