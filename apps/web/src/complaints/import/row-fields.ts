import type { ComplaintImportField, ProposedComplaint } from "@zhenggai/domain/complaints";
import type { Language, Reading } from "@zhenggai/domain/kernel";
import { complaintValueText } from "@zhenggai/domain/vocabulary";
import type { OtherEdited } from "../../importing/other-texts.ts";
import { type Trust, trustOf } from "../../importing/trust.ts";

/** The fields of a row that the wizard shows and lets a clerk correct, in the order of a published table. */
export const ROW_FIELDS = [
	"seq",
	"receiptNumber",
	"isKey",
	"batch",
	"channel",
	"summary",
	"region",
	"pollutionTypes",
	"investigation",
	"verdict",
	"closureTarget",
	"handling",
	"status",
	"accountability",
	"remarks",
	"citedReceipts",
] as const satisfies readonly (keyof ProposedComplaint)[];
export type RowField = (typeof ROW_FIELDS)[number];
export const isRowField = (name: string | null): name is RowField =>
	ROW_FIELDS.some((field) => field === name);

/** What of a row is being corrected. */
export type Edited = RowField | OtherEdited;

/** Texts that are corrected as they stand. */
export const TEXT_FIELDS = [
	"summary",
	"region",
	"investigation",
	"closureTarget",
	"handling",
	"accountability",
	"remarks",
] as const satisfies readonly RowField[];
export type TextField = (typeof TEXT_FIELDS)[number];
export const isTextField = (field: RowField): field is TextField =>
	TEXT_FIELDS.some((other) => other === field);

/** The name that the ledger has for a field of a row. */
export const ledgerField = (field: RowField): ComplaintImportField => {
	if (field === "region") return "regionText";
	return field === "citedReceipts" ? "relations" : field;
};

/** One field of a row as the wizard shows it. */
export type RowReading = {
	readonly field: RowField;
	/** In words; empty where the table says nothing. */
	readonly text: string;
	readonly lines: readonly [number, number] | null;
	readonly trust: Trust;
	/** Null for what stands in the row without a confidence of its own. */
	readonly confidence: number | null;
};

/** The field's value as a preview would print it: codes of enums, lists parted by 、. Null where there is none. */
function codeText(row: ProposedComplaint, field: RowField): string | null {
	switch (field) {
		case "seq":
		case "batch":
			return row[field] === null ? null : String(row[field]);
		case "receiptNumber":
		case "channel":
			return row[field];
		case "isKey":
			return row.isKey ? "true" : null;
		case "citedReceipts":
			return row.citedReceipts.join("、") || null;
		case "pollutionTypes":
			return row.pollutionTypes?.value.join("、") || null;
		default:
			return row[field]?.value ?? null;
	}
}

/** A field of a row in words; empty where the table says nothing. */
export function fieldText(row: ProposedComplaint, field: RowField, language: Language): string {
	const text = codeText(row, field);
	return text === null ? "" : complaintValueText(ledgerField(field), text, language);
}

function readingOf(row: ProposedComplaint, field: RowField): Reading<unknown> | null {
	switch (field) {
		case "seq":
		case "batch":
		case "receiptNumber":
		case "channel":
		case "isKey":
		case "citedReceipts":
			return null;
		default:
			return row[field];
	}
}

/** The fields that any row of the table states: a column that the table does not have is missing in no row. */
export function statedFields(rows: readonly ProposedComplaint[]): ReadonlySet<RowField> {
	return new Set(ROW_FIELDS.filter((field) => rows.some((row) => codeText(row, field) !== null)));
}

/** Marks and mentions: most rows of a table have none, and lack nothing. */
const OCCASIONAL: ReadonlySet<RowField> = new Set(["isKey", "citedReceipts", "remarks"]);

/** The fields of a row that its table has, each with its place and how far it is to be trusted. */
export function rowReadings(
	row: ProposedComplaint,
	stated: ReadonlySet<RowField>,
	language: Language,
): RowReading[] {
	return ROW_FIELDS.flatMap((field): RowReading[] => {
		const text = fieldText(row, field, language);
		const read = readingOf(row, field);
		if (text === "") {
			if (!stated.has(field) || OCCASIONAL.has(field)) return [];
			return [{ field, text, lines: null, trust: "missing", confidence: null }];
		}
		const lines = read === null ? row.lines : ([read.place.line, read.place.endLine] as const);
		const confidence = read?.confidence ?? null;
		return [{ field, text, lines, trust: trustOf(confidence ?? 1), confidence }];
	});
}

/** Whether anything of the row was read with doubt. */
export const rowNeedsEye = (row: ProposedComplaint): boolean =>
	ROW_FIELDS.some((field) => trustOf(readingOf(row, field)?.confidence ?? 1) !== "sure");

/** The row that a line of the source belongs to. */
export const rowAtLine = (rows: readonly ProposedComplaint[], line: number): ProposedComplaint | undefined =>
	rows.find((row) => row.lines[0] <= line && line <= row.lines[1]);

/** The narrowest field of a row that covers a line and no other field does; null where several share it. */
export function fieldAtLine(row: ProposedComplaint, line: number): RowField | null {
	const covering = ROW_FIELDS.flatMap((field) => {
		const place = readingOf(row, field)?.place;
		if (place === undefined || line < place.line || place.endLine < line) return [];
		return [{ field, span: place.endLine - place.line }];
	}).sort((a, b) => a.span - b.span);
	const [first, second] = covering;
	return first === undefined || first.span === second?.span ? null : first.field;
}

/** Whether the row has these words in its number, its region or its texts; always where there are no words. */
export function rowMatches(row: ProposedComplaint, words: string): boolean {
	if (words === "") return true;
	const texts = [row.receiptNumber, row.region?.value, row.summary?.value, row.investigation?.value];
	return texts.some((text) => text?.includes(words) ?? false) || String(row.seq ?? "") === words;
}
