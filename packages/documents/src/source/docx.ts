import { Parser } from "htmlparser2";
import { warning } from "../warnings.ts";
import type { Limits } from "./limits.ts";
import { Refused, type SourceDocument } from "./model.ts";
import { Numbering } from "./numbering.ts";
import { LineSink } from "./sink.ts";
import { unzipWithin } from "./zip.ts";

const PARTS = new Set(["word/document.xml", "word/numbering.xml", "word/styles.xml"]);
/** Deleted or moved text, field codes, and the second copy that Word keeps of a drawing for older programs. */
const SKIPPED = new Set(["del", "moveFrom", "instrText", "Fallback", "delText"]);

interface Paragraph {
	text: string;
	list: string | null;
	level: number;
}

/** Paragraph style → the list and level that it numbers by. */
function styleLists(xml: string | null): Map<string, { list: string; level: number }> {
	const lists = new Map<string, { list: string; level: number }>();
	if (!xml) return lists;
	let style = "";
	const parser = new Parser(
		{
			onopentag: (name, a) => {
				if (name === "w:style") style = a["w:styleId"] ?? "";
				if (name === "w:numId")
					lists.set(style, { list: a["w:val"] ?? "", level: lists.get(style)?.level ?? 0 });
				if (name === "w:ilvl")
					lists.set(style, { list: lists.get(style)?.list ?? "", level: Number(a["w:val"] ?? 0) });
			},
		},
		{ xmlMode: true },
	);
	parser.write(xml);
	parser.end();
	return lists;
}

/** Walks document.xml once and hands paragraphs and table structure to the sink. */
class DocumentWalker {
	images = 0;
	private readonly sink: LineSink;
	private readonly numbering: Numbering;
	private readonly styles: ReadonlyMap<string, { list: string; level: number }>;
	private readonly paragraphs: Paragraph[] = [];
	private skipDepth = 0;
	private inText = false;
	private cell = { columns: 1, continues: false, opened: false };

	constructor(
		sink: LineSink,
		numbering: Numbering,
		styles: ReadonlyMap<string, { list: string; level: number }>,
	) {
		this.sink = sink;
		this.numbering = numbering;
		this.styles = styles;
	}

	open(name: string, a: Readonly<Record<string, string>>): void {
		const tag = name.slice(name.indexOf(":") + 1);
		if (this.skipDepth > 0 || SKIPPED.has(tag)) {
			this.skipDepth++;
			return;
		}
		const value = a["w:val"] ?? "";
		const paragraph = this.paragraphs.at(-1);
		switch (tag) {
			case "p":
				this.openCellNow();
				this.paragraphs.push({ text: "", list: null, level: 0 });
				break;
			case "t":
				this.inText = true;
				break;
			case "tab":
				if (paragraph && paragraph.text.length > 0) paragraph.text += "\t";
				break;
			case "br":
			case "cr":
				if (paragraph) paragraph.text += "\n";
				break;
			case "noBreakHyphen":
				if (paragraph) paragraph.text += "-";
				break;
			case "pStyle": {
				const style = this.styles.get(value);
				if (paragraph && style?.list) Object.assign(paragraph, style);
				break;
			}
			case "numId":
				if (paragraph) paragraph.list = value === "0" ? null : value;
				break;
			case "ilvl":
				if (paragraph) paragraph.level = Number(value) || 0;
				break;
			case "tbl":
				this.openCellNow();
				this.sink.openTable();
				break;
			case "tr":
				this.sink.openRow();
				break;
			case "tc":
				this.cell = { columns: 1, continues: false, opened: false };
				break;
			case "gridSpan":
				this.cell.columns = Number(value) || 1;
				break;
			case "vMerge":
				this.cell.continues = value !== "restart";
				break;
			case "blip":
			case "imagedata":
				this.images++;
				break;
		}
	}

	private openCellNow(): void {
		if (this.cell.opened) return;
		this.sink.openCell(this.cell.columns, 1, this.cell.continues);
		this.cell.opened = true;
	}

	text(data: string): void {
		const paragraph = this.paragraphs.at(-1);
		if (this.inText && this.skipDepth === 0 && paragraph) paragraph.text += data;
	}

	close(name: string): void {
		if (this.skipDepth > 0) {
			this.skipDepth--;
			return;
		}
		const tag = name.slice(name.indexOf(":") + 1);
		if (tag === "t") this.inText = false;
		if (tag === "p") this.closeParagraph();
		if (tag === "tc") {
			this.openCellNow();
			this.sink.closeCell();
			this.cell = { columns: 1, continues: false, opened: true };
		}
		if (tag === "tr") this.sink.closeRow();
		if (tag === "tbl") {
			this.sink.closeTable();
			this.cell = { columns: 1, continues: false, opened: true };
		}
	}

	private closeParagraph(): void {
		const paragraph = this.paragraphs.pop();
		if (!paragraph) return;
		const number = paragraph.list === null ? "" : this.numbering.next(paragraph.list, paragraph.level);
		this.sink.paragraph(number + paragraph.text);
	}
}

/**
 * Reads a Word document: paragraphs with the numbers that Word shows before them, tables with their merged cells,
 * tracked deletions left out. Entities and external references are never resolved.
 */
export function readDocx(bytes: Uint8Array, limits: Limits): SourceDocument {
	const parts = unzipWithin(bytes, (name) => PARTS.has(name), limits);
	const xml = (name: string): string | null => {
		const part = parts.get(name);
		return part ? new TextDecoder().decode(part) : null;
	};
	const body = xml("word/document.xml");
	if (body === null) throw new Refused(warning("unreadableFile", { words: "docx" }), "docx");
	const sink = new LineSink(limits);
	const walker = new DocumentWalker(
		sink,
		new Numbering(xml("word/numbering.xml")),
		styleLists(xml("word/styles.xml")),
	);
	const parser = new Parser(
		{
			onopentag: (name, attributes) => walker.open(name, attributes),
			ontext: (data) => walker.text(data),
			onclosetag: (name) => walker.close(name),
		},
		{ xmlMode: true, decodeEntities: true },
	);
	parser.write(body);
	parser.end();
	const warnings = sink.limitReached ? [warning("limitReached", { words: "docx" })] : [];
	return { format: "docx", lines: sink.lines, tables: sink.tables, images: walker.images, warnings };
}
