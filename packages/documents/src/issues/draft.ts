import type { LabelField } from "../text/labels.ts";
import type { Passage } from "../text/view.ts";

/** A labelled text of one item, before it is read. */
export interface DraftField {
	field: LabelField;
	/** The label's own words. */
	word: string;
	passage: Passage;
	/** How surely this text belongs to this field, 0 to 1. */
	confidence: number;
	/** First line of the label itself. */
	labelLine: number;
}

/** One item of a document, cut out but not yet read: what segmenters and table readers hand on. */
export interface Draft {
	/** The number that opens it, where it has one: as printed and as an integer. */
	mark: { label: string; value: number } | null;
	/** The running number of the table row, as printed. */
	rowNumber: string | null;
	fields: DraftField[];
	lines: [number, number];
	confidence: number;
}
