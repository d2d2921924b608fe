import type { SourceFormat } from "@zhenggai/domain/issues";
import type { ReadingWarning } from "@zhenggai/domain/kernel";

/** A cell of a real table; merged cells are one object in several places. */
export interface SourceCell {
	text: string;
	line: number;
	endLine: number;
	/** `台账!C5` for spreadsheets, null elsewhere. */
	cells: string | null;
}

export interface SourceTable {
	/** Rows of equal meaning by column; a place that no cell covers is null. */
	rows: (SourceCell | null)[][];
	line: number;
	endLine: number;
	/** True when one line holds a whole row, so that places cannot tell its cells apart by line. */
	rowPerLine: boolean;
}

/** A file turned into lines and tables, before anything is understood. */
export interface SourceDocument {
	format: SourceFormat;
	lines: string[];
	tables: SourceTable[];
	/** Pictures seen in the file: a page of pictures only has no text to read. */
	images: number;
	warnings: ReadingWarning[];
}

export const emptySource = (format: SourceFormat, warnings: ReadingWarning[] = []): SourceDocument => ({
	format,
	lines: [],
	tables: [],
	images: 0,
	warnings,
});

/** A file that is not read: the warning says why. */
export class Refused extends Error {
	readonly warning: ReadingWarning;
	readonly format: SourceFormat;
	constructor(reason: ReadingWarning, format: SourceFormat = "unknown") {
		super(reason.code);
		this.warning = reason;
		this.format = format;
	}
}
