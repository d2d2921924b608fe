import type { Language } from "@zhenggai/domain/kernel";
import {
	badges,
	badgeText,
	formatDate,
	formatInstant,
	formatNames,
	isLabelled,
	label,
	valuesOf,
	vocab,
} from "@zhenggai/domain/vocabulary";
import { badgeTone } from "../panes/badge-tone.ts";
import { say, speak } from "../say.ts";
import type { Align } from "../terminal/cells.ts";
import { cleanLine } from "../terminal/clean.ts";
import type { Tone } from "../terminal/lines.ts";
import type { ComplaintRow } from "./wire.ts";

/** A column of the list: its key is the field of the row, its heading that of a published table. */
export type ColumnKey = keyof typeof vocab.complaintColumn;

const KEY_MARK = say("重点", "key");

export const typesText = (types: ComplaintRow["pollutionTypes"], language: Language): string =>
	formatNames(
		types.map((type) => label(vocab.pollutionType, type, language)),
		language,
	);

/** `T 属实`; empty where the table does not say. */
export const verdictText = ({ verdict }: Pick<ComplaintRow, "verdict">, language: Language): string =>
	verdict === null ? "" : badgeText(badges.verdict[verdict], language);

export const verdictTone = ({ verdict }: Pick<ComplaintRow, "verdict">): Tone =>
	verdict === null ? "dim" : badgeTone(badges.verdict[verdict]);

/** `O 未结`; a withdrawn one says so instead. Empty where the table does not say. */
export function statusText(row: Pick<ComplaintRow, "status" | "state">, language: Language): string {
	if (row.state === "withdrawn") return `X ${label(vocab.complaintState, "withdrawn", language)}`;
	return row.status === null ? "" : badgeText(badges.complaintStatus[row.status], language);
}

export function statusTone(row: Pick<ComplaintRow, "status" | "state">): Tone {
	if (row.state === "withdrawn" || row.status === null) return "dim";
	return badgeTone(badges.complaintStatus[row.status]);
}

/** What people call a complaint: its receipt number, else its place in its batch. */
export function codeText(row: Pick<ComplaintRow, "receiptNumber" | "batch" | "seq" | "id">): string {
	if (row.receiptNumber !== null) return cleanLine(row.receiptNumber);
	return row.seq === null ? row.id : `${row.batch ?? "?"}-${row.seq}`;
}

const READERS: Record<ColumnKey, (row: ComplaintRow, language: Language) => string> = {
	batch: (row) => row.batch?.toString() ?? "",
	batchDay: (row, language) => (row.batchDay === null ? "" : formatDate(row.batchDay, language)),
	seq: (row) => row.seq?.toString() ?? "",
	receiptNumber: (row) => row.receiptNumber ?? "",
	channel: (row, language) =>
		row.channel === null ? "" : label(vocab.complaintChannel, row.channel, language),
	isKey: (row, language) => (row.isKey ? speak(KEY_MARK, language) : ""),
	summary: (row) => row.summary ?? "",
	regionText: (row) => row.regionText ?? "",
	regionName: (row) => row.regionName,
	placeCount: (row) => String(row.placeCount),
	pollutionTypes: (row, language) => typesText(row.pollutionTypes, language),
	verdict: (row, language) => (row.verdict === null ? "" : label(vocab.verdict, row.verdict, language)),
	closureTarget: (row) => row.closureTarget ?? "",
	status: (row, language) => (row.status === null ? "" : label(vocab.complaintStatus, row.status, language)),
	relationCount: (row) => String(row.relationCount),
	inspectionName: (row) => row.inspectionName,
	state: (row, language) => label(vocab.complaintState, row.state, language),
	updatedAt: (row, language) => formatInstant(row.updatedAt, language),
	region: (row) => row.region,
	id: (row) => row.id,
	inspectionId: (row) => row.inspectionId,
	version: (row) => String(row.version),
};

/** A column's value of one row as one clean line in the reader's language. */
export const columnText = (key: ColumnKey, row: ComplaintRow, language: Language): string =>
	cleanLine(READERS[key](row, language));

export const columnHeading = (key: ColumnKey, language: Language): string =>
	label(vocab.complaintColumn, key, language);

const NUMERIC: ReadonlySet<ColumnKey> = new Set(["batch", "seq", "placeCount", "relationCount", "version"]);
export const columnAlign = (key: ColumnKey): Align => (NUMERIC.has(key) ? "right" : "left");

/** Columns that give way where a listing is too wide. */
export const isFlexible = (key: ColumnKey): boolean =>
	key === "summary" || key === "closureTarget" || key === "regionText" || key === "inspectionName";

export const ALL_COLUMNS: readonly ColumnKey[] = valuesOf(vocab.complaintColumn);

/** The columns that a listing shows where none are asked for. */
export const USUAL_COLUMNS: readonly ColumnKey[] = [
	"batch",
	"receiptNumber",
	"isKey",
	"regionName",
	"pollutionTypes",
	"verdict",
	"status",
	"summary",
];

/** The column that a word names: its key or its heading in either language. */
export function columnNamed(word: string): ColumnKey | null {
	if (isLabelled(vocab.complaintColumn, word)) return word;
	const wanted = word.toLowerCase();
	return (
		ALL_COLUMNS.find((key) => {
			const { zh, en } = vocab.complaintColumn[key];
			return zh === word || en.toLowerCase() === wanted;
		}) ?? null
	);
}
