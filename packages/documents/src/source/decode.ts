import type { SourceFormat } from "@zhenggai/domain/issues";
import { warning } from "../warnings.ts";
import { readCsv } from "./csv.ts";
import { readDocx } from "./docx.ts";
import { readHtml } from "./html.ts";
import type { Limits } from "./limits.ts";
import { Refused, type SourceDocument } from "./model.ts";
import { readSheets } from "./sheet.ts";
import { decodeText, toLines } from "./text-bytes.ts";
import { zipNames } from "./zip.ts";

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
	magic.every((byte, i) => bytes[i] === byte);

const IMAGES: readonly number[][] = [
	[0x89, 0x50, 0x4e, 0x47],
	[0xff, 0xd8, 0xff],
	[0x47, 0x49, 0x46, 0x38],
	[0x42, 0x4d, 0x00],
	[0x49, 0x49, 0x2a, 0x00],
	[0x4d, 0x4d, 0x00, 0x2a],
];

/** Whether the bytes hold an ASCII name in UTF-16LE, as the directory of an old Office file does. */
function hasStream(bytes: Uint8Array, name: string): boolean {
	const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0]);
	const first = wanted[0] ?? 0;
	for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
		if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
	}
	return false;
}

const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? "";

/**
 * Turns the bytes of a file into lines and tables. What a file is follows from its content; the name only tells
 * kinds of text apart. Throws {@link Refused} for what cannot be read.
 */
export async function decodeFile(name: string, bytes: Uint8Array, limits: Limits): Promise<SourceDocument> {
	if (bytes.length > limits.bytes) {
		throw new Refused(warning("tooLarge", { words: `${Math.round(bytes.length / 1_048_576)} MB` }));
	}
	if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
		return decodeZip(bytes, limits);
	if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
		if (hasStream(bytes, "Workbook") || hasStream(bytes, "Book")) return readSheets(bytes, "xls", limits);
		throw new Refused(warning("unsupportedFormat", { words: ".doc" }));
	}
	if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
		throw new Refused(warning("unsupportedFormat", { words: "PDF" }));
	if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66))
		throw new Refused(warning("unsupportedFormat", { words: "RTF" }));
	if (IMAGES.some((magic) => startsWith(bytes, ...magic))) throw new Refused(warning("imageOnly"));
	if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04)) return readSheets(bytes, "xls", limits);
	return decodeTextual(extensionOf(name), decodeText(bytes), limits);
}

async function decodeZip(bytes: Uint8Array, limits: Limits): Promise<SourceDocument> {
	const names = new Set(zipNames(bytes, limits));
	if (names.has("word/document.xml")) return readDocx(bytes, limits);
	if (names.has("xl/workbook.xml") || names.has("xl/workbook.bin")) return readSheets(bytes, "xlsx", limits);
	throw new Refused(warning("unsupportedFormat", { words: "zip" }));
}

const HTML = /<(?:!doctype\s+html|html|head|body|table|div|p|tr|td|span)\b[^>]{0,400}>/i;

/** Reads text by its kind: a page, delimited cells, or plain lines. Long texts are cut with a warning. */
export function decodeTextual(extension: string, full: string, limits: Limits): SourceDocument {
	const text = full.length > limits.characters ? full.slice(0, limits.characters) : full;
	const all = toLines(text);
	const lines = all.length > limits.lines ? all.slice(0, limits.lines) : all;
	const cutOff =
		text.length < full.length || lines.length < all.length
			? [warning("limitReached", { words: `${lines.length}` })]
			: [];
	const source = (format: SourceFormat): SourceDocument => ({
		format,
		lines,
		tables: [],
		images: 0,
		warnings: cutOff,
	});
	if (["html", "htm", "mht", "shtml"].includes(extension) || HTML.test(text.slice(0, 3000))) {
		const page = readHtml(text, limits);
		return { ...page, warnings: [...cutOff, ...page.warnings] };
	}
	if (extension === "csv" || extension === "tsv") {
		const { table, limitReached } = readCsv(text, limits);
		const limited = limitReached
			? [warning("limitReached", { line: table.endLine, words: `${table.rows.length}` })]
			: [];
		return {
			...source("csv"),
			tables: table.rows.length > 0 ? [table] : [],
			warnings: [...cutOff, ...limited],
		};
	}
	return source(extension === "md" || extension === "markdown" ? "md" : "txt");
}
